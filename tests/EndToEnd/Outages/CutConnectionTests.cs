using System.Net;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outages;

/// <summary>Connections that break in the middle of a commit: only the server knows whether it was done.</summary>
public sealed class CutConnectionTests
{
    [Fact]
    public async Task PostgreSQL_crashing_and_cutting_every_connection_under_load_loses_and_doubles_nothing()
    {
        await using var postgres = await PrivatePostgres.Begin();
        await using var server = await ServerProcess.Start(postgres: postgres.Connection);
        await using var load = await OutageLoad.Begin(server);
        for (var round = 0; round < 8; round++)
        {
            await postgres.Cut();
            await load.Goes(TimeSpan.FromSeconds(30));
        }

        await postgres.Crash();
        await postgres.Start();
        await load.Goes(TimeSpan.FromSeconds(30));
        (await server.Status("/health/live")).ShouldBe(HttpStatusCode.OK);
        await load.ShouldBeThereOnce(server.Folder, postgres.Connection);
    }
}

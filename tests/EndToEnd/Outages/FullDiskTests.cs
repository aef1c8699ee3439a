using System.Net;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outages;

/// <summary>No room for the telegram log, on both stores.</summary>
public sealed class FullDiskTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_full_disk_stops_the_answers_and_nothing_else(Database database)
    {
        using var disk = TinyDisk.Mount(database == Database.Sqlite ? 64 : 320);
        await using var postgres = database == Database.Postgres ? await PrivatePostgres.Begin(Path.Combine(disk.Folder, "pg"), "-c shared_buffers=32MB -c max_wal_size=64MB -c min_wal_size=32MB") : null;
        var data = database == Database.Sqlite ? disk.Folder : Directory.CreateTempSubdirectory("ecopark-full-").FullName;
        await using var server = await ServerProcess.Start(data, postgres?.Connection);
        await using var load = await OutageLoad.Begin(server);

        disk.Fill();
        await load.Stands();
        (await server.Status("/health/live")).ShouldBe(HttpStatusCode.OK);
        await Api.Until(() => server.Status("/health/ready"), status => status == HttpStatusCode.ServiceUnavailable);
        await Api.Until(() => server.Status("/health"), status => status == HttpStatusCode.ServiceUnavailable);
        // Room that the database itself gives back meanwhile (a checkpoint, old WAL) is used, and each of these answers is durable; without any it stands again.
        disk.Fill();
        await load.Stands();

        disk.Free();
        await load.Goes(TimeSpan.FromSeconds(60));
        await Api.Until(() => server.Status("/health/ready"), status => status == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        await load.ShouldBeThereOnce(data, postgres?.Connection);
    }
}

using EcoPark.Support;

[assembly: AssemblyFixture(typeof(EcoPark.EndToEnd.Servers))]
// One more than the two cores that are counted on: many tests wait for a clock.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

namespace EcoPark.EndToEnd;

/// <summary>One server on SQLite and one on PostgreSQL for all tests that leave their server alive.</summary>
public sealed class Servers : IAsyncDisposable
{
    private readonly Lazy<Task<ServerProcess>> _sqlite = new(() => ServerProcess.Start());
    private readonly Lazy<Task<ServerProcess>> _postgres = new(() => ServerProcess.Start(postgres: TestPostgres.NewDatabase()));

    public Task<ServerProcess> On(Database database) => (database == Database.Sqlite ? _sqlite : _postgres).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _sqlite, _postgres }.Where(server => server.IsValueCreated))
            await (await server.Value).DisposeAsync();
    }
}

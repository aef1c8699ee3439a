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

    /// <summary>Whatever all the tests have sent and entered: nothing that the servers do by themselves has failed over it.</summary>
    public async ValueTask DisposeAsync()
    {
        var faults = new List<string>();
        foreach (var server in new[] { _sqlite, _postgres }.Where(server => server.IsValueCreated))
        {
            var alive = await server.Value;
            faults.AddRange(alive.LogLines().Where(line => line.Contains("[ERR] Job ", StringComparison.Ordinal) || line.Contains("[ERR] Days of outlet", StringComparison.Ordinal)));
            await alive.DisposeAsync();
        }

        faults.ShouldBeEmpty();
    }
}

/// <summary>The demo park with a short past, once for the tests that look at it: working up two years takes longer than all of them.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    /// <summary>Of every demo account.</summary>
    public const string Password = "Demo-2026-park";

    public ServerProcess Server { get; private set; } = null!;

    /// <summary>Ends when the park is all there: while it is planted, no two pages show the same.</summary>
    public async ValueTask InitializeAsync()
    {
        Server = await ServerProcess.StartNew(null, "--demo", "--EcoPark:Demo:Days=100");
        await Api.Until(() => Task.FromResult(Server.LogLines().Any(line => line.Contains("Demo park planted.", StringComparison.Ordinal))), isPlanted => isPlanted, TimeSpan.FromMinutes(4));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class DemoPark : ICollectionFixture<DemoServer>
{
    public const string Name = "demo";
}

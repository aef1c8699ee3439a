using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Platform.Tests.Records;

/// <summary>The record kit with three types of its own, on a database of its own, in this process.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Room(ServiceProvider services) => _services = services;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>2026-03-02 10:30 in the park.</summary>
    public FakeTimeProvider Clock => (FakeTimeProvider)_services.GetRequiredService<TimeProvider>();

    public RecordTypes Types => Get<RecordTypes>();

    public RecordType Firms => Types["enterprises"];

    public RecordType Manifests => Types["manifests"];

    public RecordType Pairings => Types["pairings"];

    public RecordService Records => Get<RecordService>();

    public RecordReader Reader => Get<RecordReader>();

    /// <summary>The test acts for the platform from here on: not asynchronous itself, so that the caller's flow has it.</summary>
    public static Task<Room> Build(Database database, params RecordType[] more)
    {
        Actor.Become(Actor.System);
        return Furnish(database, more);
    }

    private static async Task<Room> Furnish(Database database, RecordType[] more)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 2, 30, 0, TimeSpan.Zero)));
        services.AddSingleton(new SecretBox(new byte[32]));
        services.AddSingleton(new DatabaseOptions { DataFolder = Directory.CreateTempSubdirectory("ecopark-room-").FullName }).AddSingleton(new EcoPark.Platform.Jobs.NodeOptions("room"));
        services.AddParkSecurity(new AccountOptions(), new Audit.AuditOptions());
        foreach (var type in more.Prepend(Visit.Describe()).Prepend(Pairing.Describe()).Prepend(Manifest.Describe()).Prepend(Firm.Describe()))
            services.AddRecord(type);
        if (database == Database.Postgres)
            services.AddDbContextFactory<PostgresParkDb>((provider, options) => options.UseNpgsql(TestPostgres.NewDatabase()).AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<AuditWitness>()))
                .AddSingleton<IDbContextFactory<ParkDb>, Factory<PostgresParkDb>>();
        else
            services.AddDbContextFactory<SqliteParkDb>((provider, options) => options.UseSqlite($"Data Source={NewFile()}").AddInterceptors(provider.GetRequiredService<AuditInterceptor>(), provider.GetRequiredService<AuditWitness>()))
                .AddSingleton<IDbContextFactory<ParkDb>, Factory<SqliteParkDb>>();
        var room = new Room(services.BuildServiceProvider());
        await using var db = await room.Open();
        await db.Database.EnsureCreatedAsync(Token);
        if (database == Database.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", Token);
        await RecordSearch.Prepare(db, Token);
        return room;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<ParkDb> Open() => Get<IDbContextFactory<ParkDb>>().CreateDbContextAsync(Token);

    /// <summary>A firm's id.</summary>
    public async Task<int> NewFirm(string name) => (await Save(Firms, new() { ["name"] = name })).Id;

    /// <summary>Saves what must be right.</summary>
    public async Task<RecordView> Save(RecordType type, Dictionary<string, object?> values, int? id = null)
    {
        var result = await Records.Save(type, id, values, null, null, Token);
        return result.Saved ?? throw new InvalidOperationException(string.Join("；", result.Problems.Select(problem => problem.Message)));
    }

    /// <summary>What is wrong with it.</summary>
    public async Task<IReadOnlyList<Problem>> Refused(RecordType type, Dictionary<string, object?> values, int? id = null)
    {
        var result = await Records.Save(type, id, values, null, null, Token);
        result.Saved.ShouldBeNull();
        return result.Problems;
    }

    public async Task<IReadOnlyList<string>> Titles(RecordType type, params (string Field, string Wanted)[] filters) =>
        [.. (await Reader.Search(type, new RecordQuery { Filters = filters.ToDictionary(one => one.Field, one => one.Wanted), Take = 100 }, Token)).Items.Select(one => one.Title).Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("ecopark-room-").FullName, "park.db");

    private sealed class Factory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<ParkDb>
        where TContext : ParkDb
    {
        public ParkDb CreateDbContext() => inner.CreateDbContext();
    }
}

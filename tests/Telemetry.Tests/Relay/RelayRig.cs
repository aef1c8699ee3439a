using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Support;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Telemetry.Tests.Relay;

/// <summary>A log, the park's database with the relay's tables, three devices that are relayed and one that is not.</summary>
internal sealed class RelayRig
{
    public static readonly string[] Mns = ["MN-1", "MN-2", "MN-3", "MN-OTHER"];

    private RelayRig(IReadOnlyList<ITelegramLog> writers, Databases databases)
    {
        var log = writers[0];
        Writers = writers;
        var devices = Mns.Select((mn, at) => new Device { Id = at + 1, Mn = mn, Name = mn, Password = "123456", SystemCode = "32" }).ToList();
        Registry = new FixedRegistry(new RegistrySnapshot(devices, [], []));
        (Log, Factory) = (log, databases);
        Debts = new RelayDebts(databases, Registry, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    public ITelegramLog Log { get; }

    /// <summary>Of node A and node B; on SQLite there is but one.</summary>
    public IReadOnlyList<ITelegramLog> Writers { get; }

    public IDbContextFactory<ParkDb> Factory { get; }

    public FixedRegistry Registry { get; }

    /// <summary>Of the node that serves the platform.</summary>
    public RelayLedger Ledger => LedgerOf("here");

    public RelayDebts Debts { get; }

    public UpperPlatform Platform { get; private set; } = null!;

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public static async Task<RelayRig> New(Database database)
    {
        var databases = new Databases(database);
        await using (var db = databases.CreateDbContext())
            await db.Database.EnsureCreatedAsync();
        var rig = new RelayRig(await Stores.NewLogs(database), databases);
        await rig.AddDevicesAndPlatform();
        foreach (var node in new[] { "A", "B" })
            await rig.Log.SaveCheckpoint(node, 0, rig.Now, CancellationToken.None);
        return rig;
    }

    public RelayLedger LedgerOf(string node) => new(Platform.Id, 1, Factory, new NodeOptions(node));

    public RelayLeases LeasesOf(string node) => new(Factory, new NodeOptions(node), Clock);

    /// <summary>As a sender that has just connected finds it.</summary>
    public RelayQueue Open() => new(Platform, Log, Ledger, Registry, Clock);

    public LogEntry Telegram(int device, CommandCode command = CommandCode.RealTimeData, Verdict verdict = Verdict.Accepted, string node = "A") => new()
    {
        At = Now,
        Direction = Direction.Received,
        Verdict = verdict,
        Mn = Mns[device],
        Command = command,
        Qn = $"{Now:yyyyMMddHHmmssfff}",
        Remote = "127.0.0.1:4711",
        Node = node,
        Raw = "##"u8.ToArray(),
    };

    private async Task AddDevicesAndPlatform()
    {
        await using var db = Factory.CreateDbContext();
        foreach (var device in Registry.Current.Devices)
            db.Add(new Device { Mn = device.Mn, Name = device.Name, Password = device.Password, SystemCode = device.SystemCode });
        await db.SaveChangesAsync();
        Platform = new UpperPlatform { Name = "省平台", Host = "127.0.0.1", Port = 1, Data = RelayedData.RealTime | RelayedData.Minute, StartsAt = Now };
        Platform.Devices.AddRange([new RelayedDevice { DeviceId = 1 }, new RelayedDevice { DeviceId = 2 }, new RelayedDevice { DeviceId = 3 }]);
        db.Add(Platform);
        await db.SaveChangesAsync();
        db.Add(new RelayState { PlatformId = Platform.Id, Revision = 1 });
        await db.SaveChangesAsync();
        (await LeasesOf("here").Take(Platform.Id, TimeSpan.FromDays(1000), CancellationToken.None)).ShouldBeTrue();
    }

    internal sealed class Db(DbContextOptions<Db> options, IEnumerable<IModelPart> parts, SecretBox secrets) : ParkDb(options, parts, secrets);

    private sealed class Databases(Database database) : IDbContextFactory<ParkDb>
    {
        private static readonly SecretBox Secrets = new(new byte[32]);

        private readonly DbContextOptions<Db> _options = database == Database.Sqlite
            ? new DbContextOptionsBuilder<Db>().UseSqlite($"Data Source={Path.Combine(Directory.CreateTempSubdirectory("ecopark-relay-").FullName, "park.db")}").Options
            : new DbContextOptionsBuilder<Db>().UseNpgsql(TestPostgres.NewDatabase()).Options;

        public ParkDb CreateDbContext() => new Db(_options, [new RegistryModel(), new RelayModel()], Secrets);
    }
}

using EcoPark.Alarms;
using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Gaps;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Import;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Log.Decisions;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;
using EcoPark.Telemetry.Reviews;
using EcoPark.Telemetry.Standing;
using EcoPark.Telemetry.Watch;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EcoPark.Telemetry;

/// <summary>The way of a reading: gateway, log, twins, store, watch, live feed, commands, relay. The host opens the gateway's ports and says which node this is.</summary>
public sealed class TelemetryModule : IModule
{
    /// <summary>The chapter of the left menu that the spine's pages and records stand in.</summary>
    public const string Chapter = "运行监测";

    public string Name => "Telemetry";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter, 800)];

    public IReadOnlyList<Permission> Permissions => TelemetryPermissions.All;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton(host.Settings<GatewayOptions>(GatewayOptions.Section));
        services.AddSingleton(host.Settings<RollupOptions>(RollupOptions.Section));
        services.AddSingleton<IModelPart, RegistryModel>();
        services.AddSingleton<IModelPart, ReviewModel>();
        services.AddSingleton<IModelPart, RelayModel>();
        services.AddSingleton<IModelPart, InstrumentModel>();
        services.AddSingleton<InstrumentTaker>();
        services.AddSingleton<InstrumentReader>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<ReadingImport>();
        AddStores(services, host.Database);

        services.AddSingleton<DeviceRegistry>();
        services.AddSingleton<IDeviceRegistry>(provider => provider.GetRequiredService<DeviceRegistry>());
        services.AddSingleton<EcoPark.Platform.Records.IReferenceTarget, PointTarget>();
        services.AddSingleton<EcoPark.Platform.Records.IReferenceTarget, DeviceTarget>();
        services.AddSingleton<IDeviceKeys, RegistryKeys>();
        services.AddSingleton<RollupRule>();
        AddWatch(services);
        services.AddSingleton<ReadingWriter>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ILiveFeed, ScopedFeed>();
        services.AddSingleton<IAlarmSignals>(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<LiveFeedLoader>();

        services.AddSingleton<ReplayCheckpoint>();
        services.AddSingleton<TelegramReplay>();
        services.AddSingleton<ITelegramDecisions, TelegramDecisions>();
        services.AddSingleton<ITelegramReplay>(provider => provider.GetRequiredService<TelegramReplay>());
        services.AddSingleton(provider => new Lazy<ITelegramReplay>(provider.GetRequiredService<ITelegramReplay>));
        services.AddSingleton<IIncomingGrainCallFilter, PlatformCalls>();
        services.AddSingleton<TelegramDispatcher>();
        services.AddSingleton<GatewayCounters>();
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets.SocketTransportOptions>(sockets => sockets.MaxReadBufferSize = GatewayOptions.ReadBuffer);
        services.AddSingleton<PasswordGuard>();
        services.AddSingleton<Strangers>();
        services.AddSingleton<Neighbours>();
        services.AddSingleton<GatewayServices>();
        services.AddSingleton<INodeFigures, GatewayFigures>().AddSingleton<INodeFigures, RollupFigures>().AddSingleton<INodeFigures, RelayFigures>();
        services.AddHealthChecks().AddCheck<GatewayHealth>("telegram-log", tags: [HealthEndpoints.Ready]);

        services.AddSingleton<CommandJournal>();
        services.AddSingleton<CommandCenter>();
        services.AddSingleton<ICommandCenter>(provider => provider.GetRequiredService<CommandCenter>());
        services.AddSingleton(provider => new Lazy<ICommandCenter>(provider.GetRequiredService<ICommandCenter>));
        services.AddSingleton<GapFiller>();

        services.AddSingleton(host.Settings<RelayOptions>(RelayOptions.Section));
        services.AddSingleton<RelayReach>();
        services.AddSingleton<RelayLeases>();
        services.AddSingleton<RelayDebts>();
        services.AddSingleton<RelayBacklogs>();
        services.AddSingleton<RelayServices>();
        services.AddSingleton<IRelayDirectory, RelayDirectory>();

        services.AddHostedService(provider => provider.GetRequiredService<CommandCenter>());
        services.AddJob<RegistryRefresh>();
        services.AddJob<CheckpointJob>();
        services.AddJob<PasswordWatch>();
        services.AddJob<RollupJob>();
        services.AddSingleton<LiveNode>();
        services.AddJob<LiveJoin>();
        services.AddJob<LiveRelay>();
        services.AddJob<NodeWatch>();
        services.AddJob<RelayService>();
    }

    /// <summary>The watch over the readings.</summary>
    private static void AddWatch(IServiceCollection services)
    {
        services.AddAlarmType(WatchAlarms.All);
        services.AddRecord(AlarmRuleType.Create());
        services.AddRecord(ExemptionPlanType.Create());
        services.AddSingleton<WatchBooks>();
        services.AddSingleton(provider => new ChannelLimits(provider.GetRequiredService<WatchBooks>(), provider.GetRequiredService<IDeviceRegistry>()));
        services.AddSingleton<WatchServices>().AddSingleton<IStandings, Standings>();
        services.AddSingleton(provider => new JudgedValues(provider.GetRequiredService<WatchBooks>(), provider.GetRequiredService<IReadingStore>()));
        services.AddSingleton(provider => new Lazy<IReadingStore>(provider.GetRequiredService<IReadingStore>));
        services.AddSingleton<RollupWatch>();
        services.AddSingleton<IRollupRule>(provider => provider.GetRequiredService<RollupWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<WatchBooks>());
        services.AddHostedService(provider => provider.GetRequiredService<RollupWatch>());
        services.AddJob<WatchTicker>();
    }

    /// <summary>Creates the tables of log and store, and fills what lives in memory.</summary>
    public async Task Prepare(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<ITelegramLog>().Initialize(cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<IReadingStore>().Initialize(cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<DeviceRegistry>().Refresh(cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<ReviewService>().Resume(cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<WatchBooks>().Refresh(() => true, cancellationToken).ConfigureAwait(false);
        await services.GetRequiredService<LiveFeedLoader>().Load(cancellationToken).ConfigureAwait(false);
    }

    private static void AddStores(IServiceCollection services, DatabaseOptions database)
    {
        if (database.Provider == DatabaseProvider.Postgres)
        {
            services.AddSingleton(NpgsqlDataSource.Create(database.Postgres!));
            services.AddSingleton<PostgresTelegramLog>().AddSingleton<PostgresReadingStore>();
            services.AddSingleton<ITelegramLog>(provider => new ScopedLog(provider.GetRequiredService<PostgresTelegramLog>()));
            services.AddSingleton<ISealedStore>(provider => provider.GetRequiredService<PostgresTelegramLog>());
            services.AddSingleton<IReadingStore>(provider => new ScopedReadings(provider.GetRequiredService<PostgresReadingStore>(), provider.GetRequiredService<IDeviceRegistry>()));
            return;
        }

        // Two files: SQLite has one writer a file, and the log must not wait for the readings.
        services.AddSingleton(provider => new SqliteTelegramLog(database.PathOfDatabase("telegrams.db"), provider.GetRequiredService<SecretBox>()));
        services.AddSingleton(_ => new SqliteReadingStore(database.PathOfDatabase("readings.db")));
        services.AddSingleton<ITelegramLog>(provider => new ScopedLog(provider.GetRequiredService<SqliteTelegramLog>()));
        services.AddSingleton<ISealedStore>(provider => provider.GetRequiredService<SqliteTelegramLog>());
        services.AddSingleton<IReadingStore>(provider => new ScopedReadings(provider.GetRequiredService<SqliteReadingStore>(), provider.GetRequiredService<IDeviceRegistry>()));
    }
}

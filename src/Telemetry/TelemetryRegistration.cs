using System.Net;
using System.Security.Cryptography.X509Certificates;
using EcoPark.Alarms;
using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Records;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Gaps;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Import;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;
using EcoPark.Telemetry.Reviews;
using EcoPark.Telemetry.Watch;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EcoPark.Telemetry;

/// <summary>Puts the telemetry rooms together.</summary>
public static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, DatabaseOptions database, GatewayOptions gateway, RollupOptions rollup, NodeOptions node)
    {
        services.AddSingleton(gateway);
        services.AddSingleton(rollup);
        services.AddSingleton(node);
        services.AddSingleton<IModelPart, RegistryModel>();
        services.AddSingleton<IModelPart, ReviewModel>();
        services.AddSingleton<IModelPart, RelayModel>();
        services.AddSingleton<IModelPart, InstrumentModel>();
        services.AddSingleton<InstrumentTaker>();
        services.AddSingleton<InstrumentReader>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<ReadingImport>();
        AddStores(services, database);

        services.AddSingleton<DeviceRegistry>();
        services.AddSingleton<IDeviceRegistry>(provider => provider.GetRequiredService<DeviceRegistry>());
        services.AddSingleton(provider => RegistryDictionary.OfPoints(provider.GetRequiredService<IDeviceRegistry>()));
        services.AddSingleton(provider => RegistryDictionary.OfDevices(provider.GetRequiredService<IDeviceRegistry>()));
        services.AddSingleton<IDeviceKeys, RegistryKeys>();
        services.AddSingleton<RollupRule>();
        services.AddWatch();
        services.AddSingleton<ReadingWriter>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<IAlarmSignals>(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<LiveFeedLoader>();

        services.AddSingleton<ReplayCheckpoint>();
        services.AddSingleton<TelegramReplay>();
        services.AddSingleton<ITelegramReplay>(provider => provider.GetRequiredService<TelegramReplay>());
        services.AddSingleton(provider => new Lazy<ITelegramReplay>(provider.GetRequiredService<ITelegramReplay>));
        services.AddSingleton<IIncomingGrainCallFilter, PlatformCalls>();
        services.AddSingleton<TelegramDispatcher>();
        services.AddSingleton<GatewayCounters>();
        services.AddSingleton<GatewayServices>();
        services.AddSingleton<INodeFigures, GatewayFigures>();
        services.AddHealthChecks().AddCheck<GatewayHealth>("telegram-log", tags: [HealthEndpoints.Ready]);

        services.AddSingleton<CommandJournal>();
        services.AddSingleton<CommandCenter>();
        services.AddSingleton<ICommandCenter>(provider => provider.GetRequiredService<CommandCenter>());
        services.AddSingleton(provider => new Lazy<ICommandCenter>(provider.GetRequiredService<ICommandCenter>));
        services.AddSingleton<GapFiller>();

        services.AddSingleton<RelayLeases>();
        services.AddSingleton<RelayDebts>();
        services.AddSingleton<RelayBacklogs>();
        services.AddSingleton<RelayServices>();
        services.AddSingleton<IRelayDirectory, RelayDirectory>();

        services.AddHostedService(provider => provider.GetRequiredService<CommandCenter>());
        services.AddJob<RegistryRefresh>();
        services.AddJob<CheckpointJob>();
        services.AddJob<RollupJob>();
        services.AddSingleton<LiveNode>();
        services.AddJob<LiveJoin>();
        services.AddJob<LiveRelay>();
        services.AddJob<NodeWatch>();
        services.AddJob<RelayService>();
        return services;
    }

    /// <summary>The watch over the readings.</summary>
    private static void AddWatch(this IServiceCollection services)
    {
        services.AddRecord(AlarmRuleType.Create());
        services.AddRecord(ExemptionPlanType.Create());
        services.AddSingleton<WatchBooks>();
        services.AddSingleton<WatchServices>();
        services.AddSingleton(provider => new Lazy<IReadingStore>(provider.GetRequiredService<IReadingStore>));
        services.AddSingleton<RollupWatch>();
        services.AddSingleton<IRollupRule>(provider => provider.GetRequiredService<RollupWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<WatchBooks>());
        services.AddHostedService(provider => provider.GetRequiredService<RollupWatch>());
        services.AddJob<WatchTicker>();
    }

    /// <summary>Opens the gateway's ports on Kestrel.</summary>
    public static void ListenHj212(this KestrelServerOptions kestrel, GatewayOptions options)
    {
        var address = IPAddress.Parse(options.Address);
        kestrel.Listen(address, options.Port, endpoint => endpoint.UseConnectionHandler<GatewayHandler>());
        if (options.TlsPort == 0)
            return;

        var certificate = X509CertificateLoader.LoadPkcs12FromFile(
            options.CertificateFile ?? throw new InvalidOperationException("EcoPark:Gateway:TlsPort 需要 CertificateFile。"), options.CertificatePassword);
        kestrel.Listen(address, options.TlsPort, endpoint => endpoint.UseHttps(certificate).UseConnectionHandler<GatewayHandler>());
    }

    /// <summary>Creates tables and fills what lives in memory; to be awaited before the host starts.</summary>
    public static async Task InitializeTelemetry(this IServiceProvider services, CancellationToken cancellationToken)
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
            services.AddSingleton<ITelegramLog, PostgresTelegramLog>();
            services.AddSingleton<IReadingStore, PostgresReadingStore>();
            return;
        }

        // Two files: SQLite has one writer a file, and the log must not wait for the readings.
        services.AddSingleton<ITelegramLog>(_ => new SqliteTelegramLog(database.PathOf("telegrams.db")));
        services.AddSingleton<IReadingStore>(_ => new SqliteReadingStore(database.PathOf("readings.db")));
    }
}

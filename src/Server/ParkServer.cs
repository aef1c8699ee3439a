using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
using EcoPark.Forecasting;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Http;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Security;
using EcoPark.Server.Cluster;
using EcoPark.Server.Data;
using EcoPark.Server.Demo;
using EcoPark.Server.Http;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Log;
using EcoPark.Web.Components;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using OpenTelemetry.Metrics;
using Scalar.AspNetCore;
using Serilog;

namespace EcoPark.Server;

/// <summary>Composes a server of modules and runs it. The product runs <see cref="ParkModules.All"/>; a host of its own may add to them.</summary>
public static class ParkServer
{
    private const string Demo = "--demo";
    private const string CheckAudit = "--check-audit";
    private const string CheckModel = "--check-model";
    private const string ChangeMasterKey = "--change-master-key";
    private const string Recompute = "--recompute";
    private const string RebuildSearch = "--rebuild-search";

    /// <summary>Names a file of settings outside the program's folder, readable for the service alone.</summary>
    private const string SettingsVariable = "ECOPARK_SETTINGS";

    private static readonly string[] Secrets = ["MasterKey", "Audit:Key", "Password", "Database:Postgres", "Secret"];

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, IReadOnlyList<IModule> modules)
    {
        if (args.Contains(TrainingProcess.Command))
            return await TrainingProcess.Serve(CancellationToken.None);
        var start = new ParkStart(args, modules);
        if (Misplaced(args) is { } misplaced)
            await start.Errors.WriteLineAsync(misplaced);
        if (await Compose(start, CancellationToken.None) is not { } app)
            return 1;
        await using var _ = app;
        // What is done before the first request, the platform does.
        using (Actor.As(Actor.System))
        {
            if (args.Contains(CheckModel))
                return await app.Services.HasModelDrift(CancellationToken.None) ? 1 : 0;
            if (!await HasDatabase(app, start, CancellationToken.None))
                return 1;
            if (args.Contains(ChangeMasterKey))
                return await MasterKeyChange.Run(app.Services, app.Configuration, CancellationToken.None);
            if (!await HasItsKey(app, start, CancellationToken.None))
                return 1;
            if (args.Contains(CheckAudit))
                return AuditCheck.Tell(await app.Services.GetRequiredService<AuditChain>().Check(CancellationToken.None));
            if (args.Contains(Recompute) || args.Contains(RebuildSearch))
                return await RecordUpkeep.Run(app.Services, args.Contains(Recompute), CancellationToken.None);
            await Prepare(app, start, CancellationToken.None);
        }

        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await start.Errors.WriteLineAsync($"端口已被占用，平台没有启动：{exception.Message} 请停止占用者，或以 --EcoPark:Http:Port、--EcoPark:Gateway:Port 另选端口。");
            return 1;
        }
    }

    /// <summary>A server within another program: it serves until it is disposed.</summary>
    /// <returns><see langword="null"/> if it may not be started so; the reason was written to <see cref="ParkStart.Errors"/>.</returns>
    public static async Task<WebApplication?> Start(ParkStart start, CancellationToken cancellationToken)
    {
        if (await Compose(start, cancellationToken) is not { } app)
            return null;
        using (Actor.As(Actor.System))
        {
            if (!await HasDatabase(app, start, cancellationToken) || !await HasItsKey(app, start, cancellationToken))
            {
                await app.DisposeAsync();
                return null;
            }

            await Prepare(app, start, cancellationToken);
        }

        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task<WebApplication?> Compose(ParkStart start, CancellationToken cancellationToken)
    {
        var builder = BuilderOf(start);
        if (((builder.Configuration.GetSection(HttpSettings.Section).Get<HttpSettings>() ?? new()).Problem() ?? (builder.Configuration.GetSection(ClusterSettings.Section).Get<ClusterSettings>() ?? new()).Problem()) is { } wrong)
        {
            await start.Errors.WriteLineAsync(wrong.AsMemory(), cancellationToken);
            return null;
        }

        if ((builder.Configuration.GetSection(AccountOptions.Section).Get<AccountOptions>() ?? new()).PasswordRounds < AccountOptions.FewestPasswordRounds)
            await start.Errors.WriteLineAsync($"提示：EcoPark:Accounts:PasswordRounds 少于 {AccountOptions.FewestPasswordRounds}，口令容易被破解，只可用于测试。".AsMemory(), cancellationToken);
        var app = Build(builder, start);
        app.Services.GetRequiredService<JobMetrics>();
        return app;
    }

    private static async Task<bool> HasDatabase(WebApplication app, ParkStart start, CancellationToken cancellationToken)
    {
        if (await app.Services.MigrateParkDb(cancellationToken) is not { } problem)
            return true;
        await start.Errors.WriteLineAsync(problem.AsMemory(), cancellationToken);
        return false;
    }

    private static async Task<bool> HasItsKey(WebApplication app, ParkStart start, CancellationToken cancellationToken)
    {
        if (await MasterKeyChange.Objection(app.Services, app.Configuration, cancellationToken) is not { } objection)
            return true;
        await start.Errors.WriteLineAsync(objection.AsMemory(), cancellationToken);
        return false;
    }

    private static async Task Prepare(WebApplication app, ParkStart start, CancellationToken cancellationToken)
    {
        foreach (var module in start.Modules)
            await module.Prepare(app.Services, cancellationToken);
        await FirstStart.Plant(app.Services, start, start.Args.Contains(Demo), cancellationToken);
        Map(app, start.Modules);
    }

    /// <summary>Everybody on the machine sees a command line.</summary>
    private static string? Misplaced(string[] args) => args.FirstOrDefault(arg => Secrets.Any(name => arg.StartsWith("--EcoPark:", StringComparison.OrdinalIgnoreCase) && arg.Contains(name, StringComparison.OrdinalIgnoreCase))) is { } secret
        ? $"提示：{secret.Split('=')[0]} 含密钥或口令，写在命令行上会被本机所有用户看到；请改放设置文件（环境变量 {SettingsVariable} 指明其路径）或环境变量。" : null;

    private static WebApplicationBuilder BuilderOf(ParkStart start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. start.Args.Where(arg => arg is not (Demo or CheckAudit or CheckModel or ChangeMasterKey or Recompute or RebuildSearch))],
            // Settings and static files lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = start.Program,
        });
        // Above the product's own settings; environment variables and the command line stand above it.
        if (Environment.GetEnvironmentVariable(SettingsVariable) is { Length: > 0 } file)
        {
            var sources = builder.Configuration.Sources;
            var place = sources.Select((source, at) => (source, at)).Last(one => one.source is Microsoft.Extensions.Configuration.Json.JsonConfigurationSource).at + 1;
            var own = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource { Path = Path.GetFullPath(file), Optional = false };
            own.ResolveFileProvider();
            sources.Insert(place, own);
        }

        builder.Configuration.AddInMemoryCollection(start.Settings);
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder, ParkStart start)
    {
        builder.WebHost.UseStaticWebAssets();
        var host = HostOf(builder.Configuration, start.Modules, start.Args.Contains(Demo));
        var logs = host.Settings<LogSettings>(LogSettings.Section);
        // Each server has its own logger, also where several are in one process.
        builder.Services.AddSerilog(
            logging =>
            {
                logging.ReadFrom.Configuration(builder.Configuration).WriteTo.File(
                    Path.Combine(logs.Folder ?? host.Database.PathOf("logs"), "ecopark-.log"), formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true,
                    retainedFileCountLimit: null, retainedFileTimeLimit: TimeSpan.FromDays(logs.Days), shared: true);
                if (logs.ToConsole)
                    logging.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture);
            },
            preserveStaticLogger: true);

        var gateway = host.Settings<GatewayOptions>(GatewayOptions.Section);
        var cluster = host.Settings<ClusterSettings>(ClusterSettings.Section);
        var http = host.Settings<HttpSettings>(HttpSettings.Section);
        var node = new NodeOptions(cluster.Node ?? $"{Environment.MachineName}:{gateway.Port}");
        builder.AddTransport(http);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenHttp(http);
            kestrel.ListenHj212(gateway);
        });
        builder.AddCluster(host.Database, cluster, node);
        builder.Services.AddSingleton(node);
        builder.Services.AddSingleton(start.Clock);
        builder.Services.AddParkDb(host.Database, builder.Configuration["EcoPark:MasterKey"], string.Equals(builder.Configuration["EcoPark:Cipher"], "SM4", StringComparison.OrdinalIgnoreCase));
        builder.Services.AddDataProtection().SetApplicationName("EcoPark");
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddBadRequests();
        builder.Services.AddSingleton(ShellOf(host));
        host.AddTo(builder.Services);
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EcoPark 开放接口";
            document.Info.Description = "时间一律为 ISO 8601 UTC；时段以起点为时标、左闭右开。";
            return Task.CompletedTask;
        }));
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter("EcoPark.*", "Microsoft.AspNetCore.Hosting", "Npgsql").AddRuntimeInstrumentation().AddPrometheusExporter());
        if (host.IsDemo)
            builder.Services.AddSingleton(host.Settings<DemoOptions>("EcoPark:Demo")).AddDemo<DemoAccounts>(host).AddDemo<DemoLoggers>(host).AddDemo<DemoHistory>(host).AddDemo<DemoTimers>(host).AddDemo<DemoFlows>(host).AddHostedService<DemoPark>();
        return builder.Build();
    }

    private static ModuleHost HostOf(IConfiguration configuration, IReadOnlyList<IModule> modules, bool isDemo)
    {
        var host = new ModuleHost(configuration, configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new(), modules, isDemo);
        if (isDemo && host.Database.DataFolder == "data")
            host.Database.DataFolder = "data/demo";
        return host;
    }

    private static ShellOptions ShellOf(ModuleHost host) => new()
    {
        ParkName = host.IsDemo ? "示范化工园区" : host.Configuration["EcoPark:ParkName"] ?? "园区",
        IsDemo = host.IsDemo,
        DemoAccounts = host.IsDemo ? DemoAccounts.Shown : [],
        DemoPassword = host.IsDemo ? DemoAccounts.Password : "",
        Map = host.Settings<MapBase>("EcoPark:Map"),
    };

    private static void Map(WebApplication app, IReadOnlyList<IModule> modules)
    {
        app.UseTransport(app.Configuration.GetSection(HttpSettings.Section).Get<HttpSettings>() ?? new());
        app.UseSecurityHeaders(app.Services.GetRequiredService<ShellOptions>().Map.Origins);
        app.UseDatabaseOutage();
        app.UseAuditTrail();
        app.UseBadRequests();
        app.UseSameOrigin();
        app.UseGuessLimit();
        app.UseAuthentication();
        app.UseApiClients();
        app.UseActor();
        app.UseRateLimiter();
        app.UseStandingRights();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Permissions.ViewOperation);
        app.MapOpenApi().RequireAuthorization(Permissions.Any);
        app.MapScalarApiReference("/api", options => options.WithTitle("EcoPark 开放接口")).RequireAuthorization(Permissions.Any);
        foreach (var module in modules)
            module.MapEndpoints(app);
    }
}

/// <summary>Settings <c>EcoPark:Logs</c>.</summary>
internal sealed class LogSettings
{
    public const string Section = "EcoPark:Logs";

    /// <summary>网络安全法 21: not less than six months.</summary>
    private const int Fewest = 184;

    private int _days = 366;

    /// <summary><c>logs</c> within the data folder where nothing is set.</summary>
    public string? Folder { get; set; }

    /// <summary>Days that the server's own log is kept, 184 at least.</summary>
    public int Days
    {
        get => _days;
        set => _days = Math.Max(Fewest, value);
    }

    /// <summary>Also on the console.</summary>
    public bool ToConsole { get; set; } = true;
}

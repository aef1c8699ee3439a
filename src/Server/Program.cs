using System.Net;
using System.Text.Json.Serialization;
using EcoPark.Alarms;
using EcoPark.Alarms.Endpoints;
using EcoPark.Forecasting;
using EcoPark.Modules.Archives;
using EcoPark.Modules.Monitoring;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Quality;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Http;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Security;
using EcoPark.Server;
using EcoPark.Server.Cluster;
using EcoPark.Server.Data;
using EcoPark.Server.Demo;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Web;
using EcoPark.Web.Components;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using OpenTelemetry.Metrics;
using Scalar.AspNetCore;
using Serilog;

var isDemo = args.Contains("--demo");
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = [.. args.Where(arg => arg is not ("--demo" or "--check-audit" or "--check-model"))],
    // Settings and static files lie beside the program, wherever it is started from.
    ContentRootPath = AppContext.BaseDirectory,
});
builder.WebHost.UseStaticWebAssets();
builder.Services.AddSerilog(logging => logging.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));

T Settings<T>(string section)
    where T : new() => builder.Configuration.GetSection(section).Get<T>() ?? new T();
var database = Settings<DatabaseOptions>(DatabaseOptions.Section);
if (isDemo && database.DataFolder == "data")
    database.DataFolder = "data/demo";
var gateway = Settings<GatewayOptions>(GatewayOptions.Section);
var cluster = Settings<ClusterSettings>(ClusterSettings.Section);
var http = Settings<HttpSettings>(HttpSettings.Section);
var node = new NodeOptions(cluster.Node ?? $"{Environment.MachineName}:{gateway.Port}");

builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(IPAddress.Parse(http.Address), http.Port);
    kestrel.ListenHj212(gateway);
});
builder.AddCluster(database, cluster, node);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddParkDb(database, builder.Configuration["EcoPark:MasterKey"], string.Equals(builder.Configuration["EcoPark:Cipher"], "SM4", StringComparison.OrdinalIgnoreCase));
builder.Services.AddParkSecurity(Settings<AccountOptions>(AccountOptions.Section));
builder.Services.AddNotifications(Settings<NotificationOptions>(NotificationOptions.Section), AlarmNotices.Events);
builder.Services.AddDataProtection().SetApplicationName("EcoPark");
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
builder.Services.AddTelemetry(database, gateway, Settings<RollupOptions>(RollupOptions.Section), node);
builder.Services.AddSingleton(new ShellOptions
{
    ParkName = isDemo ? "示范化工园区" : builder.Configuration["EcoPark:ParkName"] ?? "园区",
    IsDemo = isDemo,
    DemoAccounts = isDemo ? DemoAccounts.Shown : [],
    DemoPassword = isDemo ? DemoAccounts.Password : "",
    Map = Settings<MapBase>("EcoPark:Map"),
});
builder.Services.AddEcoParkWeb();
builder.Services.AddAlarms();
builder.Services.AddMonitoring();
builder.Services.AddArchives();
builder.Services.AddForecasting(Settings<ForecastSettings>(ForecastSettings.Section));
builder.Services.AddQuality();
builder.Services.AddOutlets();
builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
{
    document.Info.Title = "EcoPark 开放接口";
    document.Info.Description = "时间一律为 ISO 8601 UTC；时段以起点为时标、左闭右开。";
    return Task.CompletedTask;
}));
if (isDemo)
    builder.Services.AddSingleton<DemoArchives>().AddSingleton<DemoQuality>().AddSingleton<DemoHistory>().AddSingleton<DemoOutlets>().AddHostedService<DemoPark>();

builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter("EcoPark.*", "Microsoft.AspNetCore.Hosting", "Npgsql").AddRuntimeInstrumentation().AddPrometheusExporter());

var app = builder.Build();
app.Services.GetRequiredService<JobMetrics>();
// What is done before the first request, the platform does.
var starting = Actor.As(Actor.System);
if (args.Contains("--check-model"))
    return await app.Services.HasModelDrift(CancellationToken.None) ? 1 : 0;
if (await app.Services.MigrateParkDb(CancellationToken.None) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

if (args.Contains("--check-audit"))
    return AuditCheck.Tell(await app.Services.GetRequiredService<AuditChain>().Check(CancellationToken.None));
await app.Services.InitializeTelemetry(CancellationToken.None);
await FirstStart.Plant(app.Services, isDemo, CancellationToken.None);
if (isDemo)
{
    if (await DemoPark.Register(app.Services.GetRequiredService<IDeviceRegistry>(), CancellationToken.None))
    {
        await app.Services.GetRequiredService<DemoQuality>().Plant(CancellationToken.None);
        await app.Services.GetRequiredService<DemoOutlets>().Plant(CancellationToken.None);
    }
}

starting.Dispose();

app.UseSecurityHeaders(app.Services.GetRequiredService<ShellOptions>().Map.Origins);
app.UseDatabaseOutage();
app.UseAuthentication();
app.UseApiClients();
app.UseActor();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Permissions.ViewOperation);
app.MapOpenApi().RequireAuthorization();
app.MapScalarApiReference("/api", options => options.WithTitle("EcoPark 开放接口")).RequireAuthorization();
app.MapAlarms();
app.MapMonitoring();
app.MapQuality();
app.MapOutlets();
app.MapEcoParkWeb(typeof(AlarmsRegistration).Assembly, typeof(MonitoringRegistration).Assembly, typeof(ArchivesRegistration).Assembly, typeof(QualityRegistration).Assembly, typeof(OutletsRegistration).Assembly);
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"端口已被占用，平台没有启动：{exception.Message} 请停止占用者，或以 --EcoPark:Http:Port、--EcoPark:Gateway:Port 另选端口。");
    return 1;
}

/// <summary>Settings <c>EcoPark:Http</c>.</summary>
internal sealed class HttpSettings
{
    public const string Section = "EcoPark:Http";

    public string Address { get; set; } = IPAddress.Loopback.ToString();

    public int Port { get; set; } = 5080;
}

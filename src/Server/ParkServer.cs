using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;
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
    private const string Recompute = "--recompute";
    private const string RebuildSearch = "--rebuild-search";

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, IReadOnlyList<IModule> modules)
    {
        var app = Build(args, modules);
        app.Services.GetRequiredService<JobMetrics>();
        // What is done before the first request, the platform does.
        var starting = Actor.As(Actor.System);
        if (args.Contains(CheckModel))
            return await app.Services.HasModelDrift(CancellationToken.None) ? 1 : 0;
        if (await app.Services.MigrateParkDb(CancellationToken.None) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }

        if (args.Contains(CheckAudit))
            return AuditCheck.Tell(await app.Services.GetRequiredService<AuditChain>().Check(CancellationToken.None));
        if (args.Contains(Recompute) || args.Contains(RebuildSearch))
            return await RecordUpkeep.Run(app.Services, args.Contains(Recompute), CancellationToken.None);
        foreach (var module in modules)
            await module.Prepare(app.Services, CancellationToken.None);
        await FirstStart.Plant(app.Services, args.Contains(Demo), CancellationToken.None);
        starting.Dispose();
        Map(app, modules);
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
    }

    private static WebApplication Build(string[] args, IReadOnlyList<IModule> modules)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args.Where(arg => arg is not (Demo or CheckAudit or CheckModel or Recompute or RebuildSearch))],
            // Settings and static files lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSerilog(logging => logging.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));

        var host = HostOf(builder.Configuration, modules, args.Contains(Demo));
        var gateway = host.Settings<GatewayOptions>(GatewayOptions.Section);
        var cluster = host.Settings<ClusterSettings>(ClusterSettings.Section);
        var http = host.Settings<HttpSettings>(HttpSettings.Section);
        var node = new NodeOptions(cluster.Node ?? $"{Environment.MachineName}:{gateway.Port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(http.Address), http.Port);
            kestrel.ListenHj212(gateway);
        });
        builder.AddCluster(host.Database, cluster, node);
        builder.Services.AddSingleton(node);
        builder.Services.AddSingleton(TimeProvider.System);
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
            builder.Services.AddDemo<DemoAccounts>(host).AddDemo<DemoLoggers>(host).AddDemo<DemoHistory>(host).AddHostedService<DemoPark>();
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
        app.UseSecurityHeaders(app.Services.GetRequiredService<ShellOptions>().Map.Origins);
        app.UseDatabaseOutage();
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

/// <summary>Settings <c>EcoPark:Http</c>.</summary>
internal sealed class HttpSettings
{
    public const string Section = "EcoPark:Http";

    public string Address { get; set; } = IPAddress.Loopback.ToString();

    public int Port { get; set; } = 5080;
}

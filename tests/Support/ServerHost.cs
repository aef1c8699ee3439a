using EcoPark.Server;
using Microsoft.AspNetCore.Builder;

namespace EcoPark.Support;

/// <summary>
/// The whole server with its sockets, pages and database, within the tests' own process: what the run-time compiler has done for one start serves all later ones, so a start with settings of its own costs
/// a tenth of a process. It cannot be killed; tests of crashes and of memory have a <see cref="ServerProcess"/>.
/// </summary>
public sealed class ServerHost : TestServer
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private ServerHost(WebApplication app, int http, int gateway, string folder, bool ownsFolder)
        : base(http, gateway, folder) => (_app, _ownsFolder) = (app, ownsFolder);

    /// <summary>Services of the server.</summary>
    public IServiceProvider Services => _app.Services;

    /// <inheritdoc cref="ServerProcess.Start(string?, string?, int, string[])"/>
    public static Task<ServerHost> Start(string? folder = null, string? postgres = null, int gateway = 0, params string[] arguments) =>
        Start(signsIn: true, TimeProvider.System, folder, postgres, gateway, arguments);

    /// <inheritdoc cref="ServerProcess.StartNew"/>
    public static Task<ServerHost> StartNew(string? postgres = null, params string[] arguments) => Start(signsIn: false, TimeProvider.System, null, postgres, 0, arguments);

    /// <summary>A server with a clock of the test's own.</summary>
    public static Task<ServerHost> StartAt(TimeProvider clock, string folder, string? postgres, params string[] arguments) => Start(signsIn: true, clock, folder, postgres, 0, arguments);

    /// <inheritdoc cref="StartAt(TimeProvider, string, string?, string[])"/>
    public static Task<ServerHost> StartAt(TimeProvider clock) => Start(signsIn: true, clock, null, null, 0, []);

    private static async Task<ServerHost> Start(bool signsIn, TimeProvider clock, string? folder, string? postgres, int gateway, string[] arguments)
    {
        var ownsFolder = folder is null;
        folder ??= NewFolder();
        var http = FreePort();
        gateway = gateway == 0 ? FreePort() : gateway;
        var output = new StringWriter();
        // Away from the few threads that the tests' own continuations run on.
        var app = await Task.Run(() => ParkServer.Start(
            new ParkStart([.. ArgumentsOf(http, gateway, folder, arguments), "--EcoPark:Logs:ToConsole=false", "--shutdownTimeoutSeconds=1"], ParkModules.All)
            {
                Settings = new Dictionary<string, string?> { ["EcoPark:MasterKey"] = MasterKey, ["EcoPark:Database:Postgres"] = postgres },
                Clock = clock,
                Output = output,
                Errors = output,
                Program = "EcoPark.Server",
            },
            CancellationToken.None)) ?? throw new InvalidOperationException($"The server did not start:\n{output}");
        var server = new ServerHost(app, http, gateway, folder, ownsFolder);
        await server.Begin(output.ToString(), signsIn);
        return server;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Task.Run(async () =>
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        });
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}

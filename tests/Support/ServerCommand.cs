using System.Diagnostics;

namespace EcoPark.Support;

/// <summary>The server's program as somebody runs a command of it: it does what it is told and ends.</summary>
public static class ServerCommand
{
    /// <param name="folder">Data folder.</param>
    /// <param name="postgres">Connection string; SQLite by default.</param>
    /// <param name="settings">Settings by environment, such as <c>EcoPark__MasterKey</c>.</param>
    /// <param name="arguments">Command line.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(string folder, string? postgres, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                ServerProcess.Program, .. arguments, $"--EcoPark:Database:DataFolder={folder}", $"--EcoPark:Http:Port={TestServer.FreePort()}", $"--EcoPark:Gateway:Port={TestServer.FreePort()}",
                $"--EcoPark:Cluster:SiloPort={TestServer.FreePort()}",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        if (postgres is not null)
            start.Environment["EcoPark__Database__Postgres"] = postgres;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EcoPark.Support;

/// <summary>A PostgreSQL server of a test's own, which the test may stop, kill and start again.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _options;

    private PrivatePostgres(string folder, string options) => (_folder, _options) = (folder, options);

    /// <summary>Of the database that the server under test uses.</summary>
    public string Connection { get; private set; } = "";

    /// <param name="folder">Empty folder for its data; a temporary one by default.</param>
    /// <param name="options">Settings in place of the usual ones, as <c>-c name=value</c>.</param>
    public static async Task<PrivatePostgres> Begin(string? folder = null, string options = "-c shared_buffers=64MB")
    {
        var postgres = new PrivatePostgres(folder ?? Path.Combine(Path.GetTempPath(), "ecopark-pg-" + Guid.NewGuid().ToString("N")[..8]), options);
        await postgres.Start();
        return postgres;
    }

    /// <summary>Starts it, for the first time or again, on the same port.</summary>
    public async Task Start()
    {
        var script = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "start-postgres"), _folder) { RedirectStandardOutput = true, Environment = { ["ECOPARK_POSTGRES_OPTIONS"] = _options } };
        using var process = Process.Start(script)!;
        Connection = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL could not be started; see the message above.");
        await process.WaitForExitAsync();
    }

    /// <summary>Ends it at once, as <c>pg_ctl stop -m fast</c> does: connections are cut, the data are safe.</summary>
    public Task Stop() => Signal("-INT");

    /// <summary>Ends it as a power cut would: it recovers from its log at the next start.</summary>
    public Task Crash() => Signal("-QUIT");

    /// <summary>Cuts every other connection, <c>pg_terminate_backend</c>.</summary>
    public async Task Cut()
    {
        await using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(PidFile))
            await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string PidFile => Path.Combine(_folder, "data", "postmaster.pid");

    private async Task Signal(string signal)
    {
        var pid = int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(pid);
        using var kill = Process.Start("kill", [signal, pid.ToString(CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync();
        await server.WaitForExitAsync();
        // After a crash the file stays, as it would after a power cut; the next start finds that its owner is gone.
    }
}

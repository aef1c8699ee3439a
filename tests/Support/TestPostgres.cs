using System.Diagnostics;
using Npgsql;

namespace EcoPark.Support;

/// <summary>A real PostgreSQL server for the tests: the one <c>./test</c> started, or one of this process's own.</summary>
public static class TestPostgres
{
    /// <summary>Connection string of the administrator, set by <c>./test</c>.</summary>
    public const string Variable = "ECOPARK_TEST_POSTGRES";

    private static readonly Lazy<string> Administrator = new(Start);

    /// <summary>Makes an empty database and returns how to reach it.</summary>
    public static string NewDatabase()
    {
        var name = "test_" + Guid.NewGuid().ToString("N")[..12];
        using var connection = new NpgsqlConnection(Administrator.Value);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(Administrator.Value) { Database = name, Pooling = true, MaxPoolSize = 40 }.ToString();
    }

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;

        var folder = Path.Combine(Path.GetTempPath(), "ecopark-pg-" + Guid.NewGuid().ToString("N")[..8]);
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "start-postgres"), folder) { RedirectStandardOutput = true })!;
        var connection = script.StandardOutput.ReadLine() ?? throw new InvalidOperationException("PostgreSQL could not be started; see the message above.");
        script.WaitForExit();
        var pid = int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            using var server = Process.GetProcessById(pid);
            server.Kill();
            server.WaitForExit();
            Directory.Delete(folder, recursive: true);
        };
        return connection;
    }
}

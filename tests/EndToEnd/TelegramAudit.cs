using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.EndToEnd;

/// <summary>Looks into the database behind the server's back: what was acknowledged must be there, once, with its readings.</summary>
public static class TelegramAudit
{
    /// <summary>Opens the two SQLite files of a data folder, or the PostgreSQL database.</summary>
    public static async Task<DbConnection> Open(string folder, string? postgres)
    {
        DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "telegrams.db")};Pooling=False") : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        if (postgres is null)
            await Execute(connection, $"ATTACH DATABASE '{Path.Combine(folder, "readings.db")}' AS readings");
        return connection;
    }

    /// <summary>Lines of the log by MN and QN.</summary>
    public static async Task<Dictionary<(string Mn, string Qn), List<long>>> Logged(DbConnection connection)
    {
        var logged = new Dictionary<(string, string), List<long>>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT mn, qn, id FROM telegram WHERE direction = 1";
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var key = (row.GetString(0), row.GetString(1));
            if (!logged.TryGetValue(key, out var ids))
                logged.Add(key, ids = []);
            ids.Add(row.GetInt64(2));
        }

        return logged;
    }

    /// <summary>Readings as sent, counted by the telegram they came from.</summary>
    public static async Task<Dictionary<long, int>> ReadingsByTelegram(DbConnection connection)
    {
        var counts = new Dictionary<long, int>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT telegram, count(*) FROM reading WHERE telegram <> 0 AND (series & 7) = 0 GROUP BY telegram";
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            counts.Add(row.GetInt64(0), row.GetInt32(1));
        return counts;
    }

    /// <summary>Waits until every acknowledged telegram has its readings; fails with what is missing or there twice.</summary>
    public static async Task ShouldHoldOnce(IReadOnlyCollection<(string Mn, string Qn)> acknowledged, int readingsEach, string folder, string? postgres)
    {
        await using var connection = await Open(folder, postgres);
        var logged = await Logged(connection);
        acknowledged.Where(one => !logged.ContainsKey(one)).ShouldBeEmpty("acknowledged but not in the log");
        acknowledged.Where(one => logged[one].Count != 1).ShouldBeEmpty("in the log more than once");
        acknowledged.Count.ShouldBe(acknowledged.Distinct().Count(), "acknowledged twice");

        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            var counts = await ReadingsByTelegram(connection);
            var lacking = acknowledged.Select(one => logged[one][0]).Where(id => counts.GetValueOrDefault(id) != readingsEach).ToList();
            if (lacking.Count == 0)
                return;
            if (DateTime.UtcNow > deadline)
                lacking.Take(20).Select(id => (id, counts.GetValueOrDefault(id))).ShouldBeEmpty($"{lacking.Count} telegrams without their {readingsEach} readings");
            await Task.Delay(500);
        }
    }

    /// <summary>Every row as sent and everything it superseded, in order, as text.</summary>
    public static async Task<IReadOnlyList<string>> AsSent(string folder, string? postgres)
    {
        await using var connection = await Open(folder, postgres);
        var rows = new List<string>();
        foreach (var table in new[] { "reading", "superseded" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE (series & 7) = 0 ORDER BY series, time, rank";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
                rows.Add(table + " " + string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>Loses all readings, as a broken disk would.</summary>
    public static async Task EmptyReadings(string folder, string? postgres)
    {
        await using var connection = await Open(folder, postgres);
        await Execute(connection, "DELETE FROM reading; DELETE FROM superseded; DELETE FROM rollup_due");
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

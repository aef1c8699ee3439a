using EcoPark.Telemetry.Readings;
using Microsoft.Data.Sqlite;

namespace EcoPark.Telemetry.Storage;

/// <summary>Statements of the embedded reading store and the mapping of its rows.</summary>
internal static class SqliteReadingSql
{
    public const string Columns = "series, time, value, min, max, total, corrected, corrected_min, corrected_max, flag, marks, rank, telegram, coverage";

    /// <summary>What statistics need of a reading.</summary>
    public const string ValueColumns = "series, time, value, flag, marks";

    private const string Values = "$series, $time, $value, $min, $max, $total, $corrected, $corrected_min, $corrected_max, $flag, $marks, $rank, $telegram, $coverage";

    private const string Definition = """
        series INTEGER NOT NULL, time INTEGER NOT NULL, value REAL, min REAL, max REAL, total REAL, corrected REAL,
        corrected_min REAL, corrected_max REAL, flag INTEGER NOT NULL, marks INTEGER NOT NULL, rank INTEGER NOT NULL,
        telegram INTEGER NOT NULL, coverage REAL
        """;

    /// <summary>The trigger keeps what gives way; readings rolled up (origin 1) are derived and simply replaced.</summary>
    public const string Schema = $"""
        CREATE TABLE IF NOT EXISTS reading ({Definition}, PRIMARY KEY (series, time)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS superseded ({Definition}, PRIMARY KEY (series, time, rank)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS rollup_due (
            interval INTEGER NOT NULL, end INTEGER NOT NULL, channel INTEGER NOT NULL, start INTEGER NOT NULL, ready INTEGER NOT NULL,
            PRIMARY KEY (interval, end, channel, start)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS unseen (
            interval INTEGER NOT NULL, channel INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (interval, channel, start)) WITHOUT ROWID;
        DROP TRIGGER IF EXISTS reading_gives_way;
        CREATE TRIGGER reading_gives_way BEFORE UPDATE ON reading WHEN OLD.series & 7 <> 1
        BEGIN
            INSERT OR IGNORE INTO superseded SELECT {Columns} FROM reading WHERE series = OLD.series AND time = OLD.time;
        END;
        """;

    /// <summary>Lists of before 2026-11-24 have no ready: their periods are due as they were then.</summary>
    public const string AddReady = "ALTER TABLE rollup_due ADD COLUMN ready INTEGER NOT NULL DEFAULT 0; UPDATE rollup_due SET ready = end + 40000;";

    public const string LacksReady = "SELECT count(*) = 0 FROM pragma_table_info('rollup_due') WHERE name = 'ready'";

    public const string Upsert = $"""
        INSERT INTO reading ({Columns}) VALUES ({Values})
        ON CONFLICT (series, time) DO UPDATE SET
            value = excluded.value, min = excluded.min, max = excluded.max, total = excluded.total, corrected = excluded.corrected,
            corrected_min = excluded.corrected_min, corrected_max = excluded.corrected_max, flag = excluded.flag,
            marks = excluded.marks, rank = excluded.rank, telegram = excluded.telegram
        WHERE excluded.rank > reading.rank
        """;

    public const string KeepLoser = $"""
        INSERT OR IGNORE INTO superseded ({Columns})
        SELECT {Values} WHERE EXISTS (SELECT 1 FROM reading WHERE series = $series AND time = $time AND rank <> $rank)
        """;

    public const string Replace = $"INSERT OR REPLACE INTO reading ({Columns}) VALUES ({Values})";

    public const string NoteUnseen = "INSERT OR REPLACE INTO unseen (interval, channel, start, end, at) VALUES ($interval, $channel, $start, $end, $at)";

    public const string MarkSeen = "DELETE FROM unseen WHERE interval = $interval AND channel = $channel AND start = $start AND at <= $at";

    /// <summary>Validity as in <see cref="Reading.IsValid"/>, for aggregates in the database; the same in both stores.</summary>
    public static readonly string IsValid = $"value IS NOT NULL AND flag IN (0, {(int)'N'}) AND (marks & {(int)ReadingMarks.Invalidating}) = 0";

    public static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in Values.Split(", "))
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    public static void Bind(SqliteCommand command, in Reading reading)
    {
        var p = command.Parameters;
        p[0].Value = reading.Series.Value;
        p[1].Value = UnixTime.Milliseconds(reading.Time);
        p[2].Value = OrNull(reading.Value);
        p[3].Value = OrNull(reading.Min);
        p[4].Value = OrNull(reading.Max);
        p[5].Value = OrNull(reading.Total);
        p[6].Value = OrNull(reading.Corrected);
        p[7].Value = OrNull(reading.CorrectedMin);
        p[8].Value = OrNull(reading.CorrectedMax);
        p[9].Value = (int)reading.Flag;
        p[10].Value = (int)reading.Marks;
        p[11].Value = reading.Rank;
        p[12].Value = reading.TelegramId;
        p[13].Value = OrNull(reading.Coverage);
    }

    public static List<Reading> Query(SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, object Value)[] parameters) =>
        Query(connection, transaction, sql, parameters, Map);

    /// <summary>Of <see cref="ValueColumns"/>.</summary>
    public static List<Reading> QueryValues(SqliteConnection connection, SqliteTransaction? transaction, string sql, params (string Name, object Value)[] parameters) =>
        Query(connection, transaction, sql, parameters, MapValue);

    private static List<Reading> Query(SqliteConnection connection, SqliteTransaction? transaction, string sql, (string Name, object Value)[] parameters, Func<SqliteDataReader, Reading> map)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using var row = command.ExecuteReader();
        var readings = new List<Reading>();
        while (row.Read())
            readings.Add(map(row));
        return readings;
    }

    private static Reading Map(SqliteDataReader row) => new()
    {
        Series = new SeriesId(row.GetInt64(0)),
        Time = UnixTime.FromMilliseconds(row.GetInt64(1)),
        Value = Number(row, 2),
        Min = Number(row, 3),
        Max = Number(row, 4),
        Total = Number(row, 5),
        Corrected = Number(row, 6),
        CorrectedMin = Number(row, 7),
        CorrectedMax = Number(row, 8),
        Flag = (char)row.GetInt32(9),
        Marks = (ReadingMarks)row.GetInt16(10),
        Rank = row.GetInt64(11),
        TelegramId = row.GetInt64(12),
        Coverage = Number(row, 13),
    };

    private static Reading MapValue(SqliteDataReader row) => new()
    {
        Series = new SeriesId(row.GetInt64(0)),
        Time = UnixTime.FromMilliseconds(row.GetInt64(1)),
        Value = Number(row, 2),
        Flag = (char)row.GetInt32(3),
        Marks = (ReadingMarks)row.GetInt16(4),
    };

    private static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static object OrNull(double? value) => value is { } number ? number : DBNull.Value;
}

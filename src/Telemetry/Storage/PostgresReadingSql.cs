using EcoPark.Telemetry.Readings;
using Npgsql;
using NpgsqlTypes;

namespace EcoPark.Telemetry.Storage;

/// <summary>Statements of the server reading store and the mapping of its rows.</summary>
internal static class PostgresReadingSql
{
    public const string Columns = "series, time, value, min, max, total, corrected, corrected_min, corrected_max, flag, marks, rank, telegram, coverage";

    private const string Definition = """
        series bigint NOT NULL, time timestamptz NOT NULL, value double precision, min double precision, max double precision,
        total double precision, corrected double precision, corrected_min double precision, corrected_max double precision,
        flag smallint NOT NULL, marks smallint NOT NULL, rank bigint NOT NULL, telegram bigint NOT NULL, coverage real
        """;

    /// <summary>The series leads every key, so that the tables could be distributed by it.</summary>
    public const string Schema = $"""
        CREATE TABLE IF NOT EXISTS reading ({Definition}, PRIMARY KEY (series, time)) PARTITION BY RANGE (time);
        CREATE TABLE IF NOT EXISTS superseded ({Definition}, PRIMARY KEY (series, time, rank));
        CREATE TABLE IF NOT EXISTS rollup_due (
            "interval" smallint NOT NULL, "end" timestamptz NOT NULL, channel integer NOT NULL, start timestamptz NOT NULL, ready timestamptz NOT NULL,
            PRIMARY KEY ("interval", "end", channel, start));
        CREATE TABLE IF NOT EXISTS unseen (
            "interval" smallint NOT NULL, channel integer NOT NULL, start timestamptz NOT NULL, "end" timestamptz NOT NULL, at timestamptz NOT NULL,
            PRIMARY KEY ("interval", channel, start));
        -- Lists of before 2026-11-24 have no ready: their periods are due as they were then.
        ALTER TABLE rollup_due ADD COLUMN IF NOT EXISTS ready timestamptz;
        UPDATE rollup_due SET ready = "end" + interval '40 seconds' WHERE ready IS NULL;
        ALTER TABLE rollup_due ALTER COLUMN ready SET NOT NULL;
        """;

    public const string CreateStaging = $"CREATE TEMP TABLE IF NOT EXISTS staging ({Definition}) ON COMMIT DELETE ROWS";

    /// <summary>The usual case: nothing of it was there before.</summary>
    public const string InsertNew = $"""
        INSERT INTO reading SELECT {Columns} FROM (
            SELECT *, row_number() OVER (PARTITION BY series, time ORDER BY rank DESC) AS n FROM staging) s WHERE n = 1
        ON CONFLICT (series, time) DO NOTHING
        """;

    /// <summary>What is there gives way to a higher rank; the content that does not stand is kept beside.</summary>
    public const string Settle = $"""
        INSERT INTO superseded SELECT r.* FROM reading r JOIN staging s USING (series, time) WHERE s.rank > r.rank
        ON CONFLICT DO NOTHING;
        UPDATE reading r SET value = s.value, min = s.min, max = s.max, total = s.total, corrected = s.corrected,
            corrected_min = s.corrected_min, corrected_max = s.corrected_max, flag = s.flag, marks = s.marks, rank = s.rank, telegram = s.telegram
        FROM (SELECT DISTINCT ON (series, time) * FROM staging ORDER BY series, time, rank DESC) s
        WHERE r.series = s.series AND r.time = s.time AND s.rank > r.rank;
        INSERT INTO superseded SELECT {StagingColumns} FROM staging s JOIN reading r USING (series, time) WHERE s.rank <> r.rank
        ON CONFLICT DO NOTHING;
        """;

    public const string ReplaceRolledUp = $"""
        INSERT INTO reading SELECT {Columns} FROM staging
        ON CONFLICT (series, time) DO UPDATE SET value = excluded.value, min = excluded.min, max = excluded.max, total = excluded.total,
            corrected = excluded.corrected, corrected_min = excluded.corrected_min, corrected_max = excluded.corrected_max,
            flag = excluded.flag, marks = excluded.marks, rank = excluded.rank, telegram = excluded.telegram, coverage = excluded.coverage
        """;

    /// <summary>The finest level that has anything due; rows that another node holds are left to it.</summary>
    public const string TakeDue = """
        DELETE FROM rollup_due d USING (
            SELECT ctid FROM rollup_due
            WHERE ready <= @now AND "interval" = (SELECT min("interval") FROM rollup_due WHERE ready <= @now)
            ORDER BY "end" LIMIT @limit FOR UPDATE SKIP LOCKED) t
        WHERE d.ctid = t.ctid RETURNING d."interval", d."end", d.channel, d.start
        """;

    public const string NoteUnseen = """
        INSERT INTO unseen ("interval", channel, start, "end", at) SELECT * FROM unnest(@interval, @channel, @start, @end, @at) AS p(i, c, s, e, a) ORDER BY i, c, s
        ON CONFLICT ("interval", channel, start) DO UPDATE SET "end" = excluded."end", at = greatest(unseen.at, excluded.at)
        """;

    public const string MarkSeen = """
        DELETE FROM unseen u USING unnest(@interval, @channel, @start, @end, @at) AS p(i, c, s, e, a)
        WHERE u."interval" = p.i AND u.channel = p.c AND u.start = p.s AND u.at <= p.a
        """;

    private const string StagingColumns = "s.series, s.time, s.value, s.min, s.max, s.total, s.corrected, s.corrected_min, s.corrected_max, s.flag, s.marks, s.rank, s.telegram, s.coverage";

    /// <summary>Validity as in <see cref="Reading.IsValid"/>, for aggregates in the database; the same in both stores.</summary>
    public static readonly string IsValid = SqliteReadingSql.IsValid;

    public static async Task Stage(NpgsqlConnection connection, IEnumerable<Reading> readings, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY staging ({Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        foreach (var reading in readings)
        {
            // Into the importer's buffer; only a full buffer touches the socket, so the synchronous calls cost no thread.
            writer.StartRow();
            writer.Write(reading.Series.Value, NpgsqlDbType.Bigint);
            writer.Write(reading.Time, NpgsqlDbType.TimestampTz);
            Write(writer, reading.Value);
            Write(writer, reading.Min);
            Write(writer, reading.Max);
            Write(writer, reading.Total);
            Write(writer, reading.Corrected);
            Write(writer, reading.CorrectedMin);
            Write(writer, reading.CorrectedMax);
            writer.Write((short)reading.Flag, NpgsqlDbType.Smallint);
            writer.Write((short)reading.Marks, NpgsqlDbType.Smallint);
            writer.Write(reading.Rank, NpgsqlDbType.Bigint);
            writer.Write(reading.TelegramId, NpgsqlDbType.Bigint);
            if (reading.Coverage is { } coverage)
                writer.Write((float)coverage, NpgsqlDbType.Real);
            else
                writer.WriteNull();
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public static Reading Map(NpgsqlDataReader row, int first = 0) => new()
    {
        Series = new SeriesId(row.GetInt64(first)),
        Time = row.GetDateTime(first + 1),
        Value = Number(row, first + 2),
        Min = Number(row, first + 3),
        Max = Number(row, first + 4),
        Total = Number(row, first + 5),
        Corrected = Number(row, first + 6),
        CorrectedMin = Number(row, first + 7),
        CorrectedMax = Number(row, first + 8),
        Flag = (char)row.GetInt16(first + 9),
        Marks = (ReadingMarks)row.GetInt16(first + 10),
        Rank = row.GetInt64(first + 11),
        TelegramId = row.GetInt64(first + 12),
        Coverage = row.IsDBNull(first + 13) ? null : row.GetFloat(first + 13),
    };

    public static double? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    private static void Write(NpgsqlBinaryImporter writer, double? value)
    {
        if (value is { } number)
            writer.Write(number, NpgsqlDbType.Double);
        else
            writer.WriteNull();
    }
}

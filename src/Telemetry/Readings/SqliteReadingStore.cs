using EcoPark.Telemetry.Storage;
using Microsoft.Data.Sqlite;

namespace EcoPark.Telemetry.Readings;

/// <summary>Readings in a SQLite file, clustered by (series, time).</summary>
public sealed class SqliteReadingStore(string path) : IReadingStore, IAsyncDisposable
{
    private readonly SqliteFile _file = new(path);

    public async Task Initialize(CancellationToken cancellationToken)
    {
        await _file.Execute(SqliteReadingSql.Schema, cancellationToken).ConfigureAwait(false);
        if (await _file.Read(LacksReady, cancellationToken).ConfigureAwait(false))
            await _file.Execute(SqliteReadingSql.AddReady, cancellationToken).ConfigureAwait(false);
    }

    public Task Write(IReadOnlyList<Reading> readings, IReadOnlyCollection<RollupTarget> due, DateTime notBefore, CancellationToken cancellationToken) =>
        _file.Write(
            (connection, transaction) =>
            {
                using var upsert = SqliteReadingSql.Prepare(connection, transaction, SqliteReadingSql.Upsert);
                using var keepLoser = SqliteReadingSql.Prepare(connection, transaction, SqliteReadingSql.KeepLoser);
                foreach (var reading in readings)
                {
                    SqliteReadingSql.Bind(upsert, reading);
                    if (upsert.ExecuteNonQuery() > 0)
                        continue;
                    // Nothing changed: the same content again, or one of lower rank, which is kept beside.
                    SqliteReadingSql.Bind(keepLoser, reading);
                    keepLoser.ExecuteNonQuery();
                }

                Note(connection, transaction, due, notBefore);
                return readings.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<Reading>> Read(SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken) =>
        Select("reading", series, from, to, limit, cancellationToken);

    public Task<IReadOnlyList<Reading>> ReadMany(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Many(SqliteReadingSql.Columns, SqliteReadingSql.Query, series, from, to, cancellationToken);

    public Task<IReadOnlyList<Reading>> ReadValues(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Many(SqliteReadingSql.ValueColumns, SqliteReadingSql.QueryValues, series, from, to, cancellationToken);

    public Task<IReadOnlyList<Reading>> Superseded(SeriesId series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Select("superseded", series, from, to, 10_000, cancellationToken);

    public Task<IReadOnlyList<CurvePoint>> ReadCurve(SeriesId series, DateTime from, DateTime to, int buckets, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<CurvePoint>>(
            connection =>
            {
                var width = CurveBuckets.WidthMs(from, to, buckets);
                using var command = connection.CreateCommand();
                command.CommandText = $"""
                    SELECT min(time), avg(value) FILTER (WHERE {SqliteReadingSql.IsValid}), min(min(value, coalesce(min, value))), max(max(value, coalesce(max, value))),
                           count(*), count(*) FILTER (WHERE NOT ({SqliteReadingSql.IsValid})),
                           max(flag) FILTER (WHERE flag NOT IN (0, {(int)'N'})), max(flag), max(marks & 1) | max(marks & 2) | max(marks & 4) | max(marks & 8) | max(marks & 16) | max(marks & 32) | max(marks & 64) | max(marks & 128)
                    FROM reading WHERE series = $series AND time >= $from AND time < $to
                    GROUP BY (time - $from) / $width ORDER BY 1
                    """;
                command.Parameters.AddWithValue("$series", series.Value);
                command.Parameters.AddWithValue("$from", UnixTime.Milliseconds(from));
                command.Parameters.AddWithValue("$to", UnixTime.Milliseconds(to));
                command.Parameters.AddWithValue("$width", width);
                using var row = command.ExecuteReader();
                var points = new List<CurvePoint>();
                while (row.Read())
                {
                    points.Add(new CurvePoint(
                        UnixTime.FromMilliseconds(row.GetInt64(0)), Number(row, 1), Number(row, 2), Number(row, 3), row.GetInt32(4), row.GetInt32(5),
                        (char)(row.IsDBNull(6) ? row.GetInt32(7) : row.GetInt32(6)), (ReadingMarks)row.GetInt16(8)));
                }

                return points;
            },
            cancellationToken);

    public Task<IReadOnlyList<Reading>> Latest(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<Reading>>(
            connection => [.. series.SelectMany(one => SqliteReadingSql.Query(
                connection, null, $"SELECT {SqliteReadingSql.Columns} FROM reading WHERE series = $series ORDER BY time DESC LIMIT 1", ("$series", one.Value)))],
            cancellationToken);

    public Task<IReadOnlyList<DateTime>> Stamps(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<DateTime>>(
            connection =>
            {
                var stamps = new SortedSet<long>();
                foreach (var one in series)
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "SELECT time FROM reading WHERE series = $series AND time >= $from AND time < $to";
                    command.Parameters.AddWithValue("$series", one.Value);
                    command.Parameters.AddWithValue("$from", UnixTime.Milliseconds(from));
                    command.Parameters.AddWithValue("$to", UnixTime.Milliseconds(to));
                    using var row = command.ExecuteReader();
                    while (row.Read())
                        stamps.Add(row.GetInt64(0));
                }

                return [.. stamps.Select(UnixTime.FromMilliseconds)];
            },
            cancellationToken);

    public Task<DateTime?> FirstStamp(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken) =>
        _file.Read<DateTime?>(
            connection =>
            {
                long? first = null;
                foreach (var one in series)
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "SELECT min(time) FROM reading WHERE series = $series";
                    command.Parameters.AddWithValue("$series", one.Value);
                    if (command.ExecuteScalar() is long time && !(time >= first))
                        first = time;
                }

                return first is { } found ? UnixTime.FromMilliseconds(found) : null;
            },
            cancellationToken);

    public Task<int> RollUp(DateTime now, int limit, IRollupRule rule, CancellationToken cancellationToken) =>
        _file.Write(
            (connection, transaction) =>
            {
                var targets = TakeDue(connection, transaction, now, limit);
                using var replace = SqliteReadingSql.Prepare(connection, transaction, SqliteReadingSql.Replace);
                var rolledUp = new List<RolledUp>();
                var next = new HashSet<RollupTarget>();
                foreach (var target in targets)
                {
                    var weights = rule.WeightChannelOf(target) is { } channel ? Finer(connection, transaction, target, channel) : [];
                    if (rule.Roll(target, Finer(connection, transaction, target, target.ChannelId), weights) is not { } reading)
                        continue;
                    SqliteReadingSql.Bind(replace, reading);
                    replace.ExecuteNonQuery();
                    if (target.IsLookedAt)
                        rolledUp.Add(new RolledUp(target, now));
                    if (rule.TargetOf(reading.Series, reading.Time) is { } coarser)
                        next.Add(coarser);
                }

                Note(connection, transaction, next, default);
                Each(connection, transaction, SqliteReadingSql.NoteUnseen, rolledUp);
                return targets.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<RolledUp>> Unseen(DateTime rolledUpBy, int limit, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<RolledUp>>(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT interval, channel, start, end, at FROM unseen WHERE at <= $at ORDER BY at LIMIT $limit";
                command.Parameters.AddWithValue("$at", UnixTime.Milliseconds(rolledUpBy));
                command.Parameters.AddWithValue("$limit", limit);
                using var row = command.ExecuteReader();
                var found = new List<RolledUp>();
                while (row.Read())
                {
                    found.Add(new RolledUp(
                        new RollupTarget(row.GetInt32(1), (Interval)row.GetByte(0), UnixTime.FromMilliseconds(row.GetInt64(2)), UnixTime.FromMilliseconds(row.GetInt64(3))), UnixTime.FromMilliseconds(row.GetInt64(4))));
                }

                return found;
            },
            cancellationToken);

    public Task MarkSeen(IReadOnlyCollection<RolledUp> periods, CancellationToken cancellationToken) => _file.Write(
        (connection, transaction) =>
        {
            Each(connection, transaction, SqliteReadingSql.MarkSeen, periods);
            return periods.Count;
        },
        cancellationToken);

    public Task<long> CountDue(CancellationToken cancellationToken) => _file.Read(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM rollup_due";
            return (long)command.ExecuteScalar()!;
        },
        cancellationToken);

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private Task<IReadOnlyList<Reading>> Many(
        string columns, Func<SqliteConnection, SqliteTransaction?, string, (string, object)[], List<Reading>> query, IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<Reading>>(
            connection => query(
                connection, null,
                // CROSS JOIN keeps the order of the loops: each series is a seek in the key.
                $"SELECT {columns} FROM (SELECT value AS wanted FROM json_each($series)) CROSS JOIN reading ON series = wanted AND time >= $from AND time < $to ORDER BY wanted, time",
                [("$series", $"[{string.Join(',', series.Select(one => one.Value).Order())}]"), ("$from", UnixTime.Milliseconds(from)), ("$to", UnixTime.Milliseconds(to))]),
            cancellationToken);

    private Task<IReadOnlyList<Reading>> Select(string table, SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<Reading>>(
            connection => SqliteReadingSql.Query(
                connection, null,
                $"SELECT {SqliteReadingSql.Columns} FROM {table} WHERE series = $series AND time >= $from AND time < $to ORDER BY time LIMIT $limit",
                ("$series", series.Value), ("$from", UnixTime.Milliseconds(from)), ("$to", UnixTime.Milliseconds(to)), ("$limit", limit)),
            cancellationToken);

    private static List<Reading> Finer(SqliteConnection connection, SqliteTransaction transaction, RollupTarget target, int channelId) =>
        [.. target.FinerSeries(channelId).SelectMany(series => SqliteReadingSql.Query(
            connection, transaction,
            $"SELECT {SqliteReadingSql.Columns} FROM reading WHERE series = $series AND time >= $start AND time < $end ORDER BY time",
            ("$series", series.Value), ("$start", UnixTime.Milliseconds(target.Start)), ("$end", UnixTime.Milliseconds(target.End))))];

    private static void Note(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<RollupTarget> due, DateTime notBefore)
    {
        if (due.Count == 0)
            return;

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO rollup_due (interval, end, channel, start, ready) VALUES ($interval, $end, $channel, $start, $ready)
            ON CONFLICT DO UPDATE SET ready = max(ready, excluded.ready)
            """;
        var p = new[] { "$interval", "$end", "$channel", "$start", "$ready" }.Select(name => command.Parameters.Add(name, SqliteType.Integer)).ToArray();
        foreach (var target in due)
        {
            p[0].Value = (int)target.Interval;
            p[1].Value = UnixTime.Milliseconds(target.End);
            p[2].Value = target.ChannelId;
            p[3].Value = UnixTime.Milliseconds(target.Start);
            p[4].Value = UnixTime.Milliseconds(target.ReadyAt(notBefore));
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Executes a statement for each period.</summary>
    private static void Each(SqliteConnection connection, SqliteTransaction transaction, string sql, IReadOnlyCollection<RolledUp> periods)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        var p = new[] { "$interval", "$channel", "$start", "$end", "$at" }.Select(name => command.Parameters.Add(name, SqliteType.Integer)).ToArray();
        foreach (var (period, at) in periods)
        {
            p[0].Value = (int)period.Interval;
            p[1].Value = period.ChannelId;
            p[2].Value = UnixTime.Milliseconds(period.Start);
            p[3].Value = UnixTime.Milliseconds(period.End);
            p[4].Value = UnixTime.Milliseconds(at);
            command.ExecuteNonQuery();
        }
    }

    private static List<RollupTarget> TakeDue(SqliteConnection connection, SqliteTransaction transaction, DateTime now, int limit)
    {
        // The finest level that has anything due: coarser ones wait until what they are made of is there.
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            DELETE FROM rollup_due WHERE (interval, end, channel, start) IN (
                SELECT interval, end, channel, start FROM rollup_due
                WHERE ready <= $now AND interval = (SELECT min(interval) FROM rollup_due WHERE ready <= $now) ORDER BY end LIMIT $limit)
            RETURNING interval, end, channel, start
            """;
        command.Parameters.AddWithValue("$now", UnixTime.Milliseconds(now));
        command.Parameters.AddWithValue("$limit", limit);
        using var row = command.ExecuteReader();
        var targets = new List<RollupTarget>();
        while (row.Read())
            targets.Add(new RollupTarget(row.GetInt32(2), (Interval)row.GetByte(0), UnixTime.FromMilliseconds(row.GetInt64(3)), UnixTime.FromMilliseconds(row.GetInt64(1))));
        return targets;
    }

    private static bool LacksReady(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqliteReadingSql.LacksReady;
        return (long)command.ExecuteScalar()! == 1;
    }

    private static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}

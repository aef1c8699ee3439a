using EcoPark.Telemetry.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EcoPark.Telemetry.Readings;

/// <summary>Readings in PostgreSQL: month partitions, key (series, time), COPY into a staging table, then one insert.</summary>
public sealed class PostgresReadingStore(NpgsqlDataSource source) : IReadingStore
{
    private readonly MonthPartitions _partitions = new(source, "reading");

    public Task Initialize(CancellationToken cancellationToken) => PostgresSchema.Apply(source, PostgresReadingSql.Schema, cancellationToken);

    public async Task Write(IReadOnlyList<Reading> readings, IReadOnlyCollection<RollupTarget> due, DateTime notBefore, CancellationToken cancellationToken)
    {
        await _partitions.Ensure(readings.Select(reading => reading.Time), cancellationToken).ConfigureAwait(false);
        await using var connection = await OpenForWriting(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await PostgresReadingSql.Stage(connection, readings, cancellationToken).ConfigureAwait(false);
        var inserted = await Execute(connection, PostgresReadingSql.InsertNew, cancellationToken).ConfigureAwait(false);
        if (inserted < readings.Count)
            await Execute(connection, PostgresReadingSql.Settle, cancellationToken).ConfigureAwait(false);
        await Note(connection, due, notBefore, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Reading>> Read(SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken) =>
        Select("reading", series, from, to, limit, cancellationToken);

    public async Task<IReadOnlyList<Reading>> ReadMany(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            $"SELECT {PostgresReadingSql.Columns} FROM reading WHERE series = ANY(@series) AND time >= @from AND time < @to ORDER BY series, time");
        command.Parameters.Add(Ids(series));
        command.Parameters.Add(new("from", from));
        command.Parameters.Add(new("to", to));
        return await ReadAll(command, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Reading>> ReadValues(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        ReadMany(series, from, to, cancellationToken); // The rest comes in the same packet.

    public Task<IReadOnlyList<Reading>> Superseded(SeriesId series, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Select("superseded", series, from, to, 10_000, cancellationToken);

    public async Task<IReadOnlyList<CurvePoint>> ReadCurve(SeriesId series, DateTime from, DateTime to, int buckets, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT min(time), avg(value) FILTER (WHERE {PostgresReadingSql.IsValid}), min(least(value, min)), max(greatest(value, max)), count(*),
                   count(*) FILTER (WHERE NOT ({PostgresReadingSql.IsValid})), max(flag) FILTER (WHERE flag NOT IN (0, {(int)'N'})), max(flag), bit_or(marks)
            FROM reading WHERE series = @series AND time >= @from AND time < @to
            GROUP BY floor(extract(epoch FROM time - @from) * 1000 / @width) ORDER BY 1
            """);
        Bind(command, series, from, to);
        command.Parameters.Add(new("width", CurveBuckets.WidthMs(from, to, buckets)));
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var points = new List<CurvePoint>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            points.Add(new CurvePoint(
                row.GetDateTime(0), PostgresReadingSql.Number(row, 1), PostgresReadingSql.Number(row, 2), PostgresReadingSql.Number(row, 3),
                (int)row.GetInt64(4), (int)row.GetInt64(5), (char)(row.IsDBNull(6) ? row.GetInt16(7) : row.GetInt16(6)), (ReadingMarks)row.GetInt16(8)));
        }

        return points;
    }

    public async Task<IReadOnlyList<Reading>> Latest(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT r.* FROM unnest(@series) AS wanted(id)
            CROSS JOIN LATERAL (SELECT {PostgresReadingSql.Columns} FROM reading WHERE series = wanted.id ORDER BY time DESC LIMIT 1) r
            """);
        command.Parameters.Add(Ids(series));
        return await ReadAll(command, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<DateTime>> Stamps(IReadOnlyCollection<SeriesId> series, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT DISTINCT time FROM reading WHERE series = ANY(@series) AND time >= @from AND time < @to ORDER BY time");
        command.Parameters.Add(Ids(series));
        command.Parameters.Add(new("from", from));
        command.Parameters.Add(new("to", to));
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var stamps = new List<DateTime>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            stamps.Add(row.GetDateTime(0));
        return stamps;
    }

    public async Task<DateTime?> FirstStamp(IReadOnlyCollection<SeriesId> series, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT min(time) FROM reading WHERE series = ANY(@series)");
        command.Parameters.Add(Ids(series));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as DateTime?;
    }

    public async Task<int> RollUp(DateTime now, int limit, IRollupRule rule, CancellationToken cancellationToken)
    {
        await using var connection = await OpenForWriting(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var targets = await TakeDue(connection, now, limit, cancellationToken).ConfigureAwait(false);
        if (targets.Count == 0)
            return 0;

        var finer = await Finer(connection, targets, rule, cancellationToken).ConfigureAwait(false);
        var made = targets
            .Select(target => (Target: target, Reading: rule.Roll(
                target, finer.For(target, target.ChannelId), rule.WeightChannelOf(target) is { } weight ? finer.For(target, weight) : [])))
            .Where(one => one.Reading is not null).ToList();
        var rolled = made.ConvertAll(one => one.Reading!.Value);
        await _partitions.Ensure(rolled.Select(reading => reading.Time), cancellationToken).ConfigureAwait(false);
        await PostgresReadingSql.Stage(connection, rolled, cancellationToken).ConfigureAwait(false);
        await Execute(connection, PostgresReadingSql.ReplaceRolledUp, cancellationToken).ConfigureAwait(false);
        var next = rolled.Select(reading => rule.TargetOf(reading.Series, reading.Time)).OfType<RollupTarget>().ToHashSet();
        await Note(connection, next, default, cancellationToken).ConfigureAwait(false);
        await Each(connection, PostgresReadingSql.NoteUnseen, [.. made.Where(one => one.Target.IsLookedAt).Select(one => new RolledUp(one.Target, now))], cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return targets.Count;
    }

    public async Task<IReadOnlyList<RolledUp>> Unseen(DateTime rolledUpBy, int limit, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""SELECT "interval", channel, start, "end", at FROM unseen WHERE at <= @at ORDER BY at LIMIT @limit""");
        command.Parameters.Add(new("at", rolledUpBy));
        command.Parameters.Add(new("limit", limit));
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<RolledUp>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            found.Add(new RolledUp(new RollupTarget(row.GetInt32(1), (Interval)row.GetInt16(0), row.GetDateTime(2), row.GetDateTime(3)), row.GetDateTime(4)));
        return found;
    }

    public async Task MarkSeen(IReadOnlyCollection<RolledUp> periods, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await Each(connection, PostgresReadingSql.MarkSeen, periods, cancellationToken).ConfigureAwait(false);
    }

    public async Task<long> CountDue(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT count(*) FROM rollup_due");
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<NpgsqlConnection> OpenForWriting(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await Execute(connection, PostgresReadingSql.CreateStaging, cancellationToken).ConfigureAwait(false);
        return connection;
    }

    private async Task<IReadOnlyList<Reading>> Select(string table, SeriesId series, DateTime from, DateTime to, int limit, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            $"SELECT {PostgresReadingSql.Columns} FROM {table} WHERE series = @series AND time >= @from AND time < @to ORDER BY time LIMIT @limit");
        Bind(command, series, from, to);
        command.Parameters.Add(new("limit", limit));
        return await ReadAll(command, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Reading>> ReadAll(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var readings = new List<Reading>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            readings.Add(PostgresReadingSql.Map(row));
        return readings;
    }

    private static async Task<List<RollupTarget>> TakeDue(NpgsqlConnection connection, DateTime now, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(PostgresReadingSql.TakeDue, connection);
        command.Parameters.Add(new("now", now));
        command.Parameters.Add(new("limit", limit));
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var targets = new List<RollupTarget>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            targets.Add(new RollupTarget(row.GetInt32(2), (Interval)row.GetInt16(0), row.GetDateTime(3), row.GetDateTime(1)));
        return targets;
    }

    /// <summary>All finer readings that the targets need, in one round trip.</summary>
    private static async Task<FinerReadings> Finer(NpgsqlConnection connection, List<RollupTarget> targets, IRollupRule rule, CancellationToken cancellationToken)
    {
        var wanted = targets
            .SelectMany(target => (rule.WeightChannelOf(target) is { } weight ? new[] { target.ChannelId, weight } : [target.ChannelId])
                .SelectMany(target.FinerSeries).Select(series => (Series: series, target.Start, target.End)))
            .Distinct().ToList();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT r.* FROM unnest(@series, @start, @end) AS w(id, begins, ends)
            CROSS JOIN LATERAL (SELECT {PostgresReadingSql.Columns} FROM reading WHERE series = w.id AND time >= w.begins AND time < w.ends) r
            """,
            connection);
        command.Parameters.Add(new("series", wanted.Select(one => one.Series.Value).ToArray()));
        command.Parameters.Add(new("start", wanted.Select(one => one.Start).ToArray()));
        command.Parameters.Add(new("end", wanted.Select(one => one.End).ToArray()));
        return new FinerReadings(await ReadAll(command, cancellationToken).ConfigureAwait(false));
    }

    private static async Task Note(NpgsqlConnection connection, IReadOnlyCollection<RollupTarget> due, DateTime notBefore, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
            return;

        await using var command = new NpgsqlCommand(
            """
            INSERT INTO rollup_due SELECT * FROM unnest(@interval, @end, @channel, @start, @ready) AS due(i, e, c, s, r) ORDER BY i, e, c, s
            ON CONFLICT ("interval", "end", channel, start) DO UPDATE SET ready = greatest(rollup_due.ready, excluded.ready)
            """, connection);
        command.Parameters.Add(new("interval", due.Select(target => (short)target.Interval).ToArray()));
        command.Parameters.Add(new("end", due.Select(target => target.End).ToArray()));
        command.Parameters.Add(new("channel", due.Select(target => target.ChannelId).ToArray()));
        command.Parameters.Add(new("start", due.Select(target => target.Start).ToArray()));
        command.Parameters.Add(new("ready", due.Select(target => target.ReadyAt(notBefore)).ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Executes a statement over periods as arrays.</summary>
    private static async Task Each(NpgsqlConnection connection, string sql, IReadOnlyCollection<RolledUp> periods, CancellationToken cancellationToken)
    {
        if (periods.Count == 0)
            return;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new("interval", periods.Select(one => (short)one.Period.Interval).ToArray()));
        command.Parameters.Add(new("channel", periods.Select(one => one.Period.ChannelId).ToArray()));
        command.Parameters.Add(new("start", periods.Select(one => one.Period.Start).ToArray()));
        command.Parameters.Add(new("end", periods.Select(one => one.Period.End).ToArray()));
        command.Parameters.Add(new("at", periods.Select(one => one.At).ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Bind(NpgsqlCommand command, SeriesId series, DateTime from, DateTime to)
    {
        command.Parameters.Add(new("series", series.Value));
        command.Parameters.Add(new("from", from));
        command.Parameters.Add(new("to", to));
    }

    private static NpgsqlParameter Ids(IReadOnlyCollection<SeriesId> series) =>
        new("series", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = series.Select(one => one.Value).ToArray() };

    /// <summary>Readings looked up by series and period.</summary>
    private sealed class FinerReadings(IReadOnlyList<Reading> readings)
    {
        private readonly ILookup<SeriesId, Reading> _bySeries = readings.ToLookup(reading => reading.Series);

        public List<Reading> For(RollupTarget target, int channelId) =>
            [.. target.FinerSeries(channelId).SelectMany(series =>
                _bySeries[series].Where(reading => reading.Time >= target.Start && reading.Time < target.End).OrderBy(reading => reading.Time))];
    }
}

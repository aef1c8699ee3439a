using System.Text;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Log.Decisions;
using EcoPark.Telemetry.Storage;
using Microsoft.Data.Sqlite;

namespace EcoPark.Telemetry.Log;

/// <summary>The telegram log in a SQLite file.</summary>
public sealed class SqliteTelegramLog : ITelegramLog, ISealedStore, IAsyncDisposable
{
    private const int CountLimit = 10_000;

    /// <summary>Entries that one page of a lane looks at.</summary>
    private const int LaneStretch = 5_000;

    /// <summary>In the order of the ids: the sign keeps the index on MN out of it.</summary>
    private const string Selected =
        "direction = 1 AND verdict = 1 AND +mn IN (SELECT value FROM json_each($mns)) AND command IN (SELECT value FROM json_each($commands))";

    private const string Columns = "id, at, direction, verdict, mn, command, qn, data_time, deviations, answer, reason, remote, node, raw, secret, shift";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS telegram (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, direction INTEGER NOT NULL, verdict INTEGER NOT NULL,
            mn TEXT NOT NULL, command INTEGER NOT NULL, qn TEXT NOT NULL, data_time INTEGER, deviations INTEGER NOT NULL,
            answer INTEGER NOT NULL, reason TEXT NOT NULL, remote TEXT NOT NULL, node TEXT NOT NULL, raw BLOB NOT NULL, secret TEXT, shift INTEGER);
        CREATE INDEX IF NOT EXISTS telegram_mn_at ON telegram (mn, at);
        CREATE INDEX IF NOT EXISTS telegram_at ON telegram (at);
        CREATE INDEX IF NOT EXISTS telegram_not_accepted ON telegram (verdict, mn, at) WHERE verdict <> 1;
        CREATE TABLE IF NOT EXISTS checkpoint (node TEXT PRIMARY KEY, through_id INTEGER NOT NULL, alive_at INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly SealedRaw _raw;
    private readonly SqliteFile _file;
    private readonly GroupCommit<LogEntry> _commits;

    /// <param name="path">The file.</param>
    /// <param name="box">Seals the passwords that telegrams hold.</param>
    public SqliteTelegramLog(string path, SecretBox box)
    {
        _raw = new SealedRaw(box);
        _file = new SqliteFile(path);
        _commits = new GroupCommit<LogEntry>((entries, token) => _file.Write((connection, transaction) => Insert(connection, transaction, entries), token));
    }

    public Task Initialize(CancellationToken cancellationToken) => _file.Execute(Schema, cancellationToken);

    public string Title => "报文库";

    /// <inheritdoc/>
    public async Task<(long Sealed, long Unopened)> Change(SecretBox from, SecretBox to, CancellationToken cancellationToken)
    {
        var (changed, unopened) = (0L, 0L);
        foreach (var mn in await _file.Read(connection => Texts(connection, "SELECT DISTINCT mn FROM telegram WHERE secret IS NOT NULL", []), cancellationToken).ConfigureAwait(false))
        {
            var (sealedAnew, left) = await _file.Write(
                (connection, transaction) =>
                {
                    var resealed = SealedRaw.Reseal(Texts(connection, "SELECT DISTINCT secret FROM telegram WHERE mn = $mn AND secret IS NOT NULL", [("$mn", mn)], transaction), mn, from, to);
                    foreach (var (old, fresh) in resealed.Changed)
                    {
                        using var command = Command(connection, "UPDATE telegram SET secret = $fresh WHERE mn = $mn AND secret = $old", [("$fresh", fresh), ("$mn", mn), ("$old", old)]);
                        command.Transaction = transaction;
                        command.ExecuteNonQuery();
                    }

                    return (resealed.Changed.Count, resealed.Unopened);
                },
                cancellationToken).ConfigureAwait(false);
            (changed, unopened) = (changed + sealedAnew, unopened + left);
        }

        return (changed, unopened);
    }

    private static List<string> Texts(SqliteConnection connection, string sql, (string Name, object Value)[] parameters, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql, parameters);
        command.Transaction = transaction;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }

    public Task<long> Append(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken) => _commits.Add(entries, cancellationToken);

    public Task<LogEntry?> Find(long id, CancellationToken cancellationToken) =>
        _file.Read(connection => Query(connection, $"SELECT {Columns} FROM telegram WHERE id = $id", ("$id", id)).FirstOrDefault(), cancellationToken);

    public Task<Page<LogEntry>> Search(LogFilter filter, int skip, int take, CancellationToken cancellationToken) =>
        _file.Read(
            connection =>
            {
                var (where, parameters) = Where(filter);
                var total = Count(connection, $"SELECT count(*) FROM (SELECT 1 FROM telegram {where} LIMIT {CountLimit})", parameters);
                var rows = Query(
                    connection,
                    $"SELECT {Columns} FROM telegram {where} ORDER BY at DESC, id DESC LIMIT $take OFFSET $skip",
                    [.. parameters, ("$take", take), ("$skip", skip)]);
                return new Page<LogEntry>(rows, total, total < CountLimit);
            },
            cancellationToken);

    public Task<IReadOnlyList<LogEntry>> ReadOn(LogFilter filter, long afterId, int take, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<LogEntry>>(
            connection =>
            {
                var (where, parameters) = Where(filter);
                return Query(
                    connection,
                    $"SELECT {Columns} FROM telegram {where} {(where.Length == 0 ? "WHERE" : "AND")} id > $after ORDER BY id LIMIT $take",
                    [.. parameters, ("$after", afterId), ("$take", take)]);
            },
            cancellationToken);

    /// <summary>A SQLite file has one writer: one lane, whatever the node was called.</summary>
    public Task<IReadOnlyList<string>> Lanes(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([""]);

    public string LaneOf(LogEntry entry) => "";

    public Task<LanePage> ReadLane(string lane, long afterId, LaneSelection selection, int take, CancellationToken cancellationToken) =>
        _file.Read(
            connection =>
            {
                const string stretch = "SELECT max(id) FROM (SELECT id FROM telegram WHERE id > $after ORDER BY id LIMIT $stretch)";
                using var command = Command(connection, stretch, [("$after", afterId), ("$stretch", LaneStretch)]);
                if (command.ExecuteScalar() is not long through)
                    return new LanePage([], afterId);
                var entries = Query(
                    connection,
                    $"SELECT {Columns} FROM telegram WHERE id > $after AND id <= $through AND {Selected} ORDER BY id LIMIT $take",
                    [("$after", afterId), ("$through", through), ("$take", take), .. Parameters(selection)]);
                return new LanePage(entries, entries.Count == take ? entries[^1].Id : through);
            },
            cancellationToken);

    public Task<LaneTally> Tally(string lane, long afterId, LaneSelection selection, int most, CancellationToken cancellationToken) =>
        _file.Read(
            connection =>
            {
                using var command = Command(
                    connection,
                    $"SELECT count(*), min(at) FROM (SELECT at FROM telegram WHERE id > $after AND {Selected} ORDER BY id LIMIT $most)",
                    [("$after", afterId), ("$most", most), .. Parameters(selection)]);
                using var row = command.ExecuteReader();
                row.Read();
                return new LaneTally(row.GetInt64(0), row.IsDBNull(1) ? null : UnixTime.FromMicroseconds(row.GetInt64(1)));
            },
            cancellationToken);

    public Task<long> LastBefore(string lane, DateTime instant, CancellationToken cancellationToken) =>
        _file.Read(
            connection =>
            {
                using var command = Command(connection, "SELECT id FROM telegram WHERE at < $at ORDER BY id DESC LIMIT 1", [("$at", UnixTime.Microseconds(instant))]);
                return command.ExecuteScalar() as long? ?? 0;
            },
            cancellationToken);

    public Task SetVerdict(IReadOnlyCollection<long> ids, TelegramVerdict verdict, string reason, CancellationToken cancellationToken) =>
        _file.Write(
            (connection, transaction) =>
            {
                using var command = Command(connection, "UPDATE telegram SET verdict = $verdict, reason = $reason WHERE id = $id", []);
                command.Transaction = transaction;
                command.Parameters.AddWithValue("$verdict", (int)verdict);
                command.Parameters.AddWithValue("$reason", reason);
                var id = command.Parameters.Add("$id", SqliteType.Integer);
                foreach (var value in ids)
                {
                    id.Value = value;
                    command.ExecuteNonQuery();
                }

                return ids.Count;
            },
            cancellationToken);

    public Task<IReadOnlyList<long>> Decide(IReadOnlyCollection<TelegramDecision> decisions, CancellationToken cancellationToken) =>
        _file.Write<IReadOnlyList<long>>(
            (connection, transaction) =>
            {
                using var command = Command(connection, "UPDATE telegram SET verdict = $to, reason = $reason, shift = $shift WHERE id = $id AND verdict = $from", []);
                command.Transaction = transaction;
                var p = new[] { "$to", "$reason", "$shift", "$id", "$from" }.Select(name => command.Parameters.Add(new SqliteParameter { ParameterName = name })).ToArray();
                var decided = new List<long>();
                foreach (var one in decisions)
                {
                    p[0].Value = (int)one.To;
                    p[1].Value = one.Reason;
                    p[2].Value = one.Shift is { } shift ? (long)shift.TotalMilliseconds : DBNull.Value;
                    p[3].Value = one.Id;
                    p[4].Value = (int)one.From;
                    if (command.ExecuteNonQuery() > 0)
                        decided.Add(one.Id);
                }

                return decided;
            },
            cancellationToken);

    public Task<IReadOnlyList<WaitingTelegrams>> Waiting(TelegramVerdict verdict, CancellationToken cancellationToken) =>
        _file.Read<IReadOnlyList<WaitingTelegrams>>(
            connection =>
            {
                var sql = $"""
                    SELECT u.mn, u.first, u.last, u.count, t.remote, t.id
                    FROM (SELECT mn, min(at) AS first, max(at) AS last, count(*) AS count, max(id) AS sample
                          FROM telegram WHERE verdict = {(int)verdict} GROUP BY mn) u
                    JOIN telegram t ON t.id = u.sample ORDER BY u.last DESC LIMIT 200
                    """;
                using var command = Command(connection, sql, []);
                using var reader = command.ExecuteReader();
                var devices = new List<WaitingTelegrams>();
                while (reader.Read())
                {
                    devices.Add(new WaitingTelegrams(
                        reader.GetString(0), UnixTime.FromMicroseconds(reader.GetInt64(1)), UnixTime.FromMicroseconds(reader.GetInt64(2)),
                        reader.GetInt64(3), reader.GetString(4), reader.GetInt64(5)));
                }

                return devices;
            },
            cancellationToken);

    public Task SaveCheckpoint(string node, long throughId, DateTime now, CancellationToken cancellationToken) =>
        _file.Write(
            (connection, transaction) =>
            {
                using var command = Command(
                    connection,
                    "INSERT INTO checkpoint VALUES ($node, $through, $now) ON CONFLICT (node) DO UPDATE SET through_id = max(through_id, excluded.through_id), alive_at = excluded.alive_at",
                    [("$node", node), ("$through", throughId), ("$now", UnixTime.Microseconds(now))]);
                command.Transaction = transaction;
                return command.ExecuteNonQuery();
            },
            cancellationToken);

    public Task<long?> FindCheckpoint(string node, CancellationToken cancellationToken) =>
        _file.Read(
            connection =>
            {
                using var command = Command(connection, "SELECT through_id FROM checkpoint WHERE node = $node", [("$node", node)]);
                return command.ExecuteScalar() as long?;
            },
            cancellationToken);

    /// <summary>A SQLite file belongs to one node; there is never another to take over.</summary>
    public Task<string?> AdoptSilentNode(string self, DateTime silentSince, DateTime now, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private long Insert(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<LogEntry> entries)
    {
        using var command = Command(
            connection,
            """
            INSERT INTO telegram (at, direction, verdict, mn, command, qn, data_time, deviations, answer, reason, remote, node, raw, secret, shift)
            VALUES ($at, $direction, $verdict, $mn, $command, $qn, $data_time, $deviations, $answer, $reason, $remote, $node, $raw, $secret, $shift)
            """,
            []);
        command.Transaction = transaction;
        var p = new[] { "$at", "$direction", "$verdict", "$mn", "$command", "$qn", "$data_time", "$deviations", "$answer", "$reason", "$remote", "$node", "$raw", "$secret", "$shift" }
            .Select(name => command.Parameters.Add(new SqliteParameter { ParameterName = name })).ToArray();
        foreach (var entry in entries)
        {
            p[0].Value = UnixTime.Microseconds(entry.At);
            p[1].Value = (int)entry.Direction;
            p[2].Value = (int)entry.Verdict;
            p[3].Value = entry.Mn;
            p[4].Value = (int)entry.Command;
            p[5].Value = entry.Qn;
            p[6].Value = entry.DataTime is { } time ? UnixTime.Milliseconds(time) : DBNull.Value;
            p[7].Value = (int)entry.Deviations;
            p[8].Value = (int)entry.Answer;
            p[9].Value = entry.Reason;
            p[10].Value = entry.Remote;
            p[11].Value = entry.Node;
            var (masked, secret) = _raw.Close(entry.Raw, entry.Mn);
            p[12].Value = masked;
            p[13].Value = secret is null ? DBNull.Value : secret;
            p[14].Value = entry.Shift is { } shift ? (long)shift.TotalMilliseconds : DBNull.Value;
            command.ExecuteNonQuery();
        }

        using var last = Command(connection, "SELECT last_insert_rowid()", []);
        last.Transaction = transaction;
        // AUTOINCREMENT in one transaction of one writer: consecutive.
        return (long)last.ExecuteScalar()! - entries.Count + 1;
    }

    private static (string Where, (string, object)[] Parameters) Where(LogFilter filter)
    {
        var conditions = new List<string>();
        var parameters = new List<(string, object)>();
        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add((name, value));
        }

        if (filter.Mn is { } mn)
            Add("mn = $mn", "$mn", mn);
        if (filter.Command is { } command)
            Add("command = $command", "$command", (int)command);
        if (filter.Direction is { } direction)
            Add("direction = $direction", "$direction", (int)direction);
        if (filter.Verdict is { } verdict)
            conditions.Add($"verdict = {(int)verdict}"); // A literal lets the partial index serve.
        if (filter.Qn is { } qn)
            Add("qn = $qn", "$qn", qn);
        if (filter.Node is { } node)
            Add("node = $node", "$node", node);
        if (filter.From is { } from)
            Add("at >= $from", "$from", UnixTime.Microseconds(from));
        if (filter.To is { } to)
            Add("at < $to", "$to", UnixTime.Microseconds(to));
        if (filter.Text is { Length: > 0 } text)
            Add("instr(raw, $text) > 0", "$text", Encoding.UTF8.GetBytes(text));
        return (conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions), [.. parameters]);
    }

    private static (string, object)[] Parameters(LaneSelection selection) =>
        [("$mns", JsonSerializer.Serialize(selection.Mns)), ("$commands", JsonSerializer.Serialize(selection.Commands.Select(command => (int)command)))];

    private static long Count(SqliteConnection connection, string sql, (string, object)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return (long)command.ExecuteScalar()!;
    }

    private List<LogEntry> Query(SqliteConnection connection, string sql, params (string, object)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var entries = new List<LogEntry>();
        while (reader.Read())
            entries.Add(Entry(reader));
        return entries;
    }

    private LogEntry Entry(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        At = UnixTime.FromMicroseconds(row.GetInt64(1)),
        Direction = (Direction)row.GetByte(2),
        Verdict = (TelegramVerdict)row.GetByte(3),
        Mn = row.GetString(4),
        Command = (CommandCode)row.GetInt32(5),
        Qn = row.GetString(6),
        DataTime = row.IsDBNull(7) ? null : DateTime.SpecifyKind(UnixTime.FromMilliseconds(row.GetInt64(7)), DateTimeKind.Unspecified),
        Deviations = (Deviation)row.GetInt32(8),
        Answer = (CommandCode)row.GetInt32(9),
        Reason = row.GetString(10),
        Remote = row.GetString(11),
        Node = row.GetString(12),
        Raw = _raw.Open(row.GetFieldValue<byte[]>(13), row.IsDBNull(14) ? null : row.GetString(14), row.GetString(4)),
        Shift = row.IsDBNull(15) ? null : TimeSpan.FromMilliseconds(row.GetInt64(15)),
    };

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}

using System.Data.Common;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Log.Decisions;
using EcoPark.Telemetry.Storage;
using Npgsql;
using NpgsqlTypes;

namespace EcoPark.Telemetry.Log;

/// <summary>The telegram log in PostgreSQL, partitioned by month of arrival.</summary>
public sealed class PostgresTelegramLog : ITelegramLog, ISealedStore, IAsyncDisposable
{
    private const int CountLimit = 10_000;

    /// <summary>Entries that one page of a lane looks at.</summary>
    private const int LaneStretch = 5_000;

    /// <summary>In the order of the ids: the concatenation keeps the index on MN out of it.</summary>
    private const string Selected = "direction = 1 AND verdict = 1 AND (mn || '') = ANY(@mns) AND command = ANY(@commands)";
    private const int IdBlock = 65_536;
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(500);
    private const string Columns = "id, at, direction, verdict, mn, command, qn, data_time, deviations, answer, reason, remote, node, raw, secret, shift";

    private static readonly string Schema = $"""
        CREATE SEQUENCE IF NOT EXISTS telegram_id INCREMENT BY {IdBlock};
        CREATE TABLE IF NOT EXISTS telegram (
            id bigint NOT NULL, at timestamptz NOT NULL, direction smallint NOT NULL, verdict smallint NOT NULL, mn text NOT NULL,
            command integer NOT NULL, qn text NOT NULL, data_time timestamp, deviations integer NOT NULL, answer integer NOT NULL,
            reason text NOT NULL, remote text NOT NULL, node text NOT NULL, raw bytea NOT NULL, secret text, shift bigint) PARTITION BY RANGE (at);
        CREATE INDEX IF NOT EXISTS telegram_id_key ON telegram (id);
        CREATE INDEX IF NOT EXISTS telegram_node_id ON telegram (node, id);
        CREATE INDEX IF NOT EXISTS telegram_mn_at ON telegram (mn, at);
        CREATE INDEX IF NOT EXISTS telegram_at ON telegram USING brin (at);
        CREATE INDEX IF NOT EXISTS telegram_not_accepted ON telegram (verdict, mn, at) WHERE verdict <> 1;
        CREATE TABLE IF NOT EXISTS checkpoint (node text PRIMARY KEY, through_id bigint NOT NULL, alive_at timestamptz NOT NULL);
        """;

    private readonly SealedRaw _raw;
    private readonly NpgsqlDataSource _source;
    private readonly MonthPartitions _partitions;
    private readonly GroupCommit<LogEntry> _commits;
    private long _nextId;
    private long _blockEnd;

    /// <param name="source">The database.</param>
    /// <param name="box">Seals the passwords that telegrams hold.</param>
    public PostgresTelegramLog(NpgsqlDataSource source, SecretBox box)
    {
        _raw = new SealedRaw(box);
        _source = source;
        _partitions = new MonthPartitions(source, "telegram");
        _commits = new GroupCommit<LogEntry>(Insert);
    }

    public Task Initialize(CancellationToken cancellationToken) => PostgresSchema.Apply(_source, Schema, cancellationToken);

    public string Title => "报文库";

    /// <inheritdoc/>
    public async Task<(long Sealed, long Unopened)> Change(SecretBox from, SecretBox to, CancellationToken cancellationToken)
    {
        var (changed, unopened) = (0L, 0L);
        await using var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var mn in await Texts(connection, "SELECT DISTINCT mn FROM telegram WHERE secret IS NOT NULL", null, cancellationToken).ConfigureAwait(false))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var secrets = await Texts(connection, "SELECT DISTINCT secret FROM telegram WHERE mn = @mn AND secret IS NOT NULL", mn, cancellationToken).ConfigureAwait(false);
            var resealed = SealedRaw.Reseal(secrets, mn, from, to);
            foreach (var (old, fresh) in resealed.Changed)
            {
                await using var command = new NpgsqlCommand("UPDATE telegram SET secret = @fresh WHERE mn = @mn AND secret = @old", connection, transaction);
                command.Parameters.AddRange(new NpgsqlParameter[] { new("fresh", fresh), new("mn", mn), new("old", old) });
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            (changed, unopened) = (changed + resealed.Changed.Count, unopened + resealed.Unopened);
        }

        return (changed, unopened);
    }

    private static async Task<List<string>> Texts(NpgsqlConnection connection, string sql, string? mn, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (mn is not null)
            command.Parameters.Add(new("mn", mn));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            texts.Add(reader.GetString(0));
        return texts;
    }

    public Task<long> Append(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken) => _commits.Add(entries, cancellationToken);

    public async Task<LogEntry?> Find(long id, CancellationToken cancellationToken)
    {
        var rows = await Query($"SELECT {Columns} FROM telegram WHERE id = @id", [new("id", id)], cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task<Page<LogEntry>> Search(LogFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var (where, parameters) = Where(filter);
        await using var count = _source.CreateCommand($"SELECT count(*) FROM (SELECT 1 FROM telegram {where} LIMIT {CountLimit}) AS found");
        count.Parameters.AddRange(parameters());
        var total = (long)(await count.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        var rows = await Query(
            $"SELECT {Columns} FROM telegram {where} ORDER BY at DESC, id DESC LIMIT @take OFFSET @skip",
            [.. parameters(), new("take", take), new("skip", skip)],
            cancellationToken).ConfigureAwait(false);
        return new Page<LogEntry>(rows, total, total < CountLimit);
    }

    public async Task<IReadOnlyList<LogEntry>> ReadOn(LogFilter filter, long afterId, int take, CancellationToken cancellationToken)
    {
        var (where, parameters) = Where(filter);
        return await Query(
            $"SELECT {Columns} FROM telegram {where} {(where.Length == 0 ? "WHERE" : "AND")} id > @after ORDER BY id LIMIT @take",
            [.. parameters(), new("after", afterId), new("take", take)],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ids of a node are in order; between nodes they are not, as each takes them by the block.</summary>
    public async Task<IReadOnlyList<string>> Lanes(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("SELECT node FROM checkpoint ORDER BY node");
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var nodes = new List<string>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            nodes.Add(row.GetString(0));
        return nodes;
    }

    public string LaneOf(LogEntry entry) => entry.Node;

    public async Task<LanePage> ReadLane(string lane, long afterId, LaneSelection selection, int take, CancellationToken cancellationToken)
    {
        await using var stretch = Command(
            "SELECT max(id) FROM (SELECT id FROM telegram WHERE node = @node AND id > @after ORDER BY id LIMIT @stretch) AS seen",
            new("node", lane), new("after", afterId), new("stretch", LaneStretch));
        if (await stretch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not long through)
            return new LanePage([], afterId);

        var entries = await Query(
            $"SELECT {Columns} FROM telegram WHERE node = @node AND id > @after AND id <= @through AND {Selected} ORDER BY id LIMIT @take",
            [new("node", lane), new("after", afterId), new("through", through), new("take", take), .. Parameters(selection)], cancellationToken).ConfigureAwait(false);
        return new LanePage(entries, entries.Count == take ? entries[^1].Id : through);
    }

    public async Task<LaneTally> Tally(string lane, long afterId, LaneSelection selection, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"SELECT count(*), min(at) FROM (SELECT at FROM telegram WHERE node = @node AND id > @after AND {Selected} ORDER BY id LIMIT @most) AS waiting",
            [new("node", lane), new("after", afterId), new("most", most), .. Parameters(selection)]);
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await row.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new LaneTally(row.GetInt64(0), await row.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? null : row.GetDateTime(1));
    }

    public async Task<long> LastBefore(string lane, DateTime instant, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT id FROM telegram WHERE node = @node AND at < @at ORDER BY id DESC LIMIT 1", new("node", lane), new("at", instant));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long? ?? 0;
    }

    public async Task SetVerdict(IReadOnlyCollection<long> ids, TelegramVerdict verdict, string reason, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("UPDATE telegram SET verdict = @verdict, reason = @reason WHERE id = ANY(@ids)");
        command.Parameters.Add(new("verdict", (short)verdict));
        command.Parameters.Add(new("reason", reason));
        command.Parameters.Add(new("ids", ids.ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<long>> Decide(IReadOnlyCollection<TelegramDecision> decisions, CancellationToken cancellationToken)
    {
        await using var command = Command(
            """
            UPDATE telegram SET verdict = d.verdict, reason = d.reason, shift = d.shift
            FROM unnest(@ids, @before, @after, @shifts, @reasons) AS d(id, former, verdict, shift, reason)
            WHERE telegram.id = d.id AND telegram.verdict = d.former
            RETURNING telegram.id
            """,
            new("ids", decisions.Select(one => one.Id).ToArray()), new("before", decisions.Select(one => (short)one.From).ToArray()),
            new("after", decisions.Select(one => (short)one.To).ToArray()), new("shifts", decisions.Select(one => (long?)one.Shift?.TotalMilliseconds).ToArray()),
            new("reasons", decisions.Select(one => one.Reason).ToArray()));
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var decided = new List<long>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            decided.Add(row.GetInt64(0));
        return decided;
    }

    public async Task<IReadOnlyList<WaitingTelegrams>> Waiting(TelegramVerdict verdict, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand($"""
            SELECT u.mn, u.first, u.last, u.count, t.remote, t.id
            FROM (SELECT mn, min(at) AS first, max(at) AS last, count(*) AS count, max(id) AS sample
                  FROM telegram WHERE verdict = {(int)verdict} GROUP BY mn) u
            JOIN telegram t ON t.id = u.sample ORDER BY u.last DESC LIMIT 200
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var devices = new List<WaitingTelegrams>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            devices.Add(new WaitingTelegrams(
                reader.GetString(0), reader.GetDateTime(1), reader.GetDateTime(2), reader.GetInt64(3), reader.GetString(4), reader.GetInt64(5)));
        }

        return devices;
    }

    public async Task SaveCheckpoint(string node, long throughId, DateTime now, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("""
            INSERT INTO checkpoint VALUES (@node, @through, @now)
            ON CONFLICT (node) DO UPDATE SET through_id = greatest(checkpoint.through_id, excluded.through_id), alive_at = excluded.alive_at
            """);
        command.Parameters.Add(new("node", node));
        command.Parameters.Add(new("through", throughId));
        command.Parameters.Add(new("now", now));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<long?> FindCheckpoint(string node, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("SELECT through_id FROM checkpoint WHERE node = @node");
        command.Parameters.Add(new("node", node));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long?;
    }

    public async Task<string?> AdoptSilentNode(string self, DateTime silentSince, DateTime now, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("""
            UPDATE checkpoint SET alive_at = @now
            WHERE node = (SELECT c.node FROM checkpoint c
                          WHERE c.node <> @self AND c.alive_at < @silent
                            AND EXISTS (SELECT 1 FROM telegram t WHERE t.node = c.node AND t.id > c.through_id AND t.at > c.alive_at - interval '1 day')
                          ORDER BY c.alive_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING node
            """);
        command.Parameters.Add(new("self", self));
        command.Parameters.Add(new("silent", silentSince));
        command.Parameters.Add(new("now", now));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task<long> Insert(IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await _partitions.Ensure(entries.Select(entry => entry.At), cancellationToken).ConfigureAwait(false);
        await using var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var first = await TakeIds(connection, entries.Count, cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var xid = await TransactionId(connection, cancellationToken).ConfigureAwait(false);
        await Copy(connection, first, entries, cancellationToken).ConfigureAwait(false);
        try
        {
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            if (!await WasCommitted(xid, cancellationToken).ConfigureAwait(false))
                throw;
        }

        return first;
    }

    private async Task Copy(NpgsqlConnection connection, long first, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY telegram ({Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < entries.Count; i++)
            await Write(writer, first + i, entries[i], cancellationToken).ConfigureAwait(false);
        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> TransactionId(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_current_xact_id()::text", connection);
        return (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>
    /// The connection broke while the commit was under way: only the server knows whether it was done. It is asked until it can say, however long it is away,
    /// or a repeat would stand in the log twice.
    /// </summary>
    private async Task<bool> WasCommitted(string xid, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var command = _source.CreateCommand("SELECT pg_xact_status(@xid::xid8)");
                command.Parameters.Add(new("xid", xid));
                switch (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))
                {
                    case "committed":
                        return true;
                    case "in progress":
                        break; // The server has not noticed yet that nobody is there any more.
                    default:
                        return false;
                }
            }
            catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
            {
                // Still away.
            }

            await Task.Delay(AskAgain, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Write(NpgsqlBinaryImporter row, long id, LogEntry entry, CancellationToken cancellationToken)
    {
        await row.StartRowAsync(cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(id, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.At, NpgsqlDbType.TimestampTz, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync((short)entry.Direction, NpgsqlDbType.Smallint, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync((short)entry.Verdict, NpgsqlDbType.Smallint, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.Mn, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync((int)entry.Command, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.Qn, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        if (entry.DataTime is { } dataTime)
            await row.WriteAsync(dataTime, NpgsqlDbType.Timestamp, cancellationToken).ConfigureAwait(false);
        else
            await row.WriteNullAsync(cancellationToken).ConfigureAwait(false);
        await row.WriteAsync((int)entry.Deviations, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync((int)entry.Answer, NpgsqlDbType.Integer, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.Reason, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.Remote, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await row.WriteAsync(entry.Node, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        var (masked, secret) = _raw.Close(entry.Raw, entry.Mn);
        await row.WriteAsync(masked, NpgsqlDbType.Bytea, cancellationToken).ConfigureAwait(false);
        if (secret is null)
            await row.WriteNullAsync(cancellationToken).ConfigureAwait(false);
        else
            await row.WriteAsync(secret, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        if (entry.Shift is { } shift)
            await row.WriteAsync((long)shift.TotalMilliseconds, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
        else
            await row.WriteNullAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Consecutive ids out of a block of this node's; growing on one node, which is all that a checkpoint needs.</summary>
    private async Task<long> TakeIds(NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        if (_nextId + count > _blockEnd)
        {
            await using var command = new NpgsqlCommand("SELECT nextval('telegram_id')", connection);
            _nextId = (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
            _blockEnd = _nextId + IdBlock;
        }

        var first = _nextId;
        _nextId += count;
        return first;
    }

    private static (string Where, Func<NpgsqlParameter[]> Parameters) Where(LogFilter filter)
    {
        var conditions = new List<string>();
        var values = new List<(string Name, object Value)>();
        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            values.Add((name, value));
        }

        if (filter.Mn is { } mn)
            Add("mn = @mn", "mn", mn);
        if (filter.Command is { } command)
            Add("command = @command", "command", (int)command);
        if (filter.Direction is { } direction)
            Add("direction = @direction", "direction", (short)direction);
        if (filter.Verdict is { } verdict)
            conditions.Add($"verdict = {(short)verdict}"); // A literal lets the partial index serve.
        if (filter.Qn is { } qn)
            Add("qn = @qn", "qn", qn);
        if (filter.Node is { } node)
            Add("node = @node", "node", node);
        if (filter.From is { } from)
            Add("at >= @from", "from", from);
        if (filter.To is { } to)
            Add("at < @to", "to", to);
        if (filter.Text is { Length: > 0 } text)
            Add("position(@text in raw) > 0", "text", Encoding.UTF8.GetBytes(text));
        return (
            conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions),
            () => [.. values.Select(value => new NpgsqlParameter(value.Name, value.Value))]);
    }

    private static NpgsqlParameter[] Parameters(LaneSelection selection) =>
        [new("mns", selection.Mns.ToArray()), new("commands", selection.Commands.Select(command => (int)command).ToArray())];

    private async Task<List<LogEntry>> Query(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        await using var row = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var entries = new List<LogEntry>();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
            entries.Add(Entry(row));
        return entries;
    }

    private NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = _source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private LogEntry Entry(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        At = row.GetDateTime(1),
        Direction = (Direction)row.GetInt16(2),
        Verdict = (TelegramVerdict)row.GetInt16(3),
        Mn = row.GetString(4),
        Command = (CommandCode)row.GetInt32(5),
        Qn = row.GetString(6),
        DataTime = row.IsDBNull(7) ? null : row.GetDateTime(7),
        Deviations = (Deviation)row.GetInt32(8),
        Answer = (CommandCode)row.GetInt32(9),
        Reason = row.GetString(10),
        Remote = row.GetString(11),
        Node = row.GetString(12),
        Raw = _raw.Open(row.GetFieldValue<byte[]>(13), row.IsDBNull(14) ? null : row.GetString(14), row.GetString(4)),
        Shift = row.IsDBNull(15) ? null : TimeSpan.FromMilliseconds(row.GetInt64(15)),
    };
}

using System.Globalization;
using System.Text.Json;
using EcoPark.Platform.Jobs;
using EcoPark.Telemetry.Log;
using Npgsql;
using Orleans.Runtime;

namespace EcoPark.Server.Cluster;

/// <summary>The cluster's list of nodes, in the database they share: two small tables, changed only together with the version row.</summary>
internal sealed class PostgresMembershipTable(NpgsqlDataSource source, NodeOptions node) : IMembershipTable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS cluster_version (single boolean PRIMARY KEY DEFAULT true CHECK (single), version integer NOT NULL, etag integer NOT NULL);
        INSERT INTO cluster_version VALUES (true, 0, 0) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS cluster_member (silo text PRIMARY KEY, entry jsonb NOT NULL, etag integer NOT NULL, alive_at timestamptz NOT NULL);
        """;

    /// <summary>Who bears this node's name is this node before it crashed; it is gone, and nobody need wait for it.</summary>
    private const string BuryPredecessor = """
        WITH buried AS (
            UPDATE cluster_member SET entry = jsonb_set(entry, '{Status}', to_jsonb(@dead)), etag = etag + 1
            WHERE entry->>'SiloName' = @name AND (entry->>'Status')::int <> @dead RETURNING 1)
        UPDATE cluster_version SET version = version + 1, etag = etag + 1 WHERE EXISTS (SELECT 1 FROM buried)
        """;

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        await Run("SELECT pg_advisory_lock(21200002);" + Schema + "SELECT pg_advisory_unlock(21200002);");
        await Run(BuryPredecessor, new("name", node.Name), new("dead", (int)SiloStatus.Dead));
    }

    public Task DeleteMembershipTableEntries(string clusterId) => Run("DELETE FROM cluster_member");

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) =>
        Run("DELETE FROM cluster_member WHERE alive_at < @before AND (entry->>'Status')::int = @dead", new("before", beforeDate.UtcDateTime), new("dead", (int)SiloStatus.Dead));

    public Task<MembershipTableData> ReadRow(SiloAddress key) => Read("WHERE silo = @silo", new NpgsqlParameter("silo", key.ToParsableString()));

    public Task<MembershipTableData> ReadAll() => Read("");

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) =>
        Change(
            tableVersion,
            "INSERT INTO cluster_member VALUES (@silo, @entry::jsonb, 0, @alive) ON CONFLICT DO NOTHING",
            Silo(entry), Entry(entry), Alive(entry));

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) =>
        Change(
            tableVersion,
            "UPDATE cluster_member SET entry = @entry::jsonb, etag = etag + 1, alive_at = @alive WHERE silo = @silo AND etag = @etag",
            Silo(entry), Entry(entry), Alive(entry), new("etag", int.Parse(etag, CultureInfo.InvariantCulture)));

    public Task UpdateIAmAlive(MembershipEntry entry) =>
        Run("UPDATE cluster_member SET alive_at = @alive WHERE silo = @silo", Silo(entry), Alive(entry));

    /// <summary>Version and row change together or not at all: that is what keeps two nodes from contradicting each other.</summary>
    private async Task<bool> Change(TableVersion version, string sql, params NpgsqlParameter[] parameters)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var bump = new NpgsqlCommand("UPDATE cluster_version SET version = @version, etag = etag + 1 WHERE etag = @etag", connection);
        bump.Parameters.Add(new("version", version.Version));
        bump.Parameters.Add(new("etag", int.Parse(version.VersionEtag, CultureInfo.InvariantCulture)));
        if (await bump.ExecuteNonQueryAsync() != 1)
            return false;

        await using var change = new NpgsqlCommand(sql, connection);
        change.Parameters.AddRange(parameters);
        if (await change.ExecuteNonQueryAsync() != 1)
            return false;
        await transaction.CommitAsync();
        return true;
    }

    private async Task<MembershipTableData> Read(string where, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(
            $"SELECT v.version, v.etag, m.entry::text, m.etag, m.alive_at FROM cluster_version v LEFT JOIN (SELECT * FROM cluster_member {where}) m ON true");
        command.Parameters.AddRange(parameters);
        await using var row = await command.ExecuteReaderAsync();
        var members = new List<Tuple<MembershipEntry, string>>();
        var version = new TableVersion(0, "0");
        while (await row.ReadAsync())
        {
            version = new TableVersion(row.GetInt32(0), Text(row.GetInt32(1)));
            if (!row.IsDBNull(2))
                members.Add(Tuple.Create(Member.FromJson(row.GetString(2), row.GetDateTime(4)), Text(row.GetInt32(3))));
        }

        return new MembershipTableData(members, version);
    }

    private async Task Run(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Silo(MembershipEntry entry) => new("silo", entry.SiloAddress.ToParsableString());

    private static NpgsqlParameter Entry(MembershipEntry entry) => new("entry", Member.ToJson(entry));

    private static NpgsqlParameter Alive(MembershipEntry entry) => new("alive", DateTime.SpecifyKind(entry.IAmAliveTime, DateTimeKind.Utc));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A membership entry as it is stored.</summary>
    private sealed record Member(
        string Silo, string SiloName, string HostName, int Status, int ProxyPort, string? RoleName, int UpdateZone, int FaultZone, DateTime StartTime, List<Suspicion> Suspicions)
    {
        public static string ToJson(MembershipEntry entry) => JsonSerializer.Serialize(new Member(
            entry.SiloAddress.ToParsableString(), entry.SiloName, entry.HostName, (int)entry.Status, entry.ProxyPort, entry.RoleName, entry.UpdateZone, entry.FaultZone,
            entry.StartTime, [.. (entry.SuspectTimes ?? []).Select(suspect => new Suspicion(suspect.Item1.ToParsableString(), suspect.Item2))]));

        public static MembershipEntry FromJson(string json, DateTime aliveAt)
        {
            var member = JsonSerializer.Deserialize<Member>(json)!;
            return new MembershipEntry
            {
                SiloAddress = SiloAddress.FromParsableString(member.Silo),
                SiloName = member.SiloName,
                HostName = member.HostName,
                Status = (SiloStatus)member.Status,
                ProxyPort = member.ProxyPort,
                RoleName = member.RoleName,
                UpdateZone = member.UpdateZone,
                FaultZone = member.FaultZone,
                StartTime = member.StartTime,
                IAmAliveTime = aliveAt,
                SuspectTimes = [.. member.Suspicions.Select(suspicion => Tuple.Create(SiloAddress.FromParsableString(suspicion.Silo), suspicion.At))],
            };
        }
    }

    private sealed record Suspicion(string Silo, DateTime At);
}

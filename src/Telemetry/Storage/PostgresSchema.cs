using Npgsql;

namespace EcoPark.Telemetry.Storage;

/// <summary>Runs a schema script alone: several nodes may start at the same moment.</summary>
internal static class PostgresSchema
{
    public static async Task Apply(NpgsqlDataSource source, string script, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_advisory_xact_lock(21200001);" + script;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}

using EcoPark.Platform.Data;
using Microsoft.Data.Sqlite;

namespace EcoPark.Telemetry.Storage;

/// <summary>One SQLite file of the telemetry path: a writer connection behind a gate, pooled readers beside it (WAL).</summary>
/// <remarks>synchronous=FULL: a commit is on the disk before it returns, which is what an answer to a device promises.</remarks>
internal sealed class SqliteFile(string path) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private SqliteConnection? _writer;
    private int _isDisposed;

    /// <summary>Runs <paramref name="action"/> alone, inside a transaction that is committed when it returns.</summary>
    public async Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, T> action, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _writer ??= Open(readOnly: false);
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = action(_writer, transaction);
            transaction.Commit();
            return result;
        }
        catch (SqliteException exception) when (DatabaseTrouble.IsOne(exception))
        {
            Renew(); // After a full disk or a failed read a connection may be left half-way.
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs a query on a reader connection, off the caller's thread: SQLite works synchronously.</summary>
    public Task<T> Read<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var connection = Open(readOnly: true);
                return query(connection);
            },
            cancellationToken);

    public async Task Execute(string script, CancellationToken cancellationToken) =>
        await Write(
            (connection, transaction) =>
            {
                using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = script;
                return command.ExecuteNonQuery();
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Asked for by each of the names that the store is registered under.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        await _gate.WaitAsync().ConfigureAwait(false);
        _writer?.Dispose();
        _writer = null;
        _gate.Dispose();
    }

    private void Renew()
    {
        if (_writer is null)
            return;
        SqliteConnection.ClearPool(_writer);
        _writer.Dispose();
        _writer = null;
    }

    private SqliteConnection Open(bool readOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = true }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        // Out of the pool comes what a reader may have had before.
        command.CommandText = readOnly
            ? "PRAGMA busy_timeout=10000; PRAGMA query_only=1; PRAGMA cache_size=-16000;"
            : "PRAGMA query_only=0; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=8000;";
        command.ExecuteNonQuery();
        return connection;
    }
}

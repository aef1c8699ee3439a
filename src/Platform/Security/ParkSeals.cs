using System.Data.Common;
using System.Security.Cryptography;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Security;

/// <summary>Seals the sealed columns of the park's database under another key; the model says which they are.</summary>
public static class ParkSeals
{
    /// <summary>Whether what is sealed here opens with a key; <see langword="true"/> where nothing is sealed yet.</summary>
    public static async Task<bool> Open(ParkDb db, SecretBox box, CancellationToken cancellationToken)
    {
        foreach (var column in Columns(db))
        {
            if ((await Read(db, column, 1, cancellationToken).ConfigureAwait(false)) is [var first])
                return box.Opens(first.Sealed, column.Place);
        }

        return true;
    }

    /// <summary>Seals all of them anew; within the caller's transaction, so all or none.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="CryptographicException">One opens with neither key.</exception>
    public static async Task<int> Change(ParkDb db, SecretBox from, SecretBox to, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var column in Columns(db))
        {
            foreach (var (keys, text) in await Read(db, column, int.MaxValue, cancellationToken).ConfigureAwait(false))
            {
                if (!from.Opens(text, column.Place))
                    throw new CryptographicException($"{column.Place} of {string.Join('/', keys)} opens with neither key.");
                await Write(db, column, keys, to.Seal(from.Unseal(text, column.Place), column.Place), cancellationToken).ConfigureAwait(false);
                count++;
            }
        }

        return count;
    }

    private static IEnumerable<Column> Columns(ParkDb db) =>
        from entity in db.Model.GetEntityTypes()
        from property in entity.GetDeclaredProperties()
        where property.GetValueConverter() is SealedConverter
        let table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema())
        select new Column(
            table.Name, property.GetColumnName(table)!, [.. entity.FindPrimaryKey()!.Properties.Select(key => key.GetColumnName(table)!)], ((SealedConverter)property.GetValueConverter()!).Place);

    /// <summary>Sealed columns are short and few: passwords and keys.</summary>
    private static async Task<List<(object[] Keys, string Sealed)>> Read(ParkDb db, Column column, int most, CancellationToken cancellationToken)
    {
        await using var command = await Command(db, $"SELECT {string.Join(", ", column.Keys.Select(Quoted))}, {Quoted(column.Name)} FROM {Quoted(column.Table)} WHERE {Quoted(column.Name)} IS NOT NULL LIMIT {most}", cancellationToken).ConfigureAwait(false);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<(object[], string)>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(([.. Enumerable.Range(0, column.Keys.Count).Select(reader.GetValue)], reader.GetString(column.Keys.Count)));
        return rows;
    }

    private static async Task Write(ParkDb db, Column column, object[] keys, string text, CancellationToken cancellationToken)
    {
        await using var command = await Command(db, $"UPDATE {Quoted(column.Table)} SET {Quoted(column.Name)} = @sealed WHERE {string.Join(" AND ", column.Keys.Select((key, at) => $"{Quoted(key)} = @key{at}"))}", cancellationToken).ConfigureAwait(false);
        Set("@sealed", text);
        for (var at = 0; at < keys.Length; at++)
            Set($"@key{at}", keys[at]);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);

        void Set(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private static async Task<DbCommand> Command(ParkDb db, string text, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (text, db.Database.CurrentTransaction?.GetDbTransaction());
        return command;
    }

    /// <summary>Both databases quote names so; the names are the model's own.</summary>
    private static string Quoted(string name) => $"\"{name}\"";

    private sealed record Column(string Table, string Name, IReadOnlyList<string> Keys, string Place);
}

/// <summary>Another store that holds sealed texts.</summary>
public interface ISealedStore
{
    /// <summary>What it is called, Chinese.</summary>
    string Title { get; }

    /// <summary>Seals anew what the old key opens; what the new one opens stays, so that it may be called again after it was cut off.</summary>
    /// <returns>How many were sealed anew, and how many open with neither key.</returns>
    Task<(long Sealed, long Unopened)> Change(SecretBox from, SecretBox to, CancellationToken cancellationToken);
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Data;

/// <summary>
/// Writes many new rows of an entity with few commands, in the transaction of the context. For rows that nobody needs to track and whose
/// generated keys nobody asks for: on SQLite EF would send a command a row and read every key back.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Both databases take more.</summary>
    private const int MostParameters = 900;

    public static async Task Into<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).ToList();
        var head = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ";
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var chunk in rows.Chunk(MostParameters / columns.Count))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                var text = new StringBuilder(head);
                foreach (var row in chunk)
                {
                    text.Append(text.Length == head.Length ? "(" : ", (");
                    for (var at = 0; at < columns.Count; at++)
                    {
                        var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
                        text.Append(at == 0 ? "" : ", ").Append(name);
                        command.Parameters.Add(columns[at].GetRelationalTypeMapping().CreateParameter(command, name, columns[at].GetGetter().GetClrValue(row), columns[at].IsNullable));
                    }

                    text.Append(')');
                }

                command.CommandText = text.ToString();
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}

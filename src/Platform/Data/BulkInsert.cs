using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Platform.Data;

/// <summary>
/// Writes many new rows of an entity with few commands, in the transaction of the context. For rows that nobody needs to track and whose
/// generated keys nobody asks for: on SQLite EF would compile a statement a row and read every key back.
/// </summary>
internal static class BulkInsert
{
    /// <summary>PostgreSQL takes more.</summary>
    private const int MostParameters = 900;

    public static async Task Into<T>(DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).ToList();
        var head = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ";
        // SQLite runs in this process: one compiled statement for all rows. It finds parameters by name, one after the other, so many rows in a statement cost the square of their number.
        var atOnce = db is SqliteParkDb ? 1 : MostParameters / columns.Count;
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(atOnce))
            {
                if (command is null || command.Parameters.Count != chunk.Length * columns.Count)
                {
                    if (command is not null)
                        await command.DisposeAsync().ConfigureAwait(false);
                    command = db.Database.GetDbConnection().CreateCommand();
                    command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                    command.CommandText = head + string.Join(", ", chunk.Select((_, row) => $"({string.Join(", ", columns.Select((_, at) => Name((row * columns.Count) + at)))})"));
                }

                Fill(command, columns, chunk);
                if (atOnce == 1)
                    await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (command is not null)
                await command.DisposeAsync().ConfigureAwait(false);
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static void Fill<T>(DbCommand command, List<IProperty> columns, T[] rows)
        where T : class
    {
        command.Parameters.Clear();
        foreach (var row in rows)
        {
            foreach (var column in columns)
                command.Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(command, Name(command.Parameters.Count), column.GetGetter().GetClrValue(row), column.IsNullable));
        }
    }

    private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
}

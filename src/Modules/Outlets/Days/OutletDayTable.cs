using System.Data.Common;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Writes derived days: the same statement on both databases, idempotent. It goes past EF, which would track tens of thousands of rows.</summary>
public sealed class OutletDayTable(IDbContextFactory<ParkDb> databases)
{
    /// <summary>SQLite looks every parameter up by name in a line of all: long statements cost the square of their rows.</summary>
    private const int RowsOfStatement = 16;

    private static readonly string[] Columns =
    [
        nameof(OutletDay.PointId), nameof(OutletDay.Factor), nameof(OutletDay.Day), nameof(OutletDay.EnterpriseId), nameof(OutletDay.Hours), nameof(OutletDay.Stopped), nameof(OutletDay.Received), nameof(OutletDay.Valid),
        nameof(OutletDay.Mean), nameof(OutletDay.Corrected), nameof(OutletDay.IsValid), nameof(OutletDay.Kilograms), nameof(OutletDay.Replaced), nameof(OutletDay.Missing), nameof(OutletDay.Logged),
        nameof(OutletDay.LoggedHours), nameof(OutletDay.Compared), nameof(OutletDay.Volume), nameof(OutletDay.LoggedVolume), nameof(OutletDay.Rule), nameof(OutletDay.Manual),
        nameof(OutletDay.Judged), nameof(OutletDay.Over),
    ];

    private static readonly string Upsert = $" ON CONFLICT (\"PointId\", \"Factor\", \"Day\") DO UPDATE SET {string.Join(", ", Columns.Skip(3).Select(column => $"\"{column}\" = excluded.\"{column}\""))}";

    /// <summary>Puts days in the place of what stood there, in one transaction.</summary>
    public async Task Write(IReadOnlyList<OutletDay> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var chunk in days.Chunk(RowsOfStatement))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = $"INSERT INTO \"OutletDay\" ({string.Join(", ", Columns.Select(column => $"\"{column}\""))}) VALUES {string.Join(", ", chunk.Select((_, row) => $"({string.Join(", ", Columns.Select((_, at) => $"@p{(row * Columns.Length) + at}"))})"))}{Upsert}";
            foreach (var value in chunk.SelectMany(Values))
                Add(command, value);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<object?> Values(OutletDay day) =>
    [
        day.PointId, day.Factor, day.Day, day.EnterpriseId, day.Hours, day.Stopped, day.Received, day.Valid, day.Mean, day.Corrected, day.IsValid, day.Kilograms, day.Replaced, day.Missing, day.Logged,
        day.LoggedHours, day.Compared, day.Volume, day.LoggedVolume, day.Rule, day.Manual, day.Judged, day.Over,
    ];

    private static void Add(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = FormattableString.Invariant($"@p{command.Parameters.Count}");
        parameter.Value = value ?? DBNull.Value;
        if (value is null)
            parameter.DbType = System.Data.DbType.Double;
        command.Parameters.Add(parameter);
    }
}

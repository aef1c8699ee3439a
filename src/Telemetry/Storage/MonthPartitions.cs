using System.Globalization;
using Npgsql;

namespace EcoPark.Telemetry.Storage;

/// <summary>Month partitions of a PostgreSQL table, made when the first row of a month comes.</summary>
internal sealed class MonthPartitions(NpgsqlDataSource source, string table)
{
    private readonly SemaphoreSlim _gate = new(1);
    private volatile HashSet<DateTime> _known = [];

    /// <summary>Makes sure that each month has its partition.</summary>
    public async Task Ensure(IEnumerable<DateTime> times, CancellationToken cancellationToken)
    {
        foreach (var time in times)
        {
            var month = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc);
            if (!_known.Contains(month))
                await Add(month, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task Add(DateTime month, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Create(month, cancellationToken).ConfigureAwait(false);
            _known = [.. _known, month];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Made apart and then attached: attaching does not lock out readers and writers of the table, as making it in place would.
    /// Two nodes may want the same partition at once: the advisory lock lets one make it and the other find it.
    /// </summary>
    private async Task Create(DateTime month, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{table}_{month:yyyy_MM}");
        var from = month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var to = month.AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await PostgresSchema.Apply(
            source,
            $"""
            DO $$ BEGIN
                IF to_regclass('{name}') IS NULL THEN
                    CREATE TABLE {name} (LIKE {table});
                    ALTER TABLE {table} ATTACH PARTITION {name} FOR VALUES FROM ('{from} 00:00Z') TO ('{to} 00:00Z');
                END IF;
            END $$;
            """,
            cancellationToken).ConfigureAwait(false);
    }
}

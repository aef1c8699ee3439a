using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Standards.Sources;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Hours due, received and valid over a period.</summary>
public sealed record HourCounts(int Hours, int Stopped, int Received, int Valid)
{
    public static readonly HourCounts None = new(0, 0, 0, 0);

    private const decimal LowestRate = 0.9m;

    public int Due => Hours - Stopped;

    public EffectiveTransmissionRate? Rate => EffectiveTransmissionRate.Of(Due, Received, Valid);

    /// <summary>传输有效率 below what is asked for.</summary>
    public bool IsLow => Rate?.Value < LowestRate;

    /// <summary>有效数据捕集率, 0…1.</summary>
    public decimal? Capture => CaptureRate.Of(Hours, Due - Valid, Stopped);

    public static HourCounts operator +(HourCounts one, HourCounts other) => new(one.Hours + other.Hours, one.Stopped + other.Stopped, one.Received + other.Received, one.Valid + other.Valid);
}

/// <summary>Counts of one factor of one outlet.</summary>
public sealed record FactorCounts(PointId Point, string Factor, HourCounts Counts);

/// <summary>传输有效率 from the stored days, within the actor's scope.</summary>
public sealed class TransmissionReader(IDbContextFactory<ParkDb> databases)
{
    public async Task<IReadOnlyList<FactorCounts>> Read(IReadOnlyCollection<PointId> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var ids = outlets.Select(outlet => outlet.Value).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Set<OutletDay>().AsNoTracking().Where(day => ids.Contains(day.PointId) && day.Day >= first && day.Day <= last)
            .GroupBy(day => new { day.PointId, day.Factor })
            .Select(group => new { group.Key.PointId, group.Key.Factor, Hours = group.Sum(day => day.Hours), Stopped = group.Sum(day => day.Stopped), Received = group.Sum(day => day.Received), Valid = group.Sum(day => day.Valid) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new FactorCounts(new PointId(row.PointId), row.Factor, new HourCounts(row.Hours, row.Stopped, row.Received, row.Valid)))];
    }

    /// <summary>Counts of all factors together.</summary>
    public static HourCounts Sum(IEnumerable<FactorCounts> counts) => counts.Aggregate(HourCounts.None, (sum, one) => sum + one.Counts);
}

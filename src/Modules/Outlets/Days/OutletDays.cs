using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Hours of an outlet with masses replaced, and the days made of them.</summary>
public sealed record WorkedUp(OutletHours Hours, IReadOnlyList<OutletDay> Days, ControlHistory Control);

/// <summary>Works up any period of any outlet from the readings, and keeps the days.</summary>
public sealed class OutletDays(HourReader reader, ControlReader controls, OutletDayTable table, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>An hour is rolled up less than a minute after its end; telegrams may be on their way for a few more.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);

    /// <summary>How far back hours are looked for that may stand for others: 2160 valid hours need at least 90 days.</summary>
    private static readonly int[] LookBackDays = [10, 40, 120];

    /// <summary>Days before a range that may stand for waste-water days of it.</summary>
    private const int WaterDaysBefore = 60;

    /// <summary>End of what can be worked up now, UTC.</summary>
    public DateTime Horizon => Period.StartOf(Interval.Hour, clock.UtcNow() - Settling, Device.UsualMinuteInterval);

    /// <summary>Works up whole days of one outlet; hours that have not passed are left out.</summary>
    /// <param name="first">First day of the park's zone.</param>
    /// <param name="last">Last day.</param>
    public async Task<WorkedUp> Of(Outlet outlet, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var (from, to) = (Start(first), Start(last.AddDays(1)));
        var control = (await controls.Of([outlet], from, to, cancellationToken).ConfigureAwait(false))[outlet.Id];
        return await WorkUp(outlet, from, to < Horizon ? to : Horizon, control, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds and keeps the days of many outlets anew.</summary>
    /// <returns>Days written.</returns>
    public async Task<int> Rebuild(IReadOnlyList<Outlet> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var (from, to) = (Start(first), Start(last.AddDays(1)));
        to = to < Horizon ? to : Horizon;
        var control = await controls.Of(outlets, from, to, cancellationToken).ConfigureAwait(false);
        var written = 0;
        await Parallel.ForEachAsync(outlets, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (outlet, token) =>
        {
            var days = (await WorkUp(outlet, from, to, control[outlet.Id], token).ConfigureAwait(false)).Days;
            await table.Write(days, token).ConfigureAwait(false);
            Interlocked.Add(ref written, days.Count);
        }).ConfigureAwait(false);
        return written;
    }

    private async Task<WorkedUp> WorkUp(Outlet outlet, DateTime from, DateTime to, ControlHistory control, CancellationToken cancellationToken)
    {
        var readings = await reader.Read(outlet.Channels, from, to, cancellationToken).ConfigureAwait(false);
        var start = await Began(outlet, readings, cancellationToken).ConfigureAwait(false);
        if (start is not { } began)
            return new WorkedUp(HourBuilder.Build(outlet, new HourlyReadings(from, 0), control), [], control);
        if (began > from)
            readings = await reader.Read(outlet.Channels, from = began, to, cancellationToken).ConfigureAwait(false);
        var hours = HourBuilder.Build(outlet, readings, control);
        var needsStored = hours.Factors.Values.Any(values => Array.Exists(values, hour => hour.IsDue && !hour.IsValid));
        var stored = needsStored ? await Stored(outlet, hours, cancellationToken).ConfigureAwait(false) : [];
        if (outlet.IsGas && outlet.IsEmitting)
            await Fill(outlet, hours, control, stored, cancellationToken).ConfigureAwait(false);
        var firstDay = hours.Count == 0 ? DateOnly.MinValue : hours.DayOf(0);
        return new WorkedUp(hours, DayBuilder.Build(hours, control, [.. stored.Where(day => day.Day < firstDay)]), control);
    }

    /// <summary>Midnight of the first day that counts: nobody owes data before the first reading; null where there is none in the range at all.</summary>
    private async Task<DateTime?> Began(Outlet outlet, HourlyReadings readings, CancellationToken cancellationToken)
    {
        if (readings.Count == 0 || outlet.Channels.Count == 0)
            return null;
        if (readings.All.Any(series => Enumerable.Range(0, Math.Min(24, readings.Count)).Any(hour => series[hour] is not null)))
            return readings.From;
        if (await reader.First(outlet.Channels, cancellationToken).ConfigureAwait(false) is not { } first || first >= readings.TimeOf(readings.Count))
            return null;
        return first < readings.From ? readings.From : Period.StartOf(Interval.Day, first, Device.UsualMinuteInterval);
    }

    /// <summary>Stored days of the outlet around a range: of the same quarters, and before it.</summary>
    private async Task<List<OutletDay>> Stored(Outlet outlet, OutletHours hours, CancellationToken cancellationToken)
    {
        var (first, last) = (hours.DayOf(0), hours.DayOf(hours.Count - 1));
        var (begin, end) = (Earlier(QuarterOf(first), first.AddDays(-WaterDaysBefore)), QuarterOf(last).AddMonths(3));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<OutletDay>().AsNoTracking().Where(day => day.PointId == outlet.Id.Value && day.Day >= begin && day.Day < end && (day.Day < first || day.Day > last)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task Fill(Outlet outlet, OutletHours hours, ControlHistory control, List<OutletDay> stored, CancellationToken cancellationToken)
    {
        var rates = new QuarterRates(hours, stored);
        var gaps = GasGaps.Find(hours, control, rates.Of);
        OutletHours? earlier = null;
        var back = hours.From;
        foreach (var days in LookBackDays)
        {
            if (GasGaps.Wanted(hours, gaps, earlier) <= 0)
                break;
            // Nothing at all in the farther part: the outlet did not measure yet.
            if (await reader.First(outlet.Channels, cancellationToken).ConfigureAwait(false) >= back)
                break;
            back = hours.From.AddDays(-days);
            earlier = HourBuilder.Build(outlet, await reader.Read(outlet.Channels, back, hours.From, cancellationToken).ConfigureAwait(false), control);
        }

        GasGaps.Fill(hours, gaps, earlier);
    }

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>季度有效数据捕集率 of factors: hours of the range itself and the stored days of the rest of the quarter.</summary>
    private sealed class QuarterRates
    {
        private readonly Dictionary<(string Factor, DateOnly Quarter), decimal?> _rates;

        public QuarterRates(OutletHours hours, IReadOnlyList<OutletDay> stored)
        {
            var counts = new Dictionary<(string, DateOnly), (int Hours, int Invalid, int Stopped)>();
            void Add(string factor, DateOnly quarter, int all, int invalid, int stopped)
            {
                var sum = counts.GetValueOrDefault((factor, quarter));
                counts[(factor, quarter)] = (sum.Hours + all, sum.Invalid + invalid, sum.Stopped + stopped);
            }

            foreach (var day in stored)
                Add(day.Factor, QuarterOf(day.Day), day.Hours, day.Hours - day.Stopped - day.Valid, day.Stopped);
            for (var hour = 0; hour < hours.Count; hour++)
            {
                var quarter = QuarterOf(hours.DayOf(hour));
                foreach (var (factor, values) in hours.Factors)
                    Add(factor, quarter, 1, values[hour] is { IsDue: true, IsValid: false } ? 1 : 0, values[hour].IsDue ? 0 : 1);
            }

            _rates = counts.ToDictionary(pair => pair.Key, pair => CaptureRate.Of(pair.Value.Hours, pair.Value.Invalid, pair.Value.Stopped));
        }

        public decimal? Of(string factor, DateTime hour) => _rates.GetValueOrDefault((factor, QuarterOf(DateOnly.FromDateTime(ParkTime.FromUtc(hour)))));
    }
}

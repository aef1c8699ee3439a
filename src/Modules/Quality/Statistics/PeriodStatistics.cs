using EcoPark.Analysis;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Tables of day, month, quarter and year for any number of stations, from their valid daily values.</summary>
public sealed class PeriodStatistics(GridReader grids, StationAssessor assessor, TimeProvider clock)
{
    /// <summary>Stations × years that one table may take, so that a request is bounded.</summary>
    public const int MostStationYears = 400;

    private const double DaysOfYear = 366;

    /// <summary>Computes the table.</summary>
    /// <param name="stations">Of one medium.</param>
    /// <param name="from">First day; the period that contains it is whole.</param>
    /// <param name="to">Day after the last.</param>
    /// <param name="factors">Only these; null for all.</param>
    /// <returns>By station, factor and period; periods without data are left out.</returns>
    public async Task<IReadOnlyList<PeriodStatistic>> Of(
        IReadOnlyList<QualityStation> stations, CalendarPeriod kind, DateOnly from, DateOnly to, CancellationToken cancellationToken, IReadOnlyCollection<string>? factors = null)
    {
        var first = kind.StartOf(from);
        var results = new PeriodStatistic[stations.Count][];
        // Both stores answer readers beside one another; more than the cores would only queue.
        await Parallel.ForAsync(0, stations.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (at, token) =>
            results[at] = [.. await OfStation(stations[at], kind, first, to, factors, token).ConfigureAwait(false)]).ConfigureAwait(false);
        return [.. results.SelectMany(one => one)];
    }

    /// <summary>Whether a table is small enough to be made.</summary>
    public static bool IsBounded(int stations, DateOnly from, DateOnly to) => stations * ((to.DayNumber - from.DayNumber) / DaysOfYear) <= MostStationYears;

    private async Task<IEnumerable<PeriodStatistic>> OfStation(QualityStation station, CalendarPeriod kind, DateOnly first, DateOnly to, IReadOnlyCollection<string>? factors, CancellationToken cancellationToken)
    {
        var days = await grids.ReadWithDerived(station, Interval.Day, first.ToUtc(), to.ToUtc(), cancellationToken, factors).ConfigureAwait(false);
        var before = await Before(station, kind, first, days, factors, cancellationToken).ConfigureAwait(false);
        var periods = Enumerable.Range(0, days.Times.Count).GroupBy(row => kind.StartOf(DateOnly.FromDateTime(days.Wall(row)))).ToList();
        return days.Columns.Where(column => IsEvaluated(days, column))
            .SelectMany(column =>
            {
                var statistics = periods.Select(period => Of(days, column, kind, period.Key, [.. period])).Where(one => one.Valid > 0).ToList();
                var means = statistics.ToDictionary(one => one.Start, one => one.Mean);
                double? MeanOf(DateOnly start) => means.TryGetValue(start, out var mean) ? mean : before(column, start);
                return IsOfInterval(column) ? statistics : statistics.Select(one => one with { YearBefore = MeanOf(kind.StartOf(one.Start.AddYears(-1))), Before = MeanOf(kind.Before(one.Start)) });
            });
    }

    /// <summary>Ozone is evaluated by its highest 8-hour mean (HJ 663); a mean of the day stands in the table only where there is nothing else.</summary>
    internal static bool IsEvaluated(StationGrid days, GridColumn column) => days.Medium != QualityMedium.Air || days.Interval != Interval.Day || column.Factor switch
    {
        DerivedColumns.OzoneHour => false,
        DerivedColumns.Ozone => days.Column(DerivedColumns.OzoneEightHours)?.Values.Any(value => value.Valid is not null) != true,
        _ => true,
    };

    private PeriodStatistic Of(StationGrid days, GridColumn column, CalendarPeriod kind, DateOnly start, List<int> rows)
    {
        var valid = rows.Where(row => column.Values[row].Valid is not null).ToList();
        var values = valid.Select(row => column.Values[row].Valid!.Value).ToArray();
        var percent = PercentOf(column);
        var verdicts = valid.Select(row => assessor.Cell(days, column, row)).OfType<Verdict>().Where(verdict => verdict.Outcome is LimitOutcome.Pass or LimitOutcome.Fail).ToList();
        var statistic = new PeriodStatistic(days.Station, column.Factor, column.Name, column.Unit, column.Decimals, start)
        {
            Kind = kind,
            Valid = values.Length,
            Due = days.Interval is null ? values.Length : Elapsed(kind, start),
            Percent = percent,
            Judged = verdicts.Count,
            Exceeding = verdicts.Count(verdict => verdict.Outcome == LimitOutcome.Fail),
            HighestMultiple = verdicts.Max(verdict => (double?)verdict.ExceedanceMultiple),
            Limit = verdicts.Count == 0 ? "" : VerdictWords.LimitOf(verdicts[^1]),
        };
        if (values.Length == 0 || Means.MethodOf(column.Factor, days.Medium.Medium) == MeanMethod.Direction)
            return statistic with { Mean = values.Length == 0 ? null : Mean(days, column, values) }; // A direction has no smallest and no largest.
        return statistic with
        {
            Mean = Mean(days, column, values),
            Min = values.Min(),
            Max = values.Max(),
            Percentile = Percentiles.Of(values, percent / 100.0),
        };
    }

    private static double? Mean(StationGrid days, GridColumn column, double[] values) =>
        Means.MethodOf(column.Factor, days.Medium.Medium) switch
        {
            MeanMethod.Direction => Means.Direction(values),
            MeanMethod.SoundEnergy => Means.SoundEnergy(values),
            _ => column.Factor is "Ld" or "Ln" ? Means.SoundEnergy(values) : values.Average(),
        };

    /// <summary>Temperatures, pH and directions have no ratio: “half as warm” says nothing, so they are not compared by share.</summary>
    private static bool IsOfInterval(GridColumn column) => column.Unit is "℃" or "°" || column.Factor == FactorCodes.Ph;

    /// <summary>Percentiles of HJ 663 table 1.</summary>
    private static int PercentOf(GridColumn column) => column.Factor == DerivedColumns.OzoneEightHours ? AirPercentiles.OzoneEightHours : AirPercentiles.Of(column.Factor);

    private int Elapsed(CalendarPeriod kind, DateOnly start)
    {
        var (end, today) = (kind.EndOf(start), DateOnly.FromDateTime(clock.ParkNow()).AddDays(1));
        return Math.Max(0, (end < today ? end : today).DayNumber - start.DayNumber);
    }

    /// <summary>Means of the year before the table, from the months: enough for comparisons, and a thirtieth of the rows.</summary>
    private async Task<Func<GridColumn, DateOnly, double?>> Before(QualityStation station, CalendarPeriod kind, DateOnly first, StationGrid days, IReadOnlyCollection<string>? factors, CancellationToken cancellationToken)
    {
        if (kind == CalendarPeriod.Day || days.Interval is null)
            return (_, _) => null;
        var from = kind.StartOf(first.AddYears(-1));
        var months = await grids.Read(station, Interval.Month, from.ToUtc(), first.ToUtc(), cancellationToken, factors).ConfigureAwait(false);
        return (column, start) =>
        {
            if (months.Column(column.Factor) is not { } same)
                return null;
            var values = Enumerable.Range(0, months.Times.Count).Where(row => kind.StartOf(DateOnly.FromDateTime(months.Wall(row))) == start).Select(row => same.Values[row].Valid).OfType<double>().ToArray();
            return values.Length == 0 || values.Length < (kind == CalendarPeriod.Month ? 1 : kind == CalendarPeriod.Quarter ? 3 : 12) ? null : Mean(months, same, values);
        };
    }
}

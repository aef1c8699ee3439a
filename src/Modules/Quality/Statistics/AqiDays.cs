using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>优良天数: the days of stations and of the park by their AQI, against the year before.</summary>
public sealed class AqiDays(GridReader grids, StationAssessor assessor, TimeProvider clock)
{
    public const string Park = "园区";

    /// <summary>Days of the stations, whole and over; today's is none yet.</summary>
    public async Task<IReadOnlyDictionary<QualityStation, IReadOnlyList<AqiDay>>> Read(IReadOnlyList<QualityStation> stations, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (end, days) = (Earlier(to), new IReadOnlyList<AqiDay>[stations.Count]);
        await Parallel.ForAsync(0, stations.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (at, token) =>
        {
            var grid = await grids.ReadWithDerived(stations[at], Interval.Day, from.ToUtc(), end.ToUtc(), token).ConfigureAwait(false);
            days[at] = [.. Enumerable.Range(0, grid.Times.Count).Where(grid.HasData).Select(row => new AqiDay(DateOnly.FromDateTime(grid.Wall(row)), assessor.Assess(grid, row).Air!))];
        }).ConfigureAwait(false);
        return stations.Zip(days).ToDictionary(one => one.First, one => one.Second);
    }

    /// <summary>Stations (and, where there are several, the park in front) by period, the newest period first.</summary>
    /// <param name="stations">Of air.</param>
    /// <param name="kind">Month, quarter or year.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Day after the last.</param>
    public async Task<IReadOnlyList<AqiPeriod>> Of(IReadOnlyList<QualityStation> stations, CalendarPeriod kind, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var known = await Read(stations, from.AddYears(-1), to, cancellationToken).ConfigureAwait(false);
        var places = known.Select(one => (Name: one.Key.Name, Id: (int?)one.Key.Id, Days: one.Value)).ToList();
        if (stations.Count > 1)
            places.Insert(0, (Park, null, OfPark(known)));
        return [.. places.SelectMany(place => Periods(place.Name, place.Id, place.Days, kind, from, Earlier(to))).OrderByDescending(one => one.Start)];
    }

    /// <summary>
    /// The park's day as HJ 663 has a city's: the AQI of the arithmetic means of its stations' concentrations. An item counts as not monitored where no station monitors it.
    /// </summary>
    public static IReadOnlyList<AqiDay> OfPark(IReadOnlyDictionary<QualityStation, IReadOnlyList<AqiDay>> stations)
    {
        var left = stations.Keys.Select(station => station.ItemsNotMonitored.AsEnumerable()).Aggregate((all, one) => all.Intersect(one)).ToHashSet();
        return
        [
            .. stations.Values.SelectMany(days => days).GroupBy(day => day.Day).OrderBy(day => day.Key).Select(day =>
            {
                var means = day.SelectMany(one => one.Air.SubIndices).Where(item => item.Concentration is not null)
                    .GroupBy(item => (item.Pollutant, item.Averaging)).ToDictionary(item => item.Key, item => (decimal?)item.Average(one => one.Concentration!.Value));
                decimal? Of(AirPollutant pollutant, Averaging averaging) => means.GetValueOrDefault((pollutant, averaging));
                return new AqiDay(day.Key, AirQualityIndex.OfDay(
                    new AirConcentrations
                    {
                        SulphurDioxide = Of(AirPollutant.SulphurDioxide, Averaging.Day),
                        NitrogenDioxide = Of(AirPollutant.NitrogenDioxide, Averaging.Day),
                        CarbonMonoxide = Of(AirPollutant.CarbonMonoxide, Averaging.Day),
                        OzoneHour = Of(AirPollutant.Ozone, Averaging.Hour),
                        OzoneEightHours = Of(AirPollutant.Ozone, Averaging.DailyMaximumEightHours),
                        Pm10 = Of(AirPollutant.Pm10, Averaging.Day),
                        Pm25 = Of(AirPollutant.Pm25, Averaging.Day),
                        NotMonitored = left,
                    },
                    day.Key));
            }),
        ];
    }

    /// <summary>The part of each period that lies within the range, beside the same part of the year before.</summary>
    internal static IEnumerable<AqiPeriod> Periods(string name, int? id, IReadOnlyList<AqiDay> days, CalendarPeriod kind, DateOnly from, DateOnly to)
    {
        for (var start = kind.StartOf(from); start < to; start = kind.EndOf(start))
        {
            var (first, end) = (start > from ? start : from, kind.EndOf(start) < to ? kind.EndOf(start) : to);
            AqiPeriod Of(DateOnly begin, DateOnly until, DateOnly of) => new AqiPeriod(name, id, kind, of, until.DayNumber - begin.DayNumber).With(days.Where(day => day.Day >= begin && day.Day < until));
            var before = Of(first.AddYears(-1), end.AddYears(-1), kind.StartOf(start.AddYears(-1)));
            var now = Of(first, end, start);
            if (now.Valid > 0 || before.Valid > 0 || days.Any(day => day.Day >= first && day.Day < end))
                yield return now with { YearBefore = before.Valid > 0 ? before : null };
        }
    }

    private DateOnly Earlier(DateOnly to)
    {
        var today = DateOnly.FromDateTime(clock.ParkNow());
        return to < today ? to : today;
    }
}

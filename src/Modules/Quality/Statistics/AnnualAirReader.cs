using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Evaluates whole years of a station by HJ 663.</summary>
public static class AnnualAirReader
{
    /// <summary>The years that begin within the range, or that it begins in.</summary>
    public static async Task<IReadOnlyList<AnnualAir>> Of(GridReader grids, QualityStation station, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var first = new DateOnly(from.Year, 1, 1);
        var days = await grids.ReadWithDerived(station, Interval.Day, first.ToUtc(), new DateOnly(to.AddDays(-1).Year + 1, 1, 1).ToUtc(), cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, days.Times.Count).GroupBy(row => days.Wall(row).Year).Where(year => year.Any(days.HasData)).Select(year => Of(days, year.Key, [.. year], station))];
    }

    private static AnnualAir Of(StationGrid days, int year, List<int> rows, QualityStation station)
    {
        var values = new Dictionary<AirPollutant, IReadOnlyDictionary<DateOnly, decimal?>>();
        foreach (var pollutant in Enum.GetValues<AirPollutant>())
        {
            if (days.Column(pollutant == AirPollutant.Ozone ? DerivedColumns.OzoneEightHours : pollutant.Code()) is not { } column)
                continue;
            var factor = FactorTable.Find(pollutant.Code(), Medium.AmbientAir);
            values[pollutant] = rows.ToDictionary(row => DateOnly.FromDateTime(days.Wall(row)), row => column.Values[row].Valid is { } value && JudgementRequest.ValueOf(value) is { } figure
                ? UnitConversion.Convert(figure, Unit.Of(column.Unit), pollutant.Unit(), factor?.MolarMass, GasState.Of(Medium.AmbientAir, DateOnly.FromDateTime(days.Wall(row)))) : null);
        }

        return AnnualEvaluation.Of(year, values, station.Class.Length > 0 ? station.Class : QualityMedium.Air.UsualClass);
    }
}

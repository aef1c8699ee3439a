using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>What one station measured: times × factors. Automatic data have every period of the range, also those without data; samples have the times they were taken at.</summary>
/// <param name="Station">The station.</param>
/// <param name="Interval">Length of a period; null for samples taken by hand.</param>
/// <param name="Times">Starts (UTC), in order.</param>
/// <param name="Columns">Factors.</param>
public sealed record StationGrid(QualityStation Station, Interval? Interval, IReadOnlyList<DateTime> Times, IReadOnlyList<GridColumn> Columns)
{
    public QualityMedium Medium => QualityMedium.OfTitle(Station.Medium)!;

    public GridColumn? Column(string factor) => Columns.FirstOrDefault(column => column.Factor == factor);

    /// <summary>Park's wall clock at a row.</summary>
    public DateTime Wall(int row) => ParkTime.FromUtc(Times[row]);

    /// <summary>Whether a row holds anything at all.</summary>
    public bool HasData(int row) => Columns.Any(column => column.Values[row].Value is not null);

    /// <summary>Rows by time as a person reads them: newest first, those that hold something.</summary>
    public IEnumerable<int> NewestFirst => Enumerable.Range(0, Times.Count).Reverse().Where(HasData);
}

using EcoPark.Modules.Quality.Stations;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Views;

/// <summary>What a tab of a medium's page is to show; all of it stands in the address.</summary>
/// <param name="Medium">The medium.</param>
/// <param name="Stations">All its stations.</param>
/// <param name="Station">The chosen one.</param>
/// <param name="Interval">Hour, day or month.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Factor">The chosen factor; null for the tab's first.</param>
public sealed record StationView(QualityMedium Medium, IReadOnlyList<QualityStation> Stations, QualityStation Station, Interval Interval, DateTime From, DateTime To, string? Factor);

using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>One value of a table: what counts at that time, and what is to be said of it.</summary>
/// <param name="Value">As it stands, valid or not; null where nothing was measured.</param>
/// <param name="IsValid">May stand in means and judgements.</param>
/// <param name="Marks">Marks of the reading.</param>
/// <param name="Flag">Data flag of the device.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="DetectionLimit">Nothing was detected; the value is then half of it.</param>
public readonly record struct GridValue(double? Value, bool IsValid, ReadingMarks Marks, char Flag, Origin Origin, double? DetectionLimit = null)
{
    /// <summary>The value where it is valid.</summary>
    public double? Valid => IsValid ? Value : null;

    internal static GridValue Of(in Reading reading) => new(reading.Value, reading.IsValid, reading.Marks, reading.Flag, reading.Series.Origin);
}

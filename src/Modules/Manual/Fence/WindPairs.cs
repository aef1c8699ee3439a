namespace EcoPark.Modules.Manual.Fence;

/// <summary>A point at the fence.</summary>
/// <param name="Bearing">Degrees from north, as seen from the middle of all points of the enterprise.</param>
public sealed record FencePoint(int PointId, string Name, double Bearing);

/// <summary>An hour at the fence before it is compared.</summary>
/// <param name="At">UTC, start of the hour.</param>
/// <param name="Speed">m/s.</param>
/// <param name="From">Degrees that the wind comes from.</param>
/// <param name="Values">Valid means by point.</param>
public sealed record FenceHour(DateTime At, double? Speed, double? From, IReadOnlyDictionary<int, double> Values);

/// <summary>Why an hour has a difference, or has none.</summary>
public enum PairState
{
    /// <summary>There was a value on both sides.</summary>
    Pair = 0,

    /// <summary>静风: nothing is upwind of anything.</summary>
    Calm = 1,

    /// <summary>Nobody measured the wind.</summary>
    NoWind = 2,

    /// <summary>No valid value where the wind came from.</summary>
    NoUpwind = 3,

    /// <summary>No valid value where it went to.</summary>
    NoDownwind = 4,
}

/// <summary>An hour with what came into the plant and what left it.</summary>
/// <param name="Background">Mean of the points that the wind reached first.</param>
/// <param name="Highest">Highest of those that it reached last.</param>
public sealed record PairHour(DateTime At, double? Speed, double? From, PairState State, double? Background, string Upwind, double? Highest, string Downwind)
{
    /// <summary>What the plant added; below 0 where more came in than left.</summary>
    public double? Difference => Highest - Background;
}

/// <summary>Upwind and downwind points of each hour, after the idea of HJ/T 55-2000 (reference point upwind, points downwind; recalled): the background is taken off.</summary>
public static class WindPairs
{
    /// <summary>m/s below which the direction says nothing: 静风.</summary>
    public const double Calm = 0.5;

    /// <summary>Degrees to either side of the wind within which a point counts as upwind, or downwind. The platform's own.</summary>
    public const double HalfSector = 45;

    /// <summary>Where points lie as seen from their middle.</summary>
    public static IReadOnlyList<FencePoint> Around(IReadOnlyCollection<(int Id, string Name, double Longitude, double Latitude)> points) =>
        points.Count == 0 ? [] : Around(points, (points.Average(one => one.Longitude), points.Average(one => one.Latitude)));

    /// <summary>Where points lie as seen from a place.</summary>
    public static IReadOnlyList<FencePoint> Around(IReadOnlyCollection<(int Id, string Name, double Longitude, double Latitude)> points, (double Longitude, double Latitude) centre)
    {
        var narrowing = Math.Cos(centre.Latitude * Math.PI / 180);
        return [.. points.Select(one => new FencePoint(one.Id, one.Name, ((Math.Atan2((one.Longitude - centre.Longitude) * narrowing, one.Latitude - centre.Latitude) * 180 / Math.PI) + 360) % 360))];
    }

    public static PairHour Of(IReadOnlyList<FencePoint> points, FenceHour hour)
    {
        var empty = new PairHour(hour.At, hour.Speed, hour.From, PairState.NoWind, null, "", null, "");
        if (hour.Speed is not { } speed || (speed >= Calm && hour.From is null))
            return empty;
        if (speed < Calm)
            return empty with { State = PairState.Calm };
        var upwind = Within(points, hour.From!.Value, hour.Values);
        var downwind = Within(points, hour.From.Value + 180, hour.Values);
        var worst = downwind.Count > 0 ? downwind.MaxBy(point => hour.Values[point.PointId]) : null;
        return empty with
        {
            State = upwind.Count == 0 ? PairState.NoUpwind : worst is null ? PairState.NoDownwind : PairState.Pair,
            Background = upwind.Count > 0 ? upwind.Average(point => hour.Values[point.PointId]) : null,
            Upwind = string.Join("、", upwind.Select(point => point.Name)),
            Highest = worst is null ? null : hour.Values[worst.PointId],
            Downwind = worst?.Name ?? "",
        };
    }

    private static List<FencePoint> Within(IReadOnlyList<FencePoint> points, double direction, IReadOnlyDictionary<int, double> values) =>
        [.. points.Where(point => values.ContainsKey(point.PointId) && Math.Abs(((point.Bearing - direction + 540) % 360) - 180) <= HalfSector + 1e-6)];
}

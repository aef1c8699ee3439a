namespace EcoPark.Modules.Manual.Fence;

/// <summary>A stretch of the compass, clockwise, degrees.</summary>
public sealed record Arc(double From, double To)
{
    public double Degrees => (To - From + 360) % 360 is 0 ? 360 : (To - From + 360) % 360;

    public bool Has(double bearing) => Degrees >= 360 || (bearing - From + 360) % 360 <= Degrees;
}

/// <summary>Where the wind may blow to without any point of an enterprise seeing it: layout of a fence looked at by the compass.</summary>
/// <param name="Blind">Directions in which no point lies within <see cref="WindPairs.HalfSector"/> of downwind.</param>
/// <param name="BlindShare">Share of the hours with wind that blew into them; <see langword="null"/> where nobody measured it.</param>
/// <param name="Hours">Hours with wind, calm ones left out.</param>
public sealed record Coverage(IReadOnlyList<FencePoint> Points, IReadOnlyList<Arc> Blind, double? BlindShare, int Hours)
{
    /// <summary>Degrees of the compass that are seen.</summary>
    public double Seen => 360 - Blind.Sum(arc => arc.Degrees);

    /// <param name="winds">Speed and direction that it comes from, by hour.</param>
    public static Coverage Of(IReadOnlyList<FencePoint> points, IEnumerable<(double? Speed, double? From)> winds)
    {
        var blind = BlindOf([.. points.Select(point => point.Bearing)]);
        List<double> to = [.. winds.Where(wind => wind is { Speed: >= WindPairs.Calm, From: not null }).Select(wind => (wind.From!.Value + 180) % 360)];
        return new(points, blind, to.Count == 0 ? null : (double)to.Count(direction => blind.Any(arc => arc.Has(direction))) / to.Count, to.Count);
    }

    /// <summary>What lies between the sectors of neighbouring points.</summary>
    internal static IReadOnlyList<Arc> BlindOf(IReadOnlyList<double> bearings)
    {
        if (bearings.Count == 0)
            return [new(0, 360)];
        List<double> sorted = [.. bearings.Order()];
        return [.. sorted.Index().Select(one => (one.Item, Next: one.Index + 1 < sorted.Count ? sorted[one.Index + 1] : sorted[0] + 360)).Where(gap => gap.Next - gap.Item > (2 * WindPairs.HalfSector) + 1e-9)
            .Select(gap => new Arc((gap.Item + WindPairs.HalfSector) % 360, (gap.Next - WindPairs.HalfSector + 360) % 360))];
    }
}

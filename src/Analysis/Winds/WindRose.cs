namespace EcoPark.Analysis.Winds;

/// <summary>One petal.</summary>
/// <param name="CentreDegrees">Direction the wind comes from.</param>
/// <param name="Counts">Steps by class, lowest class first.</param>
/// <param name="Mean">Mean of what was classed (speed or concentration); NaN where there is none.</param>
public sealed record RoseSector(double CentreDegrees, IReadOnlyList<int> Counts, double Mean)
{
    /// <summary>Steps in the petal.</summary>
    public int N => Counts.Sum();
}

/// <summary>Wind rose (classes of speed) or pollution rose (classes of concentration).</summary>
/// <param name="UpperBounds">Upper bounds of the classes, closed; one more class is open above.</param>
/// <param name="Sectors">Petals from north, clockwise.</param>
/// <param name="Calm">Steps below the calm speed: they have no direction.</param>
/// <param name="N">Steps with wind (and value), calm ones among them.</param>
public sealed record WindRose(IReadOnlyList<double> UpperBounds, IReadOnlyList<RoseSector> Sectors, int Calm, int N)
{
    /// <summary>Speeds of the classes of openair's windRose, m/s.</summary>
    public static IReadOnlyList<double> UsualSpeeds { get; } = [2, 4, 6];

    /// <summary>Share of calm steps, 0…1; NaN without data.</summary>
    public double CalmShare => N == 0 ? double.NaN : (double)Calm / N;

    /// <summary>How often the wind comes from where, and how fast.</summary>
    /// <param name="windSpeedMs">m/s, NaN in gaps.</param>
    /// <param name="windFromDegrees">Degrees, NaN in gaps.</param>
    /// <param name="upperBoundsMs">Classes of speed.</param>
    /// <param name="sectors">Petals.</param>
    /// <param name="calmBelowMs">Below it there is no direction.</param>
    public static WindRose Of(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees,
        IReadOnlyList<double>? upperBoundsMs = null, int sectors = 16, double calmBelowMs = 0.5) =>
        Build(windSpeedMs, windFromDegrees, windSpeedMs, upperBoundsMs ?? UsualSpeeds, sectors, calmBelowMs);

    /// <summary>How often which concentration comes from where.</summary>
    /// <param name="windSpeedMs">m/s, NaN in gaps.</param>
    /// <param name="windFromDegrees">Degrees, NaN in gaps.</param>
    /// <param name="concentration">Any unit, NaN in gaps.</param>
    /// <param name="upperBounds">Classes; without them the quartiles and the 95th percentile.</param>
    /// <param name="sectors">Petals.</param>
    /// <param name="calmBelowMs">Below it there is no direction.</param>
    public static WindRose OfPollution(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees,
        ReadOnlySpan<double> concentration, IReadOnlyList<double>? upperBounds = null, int sectors = 16, double calmBelowMs = 0.5) =>
        Build(windSpeedMs, windFromDegrees, concentration, upperBounds ?? Percentiles.Of(concentration, [0.25, 0.5, 0.75, 0.95]), sectors, calmBelowMs);

    private static WindRose Build(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees, ReadOnlySpan<double> values,
        IReadOnlyList<double> upperBounds, int sectors, double calmBelowMs)
    {
        WindSamples.RequireSameLength(windSpeedMs.Length, windFromDegrees.Length, values.Length);
        var counts = Enumerable.Range(0, sectors).Select(_ => new int[upperBounds.Count + 1]).ToArray();
        var sums = new double[sectors];
        var (calm, n) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(windSpeedMs[i]) || !double.IsFinite(values[i]))
                continue;
            var isCalm = windSpeedMs[i] < calmBelowMs;
            if (!isCalm && !double.IsFinite(windFromDegrees[i]))
                continue;
            n++;
            if (isCalm)
            {
                calm++;
                continue;
            }

            var sector = WindSamples.SectorOf(windFromDegrees[i], sectors);
            counts[sector][WindSamples.ClassOf(values[i], upperBounds)]++;
            sums[sector] += values[i];
        }

        return new WindRose(upperBounds, [.. counts.Select((one, sector) => new RoseSector(sector * 360.0 / sectors, one, sums[sector] / one.Sum()))], calm, n);
    }
}

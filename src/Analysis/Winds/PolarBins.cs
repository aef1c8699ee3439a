namespace EcoPark.Analysis.Winds;

/// <summary>One bin of a polar plot: its middle, its weight, and the square root of its mean.</summary>
internal readonly record struct PolarBin(double FromDegrees, double SpeedMs, double U, double V, double Weight, double Root);

/// <summary>Means over bins of 10° and a thirtieth of the largest speed.</summary>
internal sealed record PolarBins(IReadOnlyList<PolarBin> Cells, double MostSpeedMs, int N)
{
    private const int Directions = 36;
    private const int Speeds = 30;

    public static PolarBins Of(ReadOnlySpan<double> windSpeedMs, ReadOnlySpan<double> windFromDegrees, ReadOnlySpan<double> concentration,
        PolarPlotOptions options)
    {
        WindSamples.RequireSameLength(windSpeedMs.Length, windFromDegrees.Length, concentration.Length);
        var most = 0.0;
        for (var i = 0; i < concentration.Length; i++)
        {
            if (IsComplete(windSpeedMs[i], windFromDegrees[i], concentration[i]))
                most = Math.Max(most, windSpeedMs[i]);
        }

        if (most <= 0)
            return new PolarBins([], 0, 0);
        var (sums, counts) = (new double[Directions, Speeds], new int[Directions, Speeds]);
        var n = 0;
        for (var i = 0; i < concentration.Length; i++)
        {
            if (!IsComplete(windSpeedMs[i], windFromDegrees[i], concentration[i]))
                continue;
            var sector = WindSamples.SectorOf(windFromDegrees[i], Directions);
            var speed = Math.Min((int)(windSpeedMs[i] / most * Speeds), Speeds - 1);
            sums[sector, speed] += concentration[i];
            counts[sector, speed]++;
            n++;
        }

        return new PolarBins([.. Filled(sums, counts, most, options.FewestInBin)], most, n);
    }

    private static IEnumerable<PolarBin> Filled(double[,] sums, int[,] counts, double most, int fewest)
    {
        for (var sector = 0; sector < Directions; sector++)
        {
            for (var speed = 0; speed < Speeds; speed++)
            {
                var n = counts[sector, speed];
                if (n < Math.Max(fewest, 1))
                    continue;
                var fromDegrees = sector * 360.0 / Directions;
                var middleMs = (speed + 0.5) * most / Speeds;
                var radians = fromDegrees * Math.PI / 180;
                yield return new PolarBin(fromDegrees, middleMs, middleMs * Math.Sin(radians), middleMs * Math.Cos(radians),
                    Math.Min(n / 4.0, 1), Math.Sqrt(Math.Max(sums[sector, speed] / n, 0)));
            }
        }
    }

    private static bool IsComplete(double speed, double direction, double value) =>
        double.IsFinite(speed) && double.IsFinite(direction) && double.IsFinite(value);
}

namespace EcoPark.Standards.Noise;

/// <summary>Levels of a period from samples of equal length.</summary>
public static class SoundStatistics
{
    /// <summary>Leq, L10, L50, L90, Lmax, Lmin of samples; null of none.</summary>
    /// <param name="samples">A-weighted levels at equal intervals, dB(A).</param>
    /// <remarks>LN is the level exceeded N % of the time (GB 3096-2008 3.6): of 100 samples from high to low L10 is the tenth, L50 the fiftieth, L90 the ninetieth.</remarks>
    public static SoundLevels? Of(IReadOnlyList<double> samples)
    {
        if (samples.Count == 0)
            return null;
        var falling = samples.OrderDescending().ToArray();
        var mean = falling.Average();
        var variance = falling.Length > 1 ? falling.Sum(level => (level - mean) * (level - mean)) / (falling.Length - 1) : 0;
        return new(Means.SoundEnergy(falling), Exceeded(falling, 10), Exceeded(falling, 50), Exceeded(falling, 90), falling[0], falling[^1], Math.Sqrt(variance));
    }

    /// <summary>Level exceeded a share of the time.</summary>
    /// <param name="falling">Levels from high to low.</param>
    private static double Exceeded(double[] falling, int percent) => falling[Math.Clamp((int)Math.Ceiling(falling.Length * percent / 100.0) - 1, 0, falling.Length - 1)];

    /// <summary>Day–night level: Ldn = 10·lg[(16·10^(Ld/10) + 8·10^((Ln+10)/10)) / 24], for a day of 06–22 and a night of 22–06.</summary>
    public static double DayNight(double dayLevel, double nightLevel) =>
        10 * Math.Log10((16 * Math.Pow(10, dayLevel / 10) + 8 * Math.Pow(10, (nightLevel + 10) / 10)) / 24);

    /// <summary>Whether an hour of the day (0 … 23, park's zone) belongs to the night, 22–06 (GB 3096-2008 3.5).</summary>
    public static bool IsNight(int hour) => hour is >= 22 or < 6;
}

namespace EcoPark.Simulator;

/// <summary>
/// The value of a factor at any moment, as a pure function of seed, factor and time: daily cycle, slow weather, noise, episodes
/// of exceedance. Because it is pure, a logger can be asked for the history of any period and always tells the same.
/// </summary>
public static class Signal
{
    private static readonly TimeSpan EpisodeLength = TimeSpan.FromMinutes(50);
    private static readonly TimeSpan ReleaseLength = TimeSpan.FromHours(2);

    /// <summary>What a logger measures: with what blows to it, where something does.</summary>
    /// <param name="wallClock">Local time.</param>
    public static double Value(LoggerSpec spec, FactorSpec factor, DateTime wallClock)
    {
        var value = Value(factor, spec.Seed, wallClock);
        if (spec.Plume is not { } plume || factor.Code.StartsWith("a01", StringComparison.Ordinal))
            return value;
        var off = (plume.Bearing - (Value(plume.Wind, plume.Seed, wallClock) + 180)) * Math.PI / 180;
        var share = Math.Pow(Math.Max(0, Math.Cos(off)), 2);
        // A release about once in four days; the rest of the time a little of what the plant always loses.
        var isRelease = Random(plume.Seed + 5, factor.Code, wallClock.Ticks / ReleaseLength.Ticks) < 0.02;
        return Math.Round(value + (factor.Mean * share * (isRelease ? 4 : 0.4)), factor.Decimals, MidpointRounding.ToEven);
    }

    /// <param name="factor">What is measured.</param>
    /// <param name="seed">Seed of the logger.</param>
    /// <param name="wallClock">Local time.</param>
    public static double Value(FactorSpec factor, int seed, DateTime wallClock)
    {
        var hours = wallClock.TimeOfDay.TotalHours;
        var cycle = factor.Swing * Math.Cos((hours - factor.PeakHour) * Math.PI / 12);
        var minutes = wallClock.Ticks / TimeSpan.TicksPerMinute;
        var slow = Smooth(seed, factor.Code, minutes / 360.0);
        var fast = Smooth(seed + 1, factor.Code, minutes / 7.0);
        var jitter = Random(seed + 2, factor.Code, wallClock.Ticks / TimeSpan.TicksPerSecond) - 0.5;
        var value = factor.Mean + cycle + (factor.Noise * ((1.2 * slow) + (0.6 * fast) + (0.2 * jitter)));
        if (IsEpisode(factor, seed, wallClock))
            value *= 2.5;
        return Math.Round(factor.Mean >= 0 && factor.Code != "a01001" ? Math.Max(0, value) : value, factor.Decimals, MidpointRounding.ToEven);
    }

    /// <summary>About one episode in two days for the factors whose exceedance means something.</summary>
    public static bool IsEpisode(FactorSpec factor, int seed, DateTime wallClock) =>
        factor.Swing > 0 && factor.Noise > 0 && !factor.Code.StartsWith("a01", StringComparison.Ordinal) && factor.Code is not ("w01001" or "001" or "w01010")
        && Random(seed + 3, factor.Code, wallClock.Ticks / EpisodeLength.Ticks) < 0.015;

    /// <summary>Data flag: now and then the analyser is calibrated, maintained or broken for a while.</summary>
    public static char Flag(FactorSpec factor, int seed, DateTime wallClock) =>
        Random(seed + 4, factor.Code, wallClock.Ticks / TimeSpan.FromMinutes(20).Ticks) switch
        {
            < 0.004 => 'C',
            < 0.007 => 'M',
            < 0.0074 => 'D',
            _ => 'N',
        };

    /// <summary>Value noise between −1 and 1, smooth in <paramref name="x"/>.</summary>
    private static double Smooth(int seed, string code, double x)
    {
        var cell = Math.Floor(x);
        var t = x - cell;
        t = t * t * (3 - (2 * t));
        var (a, b) = (Random(seed, code, (long)cell), Random(seed, code, (long)cell + 1));
        return (2 * (a + ((b - a) * t))) - 1;
    }

    /// <summary>Uniform in [0, 1), the same for the same arguments on every machine.</summary>
    private static double Random(int seed, string code, long x)
    {
        var hash = ((ulong)x * 0x9E3779B97F4A7C15UL) ^ ((ulong)(uint)seed * 0xC2B2AE3D27D4EB4FUL);
        foreach (var one in code)
            hash = (hash ^ one) * 0x100000001B3UL;
        hash ^= hash >> 31;
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 29;
        hash *= 0x94D049BB133111EBUL;
        hash ^= hash >> 32;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}

namespace EcoPark.Standards;

/// <summary>Cycle of an analyser of water: many take a sample every two or four hours (six results a day), and owe no more. Told from the hours at which there is a result at all, valid or not.</summary>
/// <param name="Hours">1, 2 or 4.</param>
/// <param name="Phase">First hour of the day with a result, below <paramref name="Hours"/>.</param>
public readonly record struct AnalysisCycle(int Hours, int Phase)
{
    private static readonly AnalysisCycle Hourly = new(1, 0);

    /// <summary>Why fewer than 24 hours make a day.</summary>
    public static RuleBasis Basis { get; } = new("水质自动分析仪每 2 或 4 小时分析一次时，应得数按其周期计（每日 12 或 6 个）；平台由当日有结果的时刻判断", Confidence.Verified);

    /// <summary>The longest cycle that all results keep to.</summary>
    /// <param name="medium">Only of water.</param>
    /// <param name="hours">Hours of the day (0 … 23) with a result.</param>
    public static AnalysisCycle Of(Medium medium, IEnumerable<int> hours)
    {
        if (medium is not (Medium.SurfaceWater or Medium.WasteWater or Medium.Groundwater))
            return Hourly;
        var all = hours.Distinct().ToList();
        foreach (var cycle in (ReadOnlySpan<int>)[4, 2])
        {
            if (all.Count > 0 && all.TrueForAll(hour => hour % cycle == all[0] % cycle))
                return new(cycle, all[0] % cycle);
        }

        return Hourly;
    }

    /// <summary>Whether a result is due at an hour.</summary>
    public bool IsDue(int hour) => hour % Hours == Phase;
}

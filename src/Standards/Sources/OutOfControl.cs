namespace EcoPark.Standards.Sources;

/// <summary>One calibration, verification or standard check.</summary>
public readonly record struct CheckPoint(DateTimeOffset Time, bool Passes);

/// <summary>A half-open stretch of time; null <paramref name="To"/> where it still lasts.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset? To);

/// <summary>From when data are out of control once a check fails.</summary>
public enum ControlLostFrom
{
    /// <summary>From the failed check on (HJ 75 as recalled).</summary>
    FailedCheck,

    /// <summary>Back to the last check that passed (HJ 356 as recalled).</summary>
    LastPassedCheck,
}

/// <summary>失控时段 from checks.</summary>
public static class OutOfControl
{
    public static RuleBasis GasBasis { get; } = new("HJ 75-2017：自检查不合格起至恢复合格止为失控时段", Confidence.Recalled);

    public static RuleBasis WaterBasis { get; } = new("HJ 356-2019：核查或比对不合格时，自上次合格至本次不合格以及恢复合格之前的数据无效", Confidence.Recalled);

    /// <summary>Stretches out of control, in order, not overlapping.</summary>
    /// <param name="checks">Checks in any order.</param>
    public static IReadOnlyList<Stretch> StretchesOf(IEnumerable<CheckPoint> checks, ControlLostFrom from)
    {
        var stretches = new List<Stretch>();
        DateTimeOffset? lastPassed = null, lost = null;
        foreach (var check in checks.OrderBy(check => check.Time))
        {
            if (!check.Passes)
            {
                lost ??= from == ControlLostFrom.LastPassedCheck ? lastPassed ?? check.Time : check.Time;
                continue;
            }

            if (lost is { } began)
                stretches.Add(new(began, check.Time));
            (lost, lastPassed) = (null, check.Time);
        }

        if (lost is { } open)
            stretches.Add(new(open, null));
        return stretches;
    }
}

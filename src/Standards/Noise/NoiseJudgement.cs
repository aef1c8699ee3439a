namespace EcoPark.Standards.Noise;

/// <summary>Noise of a day against its zone.</summary>
/// <param name="DayVerdict">Ld; null where not given.</param>
/// <param name="NightVerdict">Ln; null where not given.</param>
/// <param name="NightMaximumVerdict">Lmax of sudden noise at night; null where not given.</param>
/// <param name="DecidedBy">Chinese name of the level that fails, or is closest to its limit.</param>
/// <param name="Reason">Chinese sentence.</param>
public sealed record NoiseJudgement(LimitOutcome Outcome, Verdict? DayVerdict, Verdict? NightVerdict, Verdict? NightMaximumVerdict, string DecidedBy, string Reason);

/// <summary>Noise against GB 3096-2008 table 1 or GB 12348-2008 table 1.</summary>
public static class NoiseQuality
{
    /// <summary>Factor of the highest sudden level at night.</summary>
    public const string SuddenAtNight = "夜间突发噪声最大声级Lmax";

    /// <summary>Why levels are compared as whole decibels.</summary>
    public static RuleBasis RoundingBasis { get; } = new("HJ 706-2014：噪声测量值修约到个数位后与限值比较", Confidence.Recalled);

    /// <summary>Environmental noise of a zone. Levels are compared as whole decibels.</summary>
    /// <param name="nightMaximum">Highest sudden level at night: no more than 15 dB above the night's limit (5.4).</param>
    public static NoiseJudgement OfZone(NoiseZone zone, DateOnly day, decimal? dayLevel, decimal? nightLevel, decimal? nightMaximum = null, LimitLibrary? library = null)
    {
        return Of(
            Judge("Leq", dayLevel, Averaging.DayTime, Medium.Noise, zone.Chinese(), day, library),
            Judge("Leq", nightLevel, Averaging.NightTime, Medium.Noise, zone.Chinese(), day, library),
            Judge(SuddenAtNight, nightMaximum, Averaging.NightTime, Medium.Noise, zone.Chinese(), day, library));
    }

    /// <summary>The verdicts of a place together: the worst decides. Null where a level was not measured or has no limit.</summary>
    public static NoiseJudgement Of(Verdict? day, Verdict? night, Verdict? nightMaximum) =>
        Together([("昼间等效声级", day), ("夜间等效声级", night), ("夜间突发噪声", nightMaximum)]);

    /// <summary>Noise at a plant's boundary, GB 12348-2008.</summary>
    /// <param name="fenceClass">0 … 4.</param>
    public static NoiseJudgement OfFenceLine(int fenceClass, DateOnly day, decimal? dayLevel, decimal? nightLevel, LimitLibrary? library = null)
    {
        var verdicts = new (string Name, Verdict? Verdict)[]
        {
            ("昼间等效声级", Judge("Leq", dayLevel, Averaging.DayTime, Medium.FenceLineNoise, $"{fenceClass}类", day, library)),
            ("夜间等效声级", Judge("Leq", nightLevel, Averaging.NightTime, Medium.FenceLineNoise, $"{fenceClass}类", day, library)),
            ("夜间突发噪声", null),
        };
        return Together(verdicts);
    }

    private static NoiseJudgement Together((string Name, Verdict? Verdict)[] verdicts)
    {
        var given = verdicts.Where(part => part.Verdict is not null).ToList();
        if (given.Count == 0)
            return new(LimitOutcome.CannotJudge, null, null, null, "", "没有有效数据");
        var decisive = given.MaxBy(part => (Rank(part.Verdict!.Outcome), Margin(part.Verdict)));
        return new(decisive.Verdict!.Outcome, verdicts[0].Verdict, verdicts[1].Verdict, verdicts[2].Verdict, decisive.Name, $"{decisive.Name}：{decisive.Verdict.Reason}");
    }

    // See RoundingBasis.
    private static Verdict? Judge(string factor, decimal? level, Averaging averaging, Medium medium, string zone, DateOnly day, LimitLibrary? library) => level is null
        ? null
        : Judgement.Judge(
            new()
            {
                Factor = factor,
                Value = level,
                Unit = Unit.Decibel,
                Averaging = averaging,
                Medium = medium,
                Day = day,
                Class = zone,
            },
            library ?? LimitLibrary.Default);

    private static int Rank(LimitOutcome outcome) => outcome switch
    {
        LimitOutcome.Fail => 3,
        LimitOutcome.CannotJudge => 2,
        LimitOutcome.Pass => 1,
        _ => 0,
    };

    private static decimal Margin(Verdict verdict) => (verdict.ComparedValue - verdict.Limit?.Upper) ?? decimal.MinValue;
}

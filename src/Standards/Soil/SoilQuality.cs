namespace EcoPark.Standards.Soil;

/// <summary>Soil of construction land against screening and intervention values, GB 36600-2018.</summary>
public static class SoilQuality
{
    private const string StandardNumber = "GB 36600-2018";

    /// <summary>Judges a sample of one place.</summary>
    /// <param name="results">Results, mg/kg or what converts to it.</param>
    /// <param name="land">Class of the land.</param>
    /// <param name="day">Day in the park's zone; the standard is in force since 2018-08-01.</param>
    /// <param name="background">Background value of a factor, mg/kg: above the screening value but not above this is not polluted (table 1 note, arsenic, cobalt, vanadium).</param>
    public static SoilJudgement Judge(
        IEnumerable<Water.FactorResult> results, LandClass land, DateOnly day, IReadOnlyDictionary<string, decimal>? background = null)
    {
        var factors = results.Select(result => Of(result, land, day, background)).ToList();
        if (factors.Max(factor => factor.Risk) is not { } worst)
            return new(null, [], factors, "没有可评价的项目");
        var decidedBy = factors.Where(factor => factor.Risk == worst).ToList();
        var names = string.Join("、", decidedBy.Select(factor => factor.Factor.Name));
        return new(worst, worst == SoilRisk.Negligible ? [] : decidedBy, factors, worst switch
        {
            SoilRisk.Negligible => "各项不高于筛选值，风险可以忽略",
            SoilRisk.ToInvestigate => $"{names}高于筛选值、不高于管制值，应开展详细调查和风险评估",
            _ => $"{names}高于管制值，应采取风险管控或修复措施",
        });
    }

    private static SoilFactor Of(Water.FactorResult result, LandClass land, DateOnly day, IReadOnlyDictionary<string, decimal>? background)
    {
        var factor = FactorTable.Find(result.Factor, Medium.Soil) ?? new Factor(result.Factor, result.Factor, result.Unit, null, null, Confidence.Recalled);
        var screening = Against(result, "筛选值", land, day);
        var intervention = Against(result, "管制值", land, day);
        var basis = new SoilFactor(factor, null, screening.ComparedValue, screening.Limit?.Upper, intervention.Limit?.Upper, null, null);
        if (screening.Outcome is LimitOutcome.NoLimit or LimitOutcome.CannotJudge)
            return basis with { Note = screening.Outcome == LimitOutcome.NoLimit ? "GB 36600-2018 无此项" : screening.Reason };
        if (screening.Outcome == LimitOutcome.Pass)
            return basis with { Risk = SoilRisk.Negligible };
        if (intervention.Outcome == LimitOutcome.Fail)
            return basis with { Risk = SoilRisk.Unacceptable, ExceedanceMultiple = screening.ExceedanceMultiple };
        return background?.TryGetValue(factor.Key, out var natural) == true && screening.ComparedValue <= natural
            ? basis with { Risk = SoilRisk.Negligible, Note = "高于筛选值但不高于背景值，不纳入污染地块管理" }
            : basis with { Risk = SoilRisk.ToInvestigate, ExceedanceMultiple = screening.ExceedanceMultiple };
    }

    private static Verdict Against(Water.FactorResult result, string kind, LandClass land, DateOnly day) => Judgement.Judge(new()
    {
        Factor = result.Factor,
        Value = result.Value,
        DetectionLimit = result.DetectionLimit,
        Unit = result.Unit,
        Averaging = Averaging.Sample,
        Medium = Medium.Soil,
        Day = day,
        StandardNumber = StandardNumber,
        Class = $"{kind}-{(land == LandClass.First ? "第一类用地" : "第二类用地")}",
    });
}

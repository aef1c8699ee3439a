using System.Collections.Frozen;

namespace EcoPark.Standards.Water;

/// <summary>Class of one factor's result.</summary>
internal static class FactorClassification
{
    // 环办〔2011〕22号: of the 24 items of GB 3838 table 1, 水温、总氮、粪大肠菌群 take no part in the class (seen quoted).
    private static readonly FrozenSet<string> NotCounted = FrozenSet.ToFrozenSet([FactorCodes.WaterTemperature, FactorCodes.TotalNitrogen, FactorCodes.FaecalColiforms]);

    public static FactorClass Of(FactorResult result, WaterSample sample, ClassLimits standard, decimal? waterTemperature)
    {
        var factor = FactorTable.Find(result.Factor, standard.Medium) ?? new Factor(result.Factor, result.Factor, result.Unit, null, null, Confidence.Recalled);
        var counts = standard.Medium == Medium.Groundwater || !NotCounted.Contains(factor.Key);
        if (standard.For(factor.Key) is not { } classes)
            return new(factor, null, null, false, null, null, WhyNone(factor, standard));

        var (worst, last) = (standard.Medium == Medium.Groundwater ? WaterClass.V : WaterClass.InferiorV, (Verdict?)null);
        foreach (var waterClass in Enum.GetValues<WaterClass>().Take(5))
        {
            // GB/T 14848: class V is whatever lies beyond class IV; its rows only say where it begins.
            if (!classes.TryGetValue(waterClass, out var limit) || limit.Kind == LimitKind.ClassBoundary)
                continue;
            last = Within(result, limit, sample.Day, waterTemperature);
            if (last.Outcome == LimitOutcome.CannotJudge)
                return new(factor, null, last.ComparedValue, false, null, null, last.Reason);
            if (last.Outcome == LimitOutcome.Pass)
                return Result(factor, waterClass, result, sample, counts, classes, last);
        }

        return Result(factor, worst, result, sample, counts, classes, last);
    }

    private static Verdict Within(FactorResult result, Limit limit, DateOnly day, decimal? waterTemperature) => Judgement.Judge(new()
    {
        Factor = result.Factor,
        Value = result.Value,
        DetectionLimit = result.DetectionLimit,
        Unit = result.Unit,
        Averaging = Averaging.Sample,
        Medium = limit.Medium,
        Day = day,
        Limits = [limit],
        WaterTemperature = waterTemperature,
    });

    private static FactorClass Result(
        Factor factor, WaterClass waterClass, FactorResult result, WaterSample sample, bool counts, FrozenDictionary<WaterClass, Limit> classes, Verdict? verdict)
    {
        var note = counts ? null : "不参与水质类别评价";
        if (sample.Target is not { } target)
            return new(factor, waterClass, verdict?.ComparedValue, counts, null, null, note);
        if (waterClass <= target)
            return new(factor, waterClass, verdict?.ComparedValue, counts, null, true, note);

        var limit = classes.GetValueOrDefault(target);
        var multiple = limit is { Lower: null, Upper: { } upper } && result.Value is not null && verdict?.ComparedValue is { } value && upper > 0 ? (value - upper) / upper : (decimal?)null;
        return new(factor, waterClass, verdict?.ComparedValue, counts, multiple, false, note);
    }

    private static string WhyNone(Factor factor, ClassLimits standard) => factor.Key switch
    {
        FactorCodes.WaterTemperature => "水温按周平均变化判定，不参与水质类别评价",
        FactorCodes.TotalNitrogen => "总氮限值只适用于湖库，河流不评价",
        _ => $"{standard.StandardNumber} 无此项分类限值",
    };
}

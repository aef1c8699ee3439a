using EcoPark.Contracts;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>The one way from a permit's concentration to a verdict: for the watch as readings come, and for the hours and days of outlets as they are worked up.</summary>
public static class PermitJudge
{
    /// <summary>A permit's concentration holds for whichever mean is looked at.</summary>
    public static Limit LimitOf(KnownLimit known, Medium medium, Averaging averaging) => new()
    {
        StandardNumber = known.Standard,
        StandardName = "排污许可限值",
        Medium = medium,
        Factor = known.FactorCode,
        Averaging = averaging,
        Upper = (decimal)known.Limit,
        Unit = Unit.Of(known.Unit),
        EffectiveFrom = known.From,
        EffectiveTo = known.To,
    };

    /// <param name="limit">Of a permit or of a rule of the park.</param>
    /// <param name="factorCode">Of the value.</param>
    /// <param name="unit">Of the value.</param>
    /// <param name="value">What is judged.</param>
    /// <param name="averaging">The mean that the value is.</param>
    /// <param name="day">Day of the park's zone that it belongs to.</param>
    public static Verdict Judge(Limit limit, string factorCode, string unit, decimal? value, Averaging averaging, DateOnly day) => Judgement.Judge(new JudgementRequest
    {
        Factor = factorCode,
        Value = value,
        Unit = Unit.Of(unit),
        Averaging = averaging,
        Medium = limit.Medium,
        Day = day,
        Limits = [limit with { Averaging = averaging }],
    });

    /// <summary>The mean that decides whether an outlet exceeds its limit: the hour for flue gas and for pH, the day for all else in waste water.</summary>
    public static Interval Decides(PointKind kind, string factorCode) =>
        kind is PointKind.FlueGas or PointKind.FenceLine || factorCode == FactorCodes.Ph ? Interval.Hour : Interval.Day;

    /// <summary>
    /// Why what is found in a reading as it comes is not the last word. The logger's value is judged at once; what the platform corrects, marks and excuses is known
    /// when the hours of the outlet are worked up, and these decide.
    /// </summary>
    /// <returns>Chinese; empty where there is nothing that could say otherwise.</returns>
    public static string WhyProvisional(PointKind kind, string factorCode, Interval interval)
    {
        if (kind is not (PointKind.FlueGas or PointKind.WasteWater))
            return "";
        var decides = Decides(kind, factorCode);
        var words = decides == Interval.Hour ? "小时值" : "日均值";
        if (interval < decides)
            return $"是否超标以{words}判定，本级数据只作预警。";
        return $"按数采仪上传的值即时判定；{(kind == PointKind.FlueGas ? "平台折算、数据标记和启停炉时段" : "数据标记和停运时段")}以排口的{(decides == Interval.Hour ? "小时" : "日")}数据为准。";
    }
}

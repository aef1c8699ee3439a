using System.Globalization;

namespace EcoPark.Standards;

/// <summary>Chinese sentence of a verdict, made only when somebody reads it.</summary>
internal static class VerdictText
{
    public static string Of(Verdict verdict)
    {
        if (verdict.Limit is not { } limit)
            return "没有适用的限值";
        var value = verdict.IsBelowDetection ? "未检出（检出限 " + Figure(verdict) + "）" : Figure(verdict);
        var result = verdict.Outcome == LimitOutcome.Fail ? "超标" + Excess(verdict) : "达标";
        var basis = $"{limit.StandardNumber}{(limit.Class.Length > 0 ? " " + limit.Class : "")}";
        var indicative = verdict.IsIndicative ? $"（限值为{limit.Averaging.Chinese()}，仅供参考）" : "";
        return $"{verdict.FactorName} {value}，限值 {limit.Text}（{basis}），{result}{indicative}".TrimStart();
    }

    private static string Excess(Verdict verdict) => (verdict.ExceedanceMultiple, verdict.ExceededBy) switch
    {
        ({ } multiple, _) => string.Create(CultureInfo.InvariantCulture, $" {decimal.Round(multiple, 2):0.##} 倍"),
        (null, { } by) => string.Create(CultureInfo.InvariantCulture, $"（{(verdict.ComparedValue > verdict.Limit?.Upper ? "高出" : "低")} {decimal.Round(by, 4):0.####}{UnitText(verdict)}）"),
        _ => "",
    };

    private static string Figure(Verdict verdict) =>
        verdict.ComparedValue is { } value ? string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(value, 6):0.######}{UnitText(verdict)}") : "检出";

    private static string UnitText(Verdict verdict) => verdict.Unit is { } unit && unit != Unit.None ? " " + unit.Symbol : "";
}

using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Judging;

/// <summary>Verdicts in a word or two; the sentence behind them is <see cref="Verdict.Reason"/>.</summary>
public static class VerdictWords
{
    public static string Of(Verdict verdict) => verdict.Outcome switch
    {
        LimitOutcome.Pass => "达标",
        LimitOutcome.Fail => "超标",
        LimitOutcome.NoLimit => "无限值",
        _ => "无法判定",
    };

    /// <summary>“GB 3095-2026 二级 ≤ 60 μg/m³”.</summary>
    public static string LimitOf(Verdict verdict) => verdict.Limit is { } limit ? $"{limit.StandardNumber} {limit.Class} {limit.Text}".Replace("  ", " ", StringComparison.Ordinal) : "";
}

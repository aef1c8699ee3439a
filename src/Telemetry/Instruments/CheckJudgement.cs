using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Telemetry.Instruments;

/// <summary>Whether an instrument read a standard rightly: water analysers by HJ 355, those of flue gas by their drift (HJ 75), which needs the range.</summary>
internal static class CheckJudgement
{
    /// <param name="range">i13001 as the analyser said it: <c>0-500</c> or <c>500</c>.</param>
    public static (bool Passes, string Basis) Of(StandardChecks.Check check, string? range)
    {
        if (JudgementRequest.ValueOf(check.Reading) is not { } reading || JudgementRequest.ValueOf(check.StandardValue) is not { } standard)
            return (check.IsPassed, "数值无法判定，采用设备自判");
        if (check.Factor.StartsWith('w'))
        {
            return StandardCheck.OfSolution(reading, standard) is { } verdict
                ? (verdict.Passes, Said($"误差 {verdict.Error * 100:0.#} %，允许 ±{verdict.Tolerance * 100:0.#} %（{verdict.Basis.Shown}）"))
                : (check.IsPassed, "标准值不大于 0，不能判定，采用设备自判");
        }

        if (ToldRange.Read(range) is not { High: > 0 and var scale })
            return (check.IsPassed, "设备没有报送量程（i13001），采用设备自判");
        var drift = Drift.Judge(Drift.KindOf(check.Factor, standard == 0), reading, standard, scale)!;
        return (drift.IsWithin, Said($"漂移 {drift.Percent:0.##} % 满量程 {scale:0.####}{(drift.IsOutOfControl ? "，失控" : drift.IsWithin ? "" : "，需调整")}（{drift.Rule.Basis.Shown}）"));
    }

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using EcoPark.Platform.Time;

namespace EcoPark.Reports.Files;

/// <summary>Lines that every form of a report has around its tables.</summary>
internal static class ReportText
{
    private const string Space = "　　";
    private const string OnlyThose = "修正只改所列各格和由整列算出的表尾，同行和别表的数未随之改动。";

    public static string Facts(Report report) => string.Join(Space, report.Facts.Select(fact => $"{fact.Label}：{fact.Value}"));

    /// <summary>Below the last table.</summary>
    public static IEnumerable<string> Below(Report report)
    {
        if (report.Gaps.Count > 0)
            yield return $"数据情况：{OneLine(report.Gaps)}。";
        if (report.Amendments.Count > 0)
            yield return "人工修正：" + string.Join("；", report.Amendments) + "。" + OnlyThose;
        if (report.Basis.Count > 0)
            yield return "依据：" + string.Join("；", report.Basis) + "。";
        if (report.Signatures.Count > 0)
            yield return string.Join(Space, report.Signatures.Select(label => $"{label}：________________"));
    }

    /// <summary>At the foot of pages.</summary>
    public static string Made(PrintedReport printed) =>
        (printed.Number.Length > 0 ? $"编号 {printed.Number}{Space}" : "") + $"生成时间 {ParkTime.FromUtc(printed.MadeAt):yyyy-MM-dd HH:mm}";

    /// <summary>Gaps are sentences or parts of one, as their module writes them.</summary>
    public static string OneLine(IEnumerable<string> gaps) => string.Join("；", gaps.Select(gap => gap.TrimEnd('。')));
}

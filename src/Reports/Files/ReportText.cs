using EcoPark.Platform.Time;

namespace EcoPark.Reports.Files;

/// <summary>Lines that every form of a report has around its tables.</summary>
internal static class ReportText
{
    private const string Space = "　　";

    public static string Facts(Report report) => string.Join(Space, report.Facts.Select(fact => $"{fact.Label}：{fact.Value}"));

    /// <summary>Below the last table.</summary>
    public static IEnumerable<string> Below(Report report)
    {
        if (report.Gaps.Count > 0)
            yield return "数据情况：" + string.Join("；", report.Gaps) + "。";
        if (report.Basis.Count > 0)
            yield return "依据：" + string.Join("；", report.Basis) + "。";
        if (report.Signatures.Count > 0)
            yield return string.Join(Space, report.Signatures.Select(label => $"{label}：________________"));
    }

    /// <summary>At the foot of pages.</summary>
    public static string Made(DateTime utc) => $"生成时间 {ParkTime.FromUtc(utc):yyyy-MM-dd HH:mm}";
}

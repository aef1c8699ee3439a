using EcoPark.Modules.Ldar.Figures;
using EcoPark.Reports;

namespace EcoPark.Modules.Ldar.Reporting;

/// <summary>Emissions by round, and what repairs save, in the assessment report.</summary>
internal static class SavingTables
{
    public static ReportTable Rounds(EmissionSet emissions) => new(
        "VOCs 排放量（按检测轮次）", [new("轮次"), new("起止"), new("密封点", Decimals: 0), Mass("默认零值"), Mass("相关方程"), Mass("限定值"), Mass("平均系数"), Mass("合计")],
        [.. emissions.Rounds.Select(round => (IReadOnlyList<ReportCell>)[
            ReportCell.Words(round.Name), ReportCell.Words(round.First is null ? "" : $"{LdarWords.Day(round.First)} ～ {LdarWords.Day(round.Last)}"), F(round.Points), F(round.Zero), F(round.Correlation), F(round.Pegged), F(round.Average), F(round.Kilograms)])])
    {
        Foot = [new("合计", [null, null, Sum, Sum, Sum, Sum, Sum])],
        Note = "检测归入其日期所在的轮次，复测归入检出该泄漏的轮次；一个密封点可计入几轮，密封点数不合计",
    };

    public static ReportTable Repairs(SavingSet savings) => new(
        "修复减排", [new("密封点"), new("装置"), new("检出净检值", Unit: "ppm", Decimals: 1), new("复测净检值", Unit: "ppm", Decimals: 1), new("修复前", Unit: "kg/h", Decimals: 6), new("修复后", Unit: "kg/h", Decimals: 6), new("起"), new("止"), new("时间", Unit: "h", Decimals: 1), Mass("减排")],
        [.. savings.Repairs.Select(one => (IReadOnlyList<ReportCell>)[
            ReportCell.Words(one.Leak.Code), ReportCell.Words(one.Leak.Unit), F(one.Leak.FirstNet), F(one.Leak.RetestNet), F(one.Before.KilogramsPerHour), F(one.After.KilogramsPerHour), ReportCell.Words(LdarWords.Wall(one.From)),
            ReportCell.Words(LdarWords.Wall(one.To) + (one.IsTested ? "" : "（假定）")), F(one.Hours), F(one.Kilograms)])])
    {
        Foot = [new("合计", [null, null, null, null, null, null, null, null, Sum])],
        Note = "VOCs，估算；“假定”为其间没有再检测，按复测时的状态不变计",
    };

    private static FootCell Sum => new(FootKind.Sum);

    private static ReportColumn Mass(string heading) => new(heading, Unit: "kg", Decimals: 3);

    private static ReportCell F(double value) => ReportCell.Figure((decimal)value);
}

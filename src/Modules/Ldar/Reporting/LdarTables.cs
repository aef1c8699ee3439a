using System.Globalization;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Reports;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Reporting;

/// <summary>The assessment report, of figures that are worked out already.</summary>
internal static class LdarTables
{
    public static EcoPark.Reports.Report Of(string title, ReportSubject subject, ReportPeriod period, LdarYear year, EmissionSet emissions, SavingSet savings)
    {
        List<LeakRow> found = [.. year.Leaks.Where(row => LdarWords.DayOf(row.Repair.DetectedAt!.Value) is var day && day >= period.First && day <= period.Last)];
        List<LeakRow> delayed = [.. year.Leaks.Where(row => row.Repair.IsDelayed == true)];
        return new(title)
        {
            EnterpriseId = subject.EnterpriseId,
            Facts = [.. Facts(subject, period, year, emissions, savings)],
            Tables = [Units(year), Kinds(year), Leaks(found), Delays(delayed), Emissions(emissions), SavingTables.Rounds(emissions), SavingTables.Repairs(savings)],
            Gaps = [.. Gaps(year, emissions, savings)],
            Basis = [LdarRules.Duty.Shown, "GB 37822-2019 表 1、GB 31571-2015 5.3.4 等泄漏认定浓度，取最严", LdarRules.Repair.Shown, LdarRules.Delay.Shown, LdarRules.Retest.Shown, SealEmission.Rule.Shown, $"{LeakRates.Source}：相关方程、默认零值、限定值（待核对）", RepairSaving.Rule, RepairSaving.Assumption],
            Signatures = ["编制", "审核", "负责人", "日期"],
        };
    }

    private static IEnumerable<ReportFact> Facts(ReportSubject subject, ReportPeriod period, LdarYear year, EmissionSet emissions, SavingSet savings)
    {
        string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
        yield return new("企业", subject.Name);
        yield return new("报告期", period.Title);
        yield return new("装置", Count(year.Units.Count));
        yield return new("密封点（其中不可达、免予检测）", $"{year.Points}（{year.Units.Sum(unit => unit.Inaccessible)}、{year.Units.Sum(unit => unit.Exempt)}）");
        yield return new("报告期检测密封点、点次", $"{year.Tested}、{year.Units.Sum(unit => unit.Readings)}");
        yield return new("检出泄漏、泄漏率", $"{year.Efficiency.Found}、{LdarWords.Share(year.LeakShare)}");
        yield return new("已修复、修复率", $"{year.Efficiency.Closed}、{LdarWords.Share(year.Efficiency.ClosedShare)}");
        yield return new("首次维修及时率、按期修复率", $"{LdarWords.Share(year.Efficiency.TriedShare)}、{LdarWords.Share(year.Efficiency.InTimeShare)}");
        yield return new("平均修复时间（天）", year.Efficiency.MeanDays is { } days ? days.ToString("0.0", CultureInfo.InvariantCulture) : "—");
        yield return new("修复前后净检值削减", LdarWords.Share(year.Efficiency.Reduction));
        yield return new("现在检测逾期的密封点", Count(year.Late));
        yield return new("报告期 VOCs 排放量（kg）", LdarWords.Kilograms(emissions.Kilograms) + (emissions.Units.Any(unit => unit.IsRecalled) ? "（系数待核对）" : ""));
        yield return new("报告期修复减排（kg）、金额（元）", $"{LdarWords.Kilograms(savings.Kilograms)}（估算）、{LdarWords.Yuan(savings.Yuan)}");
    }

    private static IEnumerable<string> Gaps(LdarYear year, EmissionSet emissions, SavingSet savings)
    {
        if (year.Units.Sum(unit => unit.Inaccessible) is > 0 and var closed)
            yield return $"{closed} 个密封点不可达，没有检测，按平均系数核算。";
        if (year.Late > 0)
            yield return $"{year.Late} 个密封点检测逾期。";
        if (emissions.Units.Sum(unit => unit.WithoutFactor) is > 0 and var without)
            yield return $"{without} 个密封点没有检测，也没有平均系数，排放量未计入。";
        if (savings is { Repairs.Count: > 0, YuanPerTonne: null })
            yield return $"{SavingSet.WithoutPrice}。";
    }

    private static ReportTable Units(LdarYear year) => new(
        "装置", [new("装置"), Whole("密封点"), Whole("不可达"), Whole("免予检测"), Whole("应检"), Whole("已检"), Whole("检测点次"), Whole("泄漏"), new("泄漏率", Unit: "%", Decimals: 2), Whole("检测逾期"), Whole("未修复")],
        [.. year.Units.Select(unit => (IReadOnlyList<ReportCell>)[ReportCell.Words(unit.Name), N(unit.Points), N(unit.Inaccessible), N(unit.Exempt), N(unit.Owed), N(unit.Tested), N(unit.Readings), N(unit.Leaking), Percent(unit.LeakShare), N(unit.Late), N(unit.OpenLeaks)])])
    {
        Foot = [new("合计", [Sum, Sum, Sum, Sum, Sum, Sum, Sum, null, Sum, Sum])],
    };

    private static ReportTable Kinds(LdarYear year) => new(
        "密封点类型", [new("类型"), Whole("密封点"), Whole("已检"), Whole("泄漏"), new("泄漏率", Unit: "%", Decimals: 2)],
        [.. year.Kinds.Select(kind => (IReadOnlyList<ReportCell>)[ReportCell.Words(kind.Kind), N(kind.Points), N(kind.Tested), N(kind.Leaking), Percent(kind.LeakShare)])])
    {
        Foot = [new("合计", [Sum, Sum, Sum, null])],
    };

    private static ReportTable Leaks(IReadOnlyList<LeakRow> leaks) => new(
        "泄漏与修复", [new("密封点"), new("装置"), new("检出时间"), Ppm("初净检测值"), Ppm("限值"), new("首次维修"), new("修复时间"), new("修复方法"), Ppm("复测净检值"), new("状态"), new("逾期")],
        [.. leaks.Select(row => (IReadOnlyList<ReportCell>)[
            ReportCell.Words(row.Repair.PointCode), ReportCell.Words(row.Unit), Time(row.Repair.DetectedAt), F(row.Repair.FirstNet), F(row.Repair.Limit), Time(LeakLife.FirstTry(row.Repair)), Time(row.Repair.RepairedAt), ReportCell.Words(row.Repair.Method), F(row.Repair.RetestNet),
            ReportCell.Words(row.Repair.State), ReportCell.Words(row.IsLate ? "修复逾期" : row.IsFirstLate ? "首次维修逾期" : "")])]);

    private static ReportTable Delays(IReadOnlyList<LeakRow> leaks) => new(
        "延迟修复清单", [new("密封点"), new("装置"), new("检出时间"), Ppm("初净检测值"), new("理由"), new("方案"), new("报备日期"), new("计划修复"), new("审批"), Whole("历时（天）"), new("状态")],
        [.. leaks.Select(row => (IReadOnlyList<ReportCell>)[
            ReportCell.Words(row.Repair.PointCode), ReportCell.Words(row.Unit), Time(row.Repair.DetectedAt), F(row.Repair.FirstNet), ReportCell.Words(row.Repair.DelayReason), ReportCell.Words(row.Repair.DelayPlan), ReportCell.Words(row.Repair.DelayFiled is { } filed ? LdarWords.Day(filed) : ""),
            ReportCell.Words(LdarWords.Day(row.Repair.DelayUntil)), ReportCell.Words(row.Repair.DelayVerdict), N(row.Days), ReportCell.Words(row.Repair.State)])]);

    private static ReportTable Emissions(EmissionSet emissions) => new(
        "VOCs 排放量", [new("装置"), Whole("密封点"), Whole("未检测"), Whole("无系数"), Mass("默认零值"), Mass("相关方程"), Mass("限定值"), Mass("平均系数"), Mass("合计")],
        [.. emissions.Units.Select(unit => (IReadOnlyList<ReportCell>)[ReportCell.Words(unit.Unit), N(unit.Points), N(unit.Untested), N(unit.WithoutFactor), F(unit.Zero), F(unit.Correlation), F(unit.Pegged), F(unit.Average), F(unit.Kilograms)])])
    {
        Foot = [new("合计", [Sum, Sum, Sum, Sum, Sum, Sum, Sum, Sum])],
        Note = "方程、限定值和部分平均系数待核对",
    };

    private static FootCell Sum => new(FootKind.Sum);

    private static ReportColumn Whole(string heading) => new(heading, Decimals: 0);

    private static ReportColumn Ppm(string heading) => new(heading, Unit: "ppm", Decimals: 1);

    private static ReportColumn Mass(string heading) => new(heading, Unit: "kg", Decimals: 3);

    private static ReportCell N(int count) => ReportCell.Figure(count);

    private static ReportCell F(double? value) => ReportCell.Figure((decimal?)value);

    private static ReportCell Percent(double? share) => ReportCell.Figure((decimal?)(share * 100));

    private static ReportCell Time(DateTime? utc) => utc is null ? ReportCell.Empty : ReportCell.Words(LdarWords.Wall(utc));
}

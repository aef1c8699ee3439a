using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>What is over its limit, what was not measured and what soon must be.</summary>
internal static class ManualFindings
{
    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public const string FoundBy = "manual";

    /// <summary>The newest day of a factor at a point, where it is over.</summary>
    public static Finding? OfSeries(ResultSeries series)
    {
        if (series.Days(CensorRule.Half) is not [.., { Verdict: Verdicts.Over } last])
            return null;
        var samples = series.Values.Where(one => ParkWords.DayOf(one.At) == last.Day).ToList();
        var worst = samples.MaxBy(one => one.Judged)!;
        var isMean = PointKinds.IsByDay(series.Kind, series.Factor) && samples.Count > 1;
        var value = isMean ? last.Mean : worst.Judged;
        return new Finding(ManualAlarms.Over, SubjectOf(series.PointId, series.EnterpriseId, series.Enterprise, series.Point) with { FactorCode = series.Factor, Factor = series.FactorName, Unit = series.Unit }, FoundBy: FoundBy, Part: series.Factor)
        {
            FirstAt = samples[0].At,
            LastAt = samples[^1].At,
            WorstAt = worst.At,
            FirstValue = samples[0].Judged,
            WorstValue = value,
            LastValue = samples[^1].Judged,
            Limit = worst.UpperLimit,
            Count = samples.Count,
            Basis = $"{worst.Standard} {worst.Limit}".Trim(),
            ClosesItself = false,
            Provisional = last.IsPending ? "监测报告尚未审核。" : "",
            Text = $"{series.Enterprise}{series.Point} {ParkWords.Day(last.Day)} 手工监测{series.FactorName}{(isMean ? "日均值" : "")} {ManualWords.Worked(value)} {series.Unit}，限值 {worst.Limit}（{worst.Standard}）{(last.TimesOver is { } times ? string.Create(CultureInfo.InvariantCulture, $"，超标 {times:0.##} 倍") : "")}。",
        };
    }

    /// <summary>One a point, however many factors.</summary>
    public static IEnumerable<Finding> OfPlans(IEnumerable<PlanRow> plans, DateOnly today)
    {
        foreach (var point in plans.GroupBy(row => (row.Plan.PointId, row.Plan.EnterpriseId, row.Enterprise, row.Point)))
        {
            var subject = SubjectOf(point.Key.PointId, point.Key.EnterpriseId, point.Key.Enterprise, point.Key.Point);
            // Only the period before this one: what lies further back is told by the rate of completion.
            var missed = point.Where(row => row.Figures is { Now: { } now, Missed: [.., var newest] } && newest.Last == now.First.AddDays(-1)).ToList();
            if (missed.Count > 0)
                yield return Found(ManualAlarms.Missed, subject, missed.Min(row => ParkWords.End(row.Figures.Missed[^1].Last)), missed, $"{point.Key.Enterprise}{point.Key.Point}上一周期缺测：{Names(missed, row => row.Figures.Missed[^1])}。");
            // By rhythm: a week that ends does not speak for the month.
            foreach (var soon in point.Where(row => row.Figures.Standing == PlanStanding.Soon).GroupBy(row => row.Plan.Per).Select(of => of.ToList()))
            {
                yield return Found(ManualAlarms.Soon, subject, ParkWords.Begin(today), soon, $"{point.Key.Enterprise}{point.Key.Point}本周期还没有监测：{Names(soon, row => row.Figures.Now!.Value)}。", soon[0].Plan.Per) with
                {
                    // Told again on the last day: it is one step more urgent.
                    Level = soon[0].Figures.Now!.Value.Last == today ? AlarmLevel.Yellow : AlarmLevel.Blue,
                };
            }
        }
    }

    private static Finding Found(AlarmType type, AlarmSubject subject, DateTime at, List<PlanRow> rows, string text, string part = "") =>
        new(type, subject, FoundBy: FoundBy, Part: part) { FirstAt = at, LastAt = at, WorstAt = at, Count = rows.Count, ClosesItself = true, Text = text };

    private static string Names(IEnumerable<PlanRow> rows, Func<PlanRow, PlanPeriod> period) =>
        string.Join("、", rows.GroupBy(period).OrderBy(of => of.Key.Last).Select(of => $"{string.Join("、", of.Select(row => row.Plan.Title))}（{ParkWords.Day(of.Key.First)} 至 {ParkWords.Day(of.Key.Last)}）"));

    private static AlarmSubject SubjectOf(int point, int enterprise, string name, string title) => new() { EnterpriseId = enterprise, Enterprise = name, RecordType = ManualPointType.Name, RecordId = point, Title = title };
}

using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Watch;

/// <summary>What is late and what is wrong.</summary>
internal static class LdarFindings
{
    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public const string FoundBy = "ldar";

    public static IEnumerable<Finding> OfLeak(LdarRepair repair, string enterprise, DateTime now)
    {
        if (repair.Stage == LeakState.Closed)
            yield break;
        var subject = new AlarmSubject { EnterpriseId = repair.EnterpriseId, Enterprise = enterprise, RecordType = LdarRepairType.Name, RecordId = repair.Id, Title = repair.PointCode, Unit = "ppm" };
        var found = $"{enterprise}密封点 {repair.PointCode} 于 {LdarWords.Wall(repair.DetectedAt)} 检出泄漏（净检值 {LdarWords.Ppm(repair.FirstNet)} ppm，限值 {LdarWords.Ppm(repair.Limit)} ppm）";
        if (LeakLife.FirstTry(repair) is null && LeakLife.IsFirstLate(repair, now))
            yield return Found(LdarAlarms.FirstRepairLate, subject, LeakLife.FirstDue(repair), $"{found}，{LdarRules.FirstRepairDays} 日内没有首次维修。");
        if (!LeakLife.IsLate(repair, now))
            yield break;
        var isAgreed = repair.DelayVerdict == LeakLife.Agreed;
        var due = isAgreed ? LdarWords.End(repair.DelayUntil!.Value) : LeakLife.RepairDue(repair);
        yield return Found(LdarAlarms.RepairLate, subject, due, isAgreed ? $"{found}，批准延迟到 {LdarWords.Day(repair.DelayUntil)}，到期没有修复。" : $"{found}，{LdarRules.RepairDays} 日内没有完成修复，现在{LeakStates.Of(repair.Stage)}。");
    }

    /// <summary>One a unit, however many seals are overdue.</summary>
    public static IEnumerable<Finding> OfTests(IEnumerable<PointPlan> plan, IReadOnlyDictionary<int, string> units, Func<int, string> enterprise, DateTime now)
    {
        foreach (var unit in plan.Where(point => point.IsLate).GroupBy(point => (point.Seal.UnitId, point.Seal.EnterpriseId)))
        {
            var (name, owner, since) = (units.GetValueOrDefault(unit.Key.UnitId, ""), enterprise(unit.Key.EnterpriseId), unit.Min(point => point.Due));
            var (all, never) = (unit.Count(), unit.Count(point => point.Plan == PlanState.Never));
            var at = since is { } day ? LdarWords.End(day) : now;
            yield return Found(LdarAlarms.TestOverdue, new() { EnterpriseId = unit.Key.EnterpriseId, Enterprise = owner, RecordType = LdarUnitType.Name, RecordId = unit.Key.UnitId, Title = name }, at,
                string.Create(CultureInfo.InvariantCulture, $"{owner}{name}有 {all} 个密封点检测逾期{(since is null ? "" : $"，最早的应在 {LdarWords.Day(since)} 前检测")}{(never > 0 ? $"，其中 {never} 个没有检测记录" : "")}。")) with
            { Count = all };
        }
    }

    public static Finding? OfCalibration(LdarCalibration calibration, string instrument, string enterprise) => calibration.Verdict != LdarCalibrationType.Fails ? null
        : Found(LdarAlarms.Drift, new() { EnterpriseId = calibration.EnterpriseId, Enterprise = enterprise, RecordType = LdarCalibrationType.Name, RecordId = calibration.Id, Title = instrument }, calibration.At!.Value,
            string.Create(CultureInfo.InvariantCulture, $"{enterprise}检测仪器 {instrument} 于 {LdarWords.Wall(calibration.At)} {calibration.Kind}{calibration.Verdict}：标气 {LdarWords.Ppm(calibration.Nominal)} ppm，读数 {LdarWords.Ppm(calibration.Reading)} ppm{(calibration.Deviation is { } deviation ? $"，偏差 {deviation:0.0} %" : "")}{(calibration.ResponseSeconds is { } seconds ? $"，响应 {seconds:0.#} s" : "")}；当日读数存疑（{LdarRules.Drift.Shown}）。"));

    private static Finding Found(AlarmType type, AlarmSubject subject, DateTime at, string text) => new(type, subject, FoundBy: FoundBy) { FirstAt = at, WorstAt = at, LastAt = at, ClosesItself = type != LdarAlarms.Drift, Text = text };
}

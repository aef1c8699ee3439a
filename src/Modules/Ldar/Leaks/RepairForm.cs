using EcoPark.Platform;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>What a repair says wrong by itself.</summary>
internal static class RepairForm
{
    /// <param name="now">UTC.</param>
    public static Problem? Check(LdarRepair repair, DateTime now)
    {
        foreach (var (at, label, field) in new[] { (repair.DetectedAt, "泄漏检出时间", "detectedAt"), (repair.FirstRepairAt, "首次维修时间", "firstRepairAt"), (repair.RepairedAt, "修复时间", "repairedAt"), (repair.RetestAt, "复测时间", "retestAt") })
        {
            if (LdarWords.Future(at, now, label, field) is { } future)
                return future;
            if (at < repair.DetectedAt)
                return new("order", $"{label} {LdarWords.Wall(at)} 早于泄漏检出时间 {LdarWords.Wall(repair.DetectedAt)}。", field);
        }

        if (repair.RepairedAt < repair.FirstRepairAt)
            return new("order", "修复时间不能早于首次维修时间。", "repairedAt");
        if (repair.RepairedAt is not null && repair.Method.Length == 0)
            return new("method", "填写了修复时间，请填写修复方法。", "method");
        if (repair.RepairedAt is not null && repair.Repairer.Length == 0)
            return new("repairer", "填写了修复时间，请填写修复人员。", "repairer");
        return OfRetest(repair) ?? OfDelay(repair);
    }

    private static Problem? OfRetest(LdarRepair repair)
    {
        (string Field, string Label, bool IsGiven)[] parts =
        [
            ("retestAt", "复测时间", repair.RetestAt is not null), ("retester", "复测人员", repair.Retester.Length > 0), ("retestInstrumentId", "复测仪器", repair.RetestInstrumentId is not null),
            ("retestBackground", "背景浓度", repair.RetestBackground is not null), ("retestReading", "复测浓度", repair.RetestReading is not null),
        ];
        if (!parts.Any(part => part.IsGiven))
            return null;
        if (parts.FirstOrDefault(part => !part.IsGiven) is { Field: { } field } missing)
            return new("retest", $"复测的各项要一起填写，还缺{missing.Label}。", field);
        if (repair.RepairedAt is null)
            return new("retest", "填写了复测，请先填写修复时间。", "repairedAt");
        return repair.RetestAt < repair.RepairedAt ? new("order", "复测时间不能早于修复时间。", "retestAt") : null;
    }

    private static Problem? OfDelay(LdarRepair repair)
    {
        if (repair.IsDelayed != true)
            return repair.DelayReason.Length > 0 || repair.DelayUntil is not null ? new("delay", "填写了延迟理由或日期，请把“是否延迟修复”填为是。", "isDelayed") : null;
        if (repair.DelayReason.Length == 0)
            return new("delay", "延迟修复请选择理由。", "delayReason");
        if (repair.DelayUntil is null)
            return new("delay", "延迟修复请填写计划修复日期。", "delayUntil");
        if (repair.DelayPlan.Length == 0)
            return new("delay", "延迟修复请填写方案。", "delayPlan");
        return repair.DelayUntil < LdarWords.DayOf(repair.DetectedAt!.Value) ? new("delay", "计划修复日期不能早于检出日期。", "delayUntil") : null;
    }
}

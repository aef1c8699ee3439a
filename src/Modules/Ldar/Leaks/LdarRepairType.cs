using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Leaks;

internal static class LdarRepairType
{
    public const string Name = "ldar-repairs";

    public static RecordType<LdarRepair> Create() => new RecordType<LdarRepair>(Name, "LDAR 泄漏修复")
        .In(Chapter.Title, Chapter.Section, "检出泄漏后自动建立；登记首次维修、修复、复测，或申请延迟修复。", 26).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Stored(r => r.PointCode, "密封点编号", r => r.PointCode, f => f with { IsTitle = true, IsSearched = true, MaxLength = 40 })
        .Reference(r => r.EquipmentId, "设备编号", LdarEquipmentType.Name, f => f with { Content = "设备编号" })
        .Reference(r => r.SealPointId, "密封点", SealPointType.Name, f => f with { IsKey = true, IsListed = false, Content = "设备密封点标识" })
        .Moment(r => r.DetectedAt, "泄漏检出时间", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "泄露检出时间" })
        .Stored(r => r.FirstNet, "初净检测值", r => r.FirstNet, f => f with { Unit = "ppm", IsFilter = true, Content = "初净检测值（ppm）" })
        .Stored(r => r.Limit, "泄漏控制限值", r => r.Limit, f => f with { Unit = "ppm", IsListed = false })
        .Part("修复")
        .Moment(r => r.FirstRepairAt, "首次维修时间", f => f with { Help = $"发现泄漏之日起 {LdarRules.FirstRepairDays} 日内（GB 37822-2019 8.4.1）" })
        .Text(r => r.Method, "修复方法", f => f with { MaxLength = 100, Content = "修复方法", Help = "如 紧固、更换垫片、更换填料、更换阀门" })
        .Moment(r => r.RepairedAt, "修复时间", f => f with { IsFilter = true, Content = "修复时间", Help = $"发现泄漏之日起 {LdarRules.RepairDays} 日内" })
        .Text(r => r.Repairer, "修复人员", f => f with { IsListed = false, MaxLength = 60, Content = "修复人员" })
        .Part("延迟修复")
        .YesNo(r => r.IsDelayed, "是否延迟修复", f => f with { IsFilter = true, Content = "是否延迟修复", Help = LdarRules.Delay.Shown })
        .Choice(r => r.DelayReason, "延迟理由", LdarRules.DelayReasons, f => f with { IsListed = false })
        .Date(r => r.DelayUntil, "计划修复日期", f => f with { IsListed = false, Help = "不晚于下次停车（工）检修" })
        .LongText(r => r.DelayPlan, "延迟修复方案")
        .Date(r => r.DelayFiled, "方案报备日期", f => f with { IsListed = false })
        .Stored(r => r.DelayVerdict, "延迟审批", r => r.DelayVerdict, f => f with { MaxLength = 10, IsFilter = true, IsListed = false })
        .Stored(r => r.DelayRemark, "审批意见", r => r.DelayRemark, f => f with { MaxLength = 500, IsListed = false })
        .Part("复测")
        .Moment(r => r.RetestAt, "复测时间", f => f with { IsListed = false })
        .Text(r => r.Retester, "复测人员", f => f with { IsListed = false, MaxLength = 60, Content = "复测人员" })
        .OptionalReference(r => r.RetestInstrumentId, "复测仪器", LdarInstrumentType.Name, f => f with { IsListed = false, Content = "复测仪器" })
        .Number(r => r.RetestBackground, "背景浓度", "ppm", f => f with { Min = 0, Max = 10_000, IsListed = false, Content = "背景浓度（ppm）" })
        .Number(r => r.RetestReading, "复测浓度", "ppm", f => f with { Min = 0, Max = 1_000_000, IsListed = false, Content = "复测浓度（ppm）" })
        .Stored(r => r.RetestNet, "复测净检值", LeakLife.RetestNetOf, f => f with { Unit = "ppm", Help = LdarRules.Retest.Shown })
        .Stored(r => r.State, "状态", LeakLife.Settle, f => f with { MaxLength = 10, IsFilter = true })
        .Check(RepairForm.Check);
}

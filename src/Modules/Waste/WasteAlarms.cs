using EcoPark.Alarms;

namespace EcoPark.Modules.Waste;

/// <summary>The kinds of alarms that this module raises.</summary>
internal static class WasteAlarms
{
    public static readonly AlarmType OverPermit = new("WasteOverPermit", "固废超许可产生", AlarmCategory.Warning, AlarmLevel.Yellow)
    {
        Parts = AlarmParts.Limit,
        Words = "本年产生量接近、达到或超过最大许可产生量。",
    };

    public static readonly AlarmType StoredTooLong = new("WasteStoredTooLong", "固废贮存超期", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "一批固废在贮存设施中接近或超过贮存期限。" };

    public static readonly AlarmType StoreFull = new("WasteStoreFull", "固废贮存超能力", AlarmCategory.Warning, AlarmLevel.Yellow)
    {
        Parts = AlarmParts.Limit,
        Words = "贮存设施的库存接近或超过设计能力。",
    };

    public static readonly AlarmType Disposer = new("WasteDisposer", "处置单位资质问题", AlarmCategory.Warning, AlarmLevel.Red) { Words = "固废交给了无资质、资质过期或超出许可范围的单位。" };

    public static readonly AlarmType Unreceived = new("WasteManifestLate", "转移联单逾期未接收", AlarmCategory.Warning, AlarmLevel.Orange) { Words = "出厂（或运抵）后五个工作日内接收单位没有确认。" };

    public static readonly AlarmType Weight = new("WasteWeight", "转移重量不符", AlarmCategory.Warning, AlarmLevel.Orange) { Words = "接收量与移出量相差超过称量误差，或被拒收。" };

    public static readonly AlarmType Undeclared = new("WasteUndeclared", "危废申报逾期", AlarmCategory.Warning, AlarmLevel.Yellow) { Words = "危险废物申报或管理计划过了期限还没有登记提交。" };

    public static readonly AlarmType Overbooked = new("WasteOverbooked", "处置能力超订", AlarmCategory.Warning, AlarmLevel.Yellow)
    {
        Parts = AlarmParts.Limit,
        Words = "园区企业计划或已经交给一家单位的危险废物超过它的许可能力。",
    };

    public static readonly IReadOnlyList<AlarmType> All = [OverPermit, StoredTooLong, StoreFull, Disposer, Unreceived, Weight, Undeclared, Overbooked];
}

using System.Text.Json;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.List;

internal static class PollutantType
{
    public const string Name = "pollutants";

    public static readonly IReadOnlyList<string> Sources = ["排污许可证", "环评文件", "自动监测", "手工监测", "危险废物", "原辅材料", "其他"];

    public static readonly IReadOnlyList<string> Units = ["mg/L", "μg/L", "mg/m³", "μg/m³", "ng-TEQ/m³", "mg/kg", "μg/kg", "ng-TEQ/L"];

    public static RecordType<CharacteristicPollutant> Create() => new RecordType<CharacteristicPollutant>(Name, "特征污染物")
        .In(Chapter.Title, Chapter.Section, "各企业分要素的特征污染物和入库特征；企业填报、园区审核，按年份入库和出库。", 21).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true, Content = "企业名称" })
        .Choice(r => r.Element, "要素", Elements.All, f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "特征污染物类型" })
        .Code(r => r.Code, "污染物编码", PollutantDictionary.Name, f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "特征污染物编码", Help = "HJ 212 编码；没有编码的为 CAS 号或名称" })
        .Stored(r => r.Name, "污染物名称", r => PollutantDictionary.NameOf(r.Code), f => f with { IsTitle = true, IsSearched = true, MaxLength = 100, Content = "特征污染物名称" })
        .Part("入库特征")
        .YesNo(r => r.IsMuch, "排放量大", f => f with { IsListed = false, IsFilter = false })
        .YesNo(r => r.IsTypical, "行业特征明显", f => f with { IsListed = false, IsFilter = false })
        .YesNo(r => r.IsToxic, "高毒害性", f => f with { IsListed = false, IsFilter = false })
        .YesNo(r => r.IsPersistent, "难降解", f => f with { IsListed = false, IsFilter = false })
        .YesNo(r => r.IsOdorous, "异味", f => f with { IsListed = false, IsFilter = false })
        .Stored(r => r.Lists, "国家名录", ListsOf, f => f with { IsListed = false, MaxLength = 200, Help = "按编码和名称对照国家名录得出，不用填写" })
        .Stored(r => r.Features, "入库特征", FeaturesOf, f => f with { IsSearched = true, MaxLength = 200, Content = "污染物入库特征" })
        .Choice(r => r.Source, "筛选来源", Sources, f => f with { IsFilter = true })
        .LongText(r => r.Evidence, "入库依据", f => f with { Help = "如许可证页码、环评章节、年排放量和占比" })
        .Part("管控标准")
        .Text(r => r.Standard, "管控标准", f => f with { IsSearched = true, MaxLength = 60, Content = "特征污染物管控标准", Help = "标准编号和名称；排污许可证有限值的以许可证为准" })
        .Number(r => r.Limit, "管控限值", "", f => f with { Min = 0, Decimals = 6, Content = "特征污染物管控限值" })
        .Choice(r => r.Unit, "限值单位", Units, f => f with { IsFilter = false })
        .Part("入库与出库")
        .Integer(r => r.Since, "入库年份", "", f => f with { IsRequired = true, Min = 2000, Max = 2100, IsFilter = true })
        .Integer(r => r.Until, "最后一年", "", f => f with { Min = 2000, Max = 2100, IsFilter = true, Help = "不再是特征污染物的，填仍在名录中的最后一年；历年名录保持不变" })
        .Text(r => r.UntilWhy, "出库原因", f => f with { IsListed = false, MaxLength = 200 })
        .Understands(Named)
        .Check(Problem);

    /// <summary>A substance by its name is the code of its element: 苯 is a25002 in 废气. A code of another element is refused by <see cref="Problem"/>.</summary>
    private static IReadOnlyDictionary<string, object?> Named(IReadOnlyDictionary<string, object?> raw) =>
        Text(raw, "element") is { } element && Elements.All.Contains(element) && Text(raw, "code") is { } name && !PollutantCodes.IsCoded(name) && PollutantCodes.Of(name, Elements.MediumOf(element)) is { } code && code != name
            ? new Dictionary<string, object?>(raw) { ["code"] = code } : raw;

    private static string? Text(IReadOnlyDictionary<string, object?> raw, string field) => raw.GetValueOrDefault(field) switch
    {
        string text => text.Trim(),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!.Trim(),
        _ => null,
    };

    internal static string ListsOf(CharacteristicPollutant pollutant) =>
        string.Join("、", PollutantLists.Of(pollutant.Code, Elements.MediumOf(pollutant.Element)).Where(entry => entry.Confidence == Confidence.Verified).Select(entry => entry.List.Title));

    internal static string FeaturesOf(CharacteristicPollutant pollutant) => string.Join("、", new (bool Has, string Words)[]
    {
        (pollutant.IsMuch == true, "排放量大"),
        (pollutant.IsTypical == true, "行业特征明显"),
        (pollutant.IsToxic == true, "高毒害性"),
        (pollutant.IsPersistent == true, "难降解"),
        (pollutant.IsOdorous == true, "异味"),
        (ListsOf(pollutant).Length > 0, "列入国家优先管控名录"),
    }.Where(one => one.Has).Select(one => one.Words));

    private static Platform.Problem? Problem(CharacteristicPollutant pollutant) => pollutant switch
    {
        _ when PollutantCodes.Of(pollutant.Code, Elements.MediumOf(pollutant.Element)) is { } own && own != pollutant.Code => new("code", $"“{pollutant.Code}”不是{pollutant.Element}的编码，{PollutantDictionary.NameOf(pollutant.Code)}在{pollutant.Element}中请用“{own}”。", "code"),
        _ when FeaturesOf(pollutant).Length == 0 => new("features", "入库特征至少选一项；不在国家名录中的，请说明它为什么是特征污染物。", "isTypical"),
        { Until: { } until, Since: { } since } when until < since => new("years", "最后一年不能早于入库年份。", "until"),
        { Until: not null, UntilWhy: "" } => new("years", "填了最后一年，请写出库原因。", "untilWhy"),
        { Limit: not null, Unit: "" } => new("unit", "填了管控限值，请选择限值单位。", "unit"),
        { Limit: not null, Standard: "" } => new("standard", "填了管控限值，请写出自哪个标准。", "standard"),
        _ => null,
    };
}

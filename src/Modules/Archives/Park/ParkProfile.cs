using EcoPark.Modules.Archives.Enterprises;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Geometry;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Archives.Park;

/// <summary>园区基本信息 (7.2.1): the park itself, one record.</summary>
public sealed class ParkProfile : Record
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string RegionCode { get; set; } = "";

    public string Address { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public double? PlannedArea { get; set; }

    public double? DevelopedArea { get; set; }

    public string Level { get; set; } = "";

    public string Kind { get; set; } = "";

    public string BoundaryNote { get; set; } = "";

    public string Overview { get; set; } = "";

    public string Positioning { get; set; } = "";

    public int? EnterpriseCount { get; set; }

    public DateOnly? FoundedOn { get; set; }

    public string PlanningEiaName { get; set; } = "";

    public DateOnly? PlanningEiaApprovedOn { get; set; }

    public string PlanningEiaAuthority { get; set; } = "";

    public string PlanningEiaNumber { get; set; } = "";

    public string History { get; set; } = "";

    public string SewageTreatment { get; set; } = "";

    public string CentralHeating { get; set; } = "";

    public string WasteTreatment { get; set; } = "";

    public string Boundary { get; set; } = "";
}

internal static class ParkProfileType
{
    public const string Name = "park";

    public static RecordType<ParkProfile> Create() => new RecordType<ParkProfile>(Name, "园区基本信息")
        .In(Chapter.Title, "7.2.1", "园区是什么、在哪里、凭什么建；每次修改留存历史，可查任意一天的内容。", 1).Single()
        .Part("基本情况")
        .Text(r => r.Code, "园区编码", f => f with { IsRequired = true, IsKey = true, MaxLength = 30, Content = "园区编码" })
        .Text(r => r.Name, "园区名称", f => f with { IsRequired = true, IsTitle = true, MaxLength = 100, Content = "园区名称" })
        .Code(r => r.RegionCode, "行政区编码", ParkDictionaries.Regions, f => f with { IsRequired = true, Content = "行政区编码" })
        .Text(r => r.Address, "详细地址", f => f with { Content = "详细地址" })
        .Location(r => r.Longitude, r => r.Latitude, f => f with { Content = f.Label })
        .Number(r => r.PlannedArea, "规划面积", "公顷", f => f with { Min = 0, Max = 1_000_000, Content = "规划面积（公顷）" })
        .Number(r => r.DevelopedArea, "开发面积", "公顷", f => f with { Min = 0, Max = 1_000_000, Content = "开发面积（公顷）" })
        .Choice(r => r.Level, "园区级别", ["国家级", "省级", "市级", "县级及以下"], f => f with { Content = "园区级别" })
        .Choice(r => r.Kind, "园区类型", ["化工园区", "综合性工业园区", "行业类工业园区", "静脉产业类园区", "其他"], f => f with { Content = "园区类型" })
        .Date(r => r.FoundedOn, "设立时间", f => f with { Content = "设立时间" })
        .Integer(r => r.EnterpriseCount, "企业数量", "家", f => f with { Min = 0, Content = "企业数量", Help = "园区申报数；企业档案中的实际家数见右侧" })
        .LongText(r => r.Overview, "园区概况", f => f with { Content = "园区概况" })
        .LongText(r => r.Positioning, "产业定位", f => f with { Content = "产业定位" })
        .LongText(r => r.History, "园区发展历程", f => f with { Content = "园区发展历程" })
        .Part("规划环评")
        .Text(r => r.PlanningEiaName, "规划环评名称", f => f with { Content = "规划环评名称", IsListed = false })
        .Date(r => r.PlanningEiaApprovedOn, "规划环评批复时间", f => f with { Content = "规划环评批复时间", IsListed = false })
        .Text(r => r.PlanningEiaAuthority, "规划环评批复部门", f => f with { Content = "规划环评批复部门", IsListed = false })
        .Text(r => r.PlanningEiaNumber, "规划环评批复文号", f => f with { Content = "规划环评批复文号", IsListed = false })
        .Part("基础设施")
        .LongText(r => r.SewageTreatment, "园区污水处理设施", f => f with { Content = "园区污水处理设施", Help = "概述；各设施的能力和运行状态见“园区基础设施”" })
        .LongText(r => r.CentralHeating, "园区集中供热设施", f => f with { Content = "园区集中供热设施" })
        .LongText(r => r.WasteTreatment, "园区固废集中处理设施", f => f with { Content = "园区固废集中处理设施" })
        .Part("四至")
        .LongText(r => r.BoundaryNote, "四至说明", f => f with { Content = "四至说明" })
        .Shape(r => r.Boundary, "园区边界", f => f with { Help = "周边环境的距离、方位由它算出" })
        .Derived(
            [new Field("boundaryArea", "边界内面积", FieldKind.Number) { Unit = "公顷", IsListed = false }, new Field("archivedEnterprises", "档案中的企业", FieldKind.Integer) { Unit = "家", IsListed = false }],
            async (db, parks, token) =>
            {
                var enterprises = await db.Set<Enterprise>().CountAsync(token);
                return [.. parks.Select(park => new Dictionary<string, object?> { ["boundaryArea"] = Area(park), ["archivedEnterprises"] = enterprises })];
            })
        .Check(r => GeoShape.IsAreaOrNone(r.Boundary) ? null : new("shape", "园区边界应为面（多边形），不能是线或点。", "boundary"))
        .Check(r => r.DevelopedArea > r.PlannedArea ? new("area", "开发面积不应大于规划面积。", "developedArea") : null)
        .ForEnterprises();

    private static object? Area(ParkProfile park) => park.Boundary.Length > 0 && GeoShape.Read(park.Boundary) is { IsOk: true } shape ? GeoShape.Hectares(shape.Value) : null;
}

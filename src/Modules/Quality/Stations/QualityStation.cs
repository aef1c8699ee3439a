using System.Collections.Frozen;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality.Stations;

/// <summary>环境质量站点: where a part of the environment is watched, automatically or by hand.</summary>
public sealed class QualityStation : Record
{
    public string Name { get; set; } = "";

    /// <summary>Title of its <see cref="QualityMedium"/>.</summary>
    public string Medium { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>The monitoring point whose readings are this station's; none for points watched by hand alone.</summary>
    public int? PointId { get; set; }

    public string RegionCode { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public string Address { get; set; } = "";

    public DateOnly? BuiltOn { get; set; }

    public string Authority { get; set; } = "";

    public string ManagementLevel { get; set; } = "";

    public string Head { get; set; } = "";

    public string Phone { get; set; } = "";

    public string WaterKind { get; set; } = "";

    public string Class { get; set; } = "";

    public bool? IsAssessed { get; set; }

    /// <summary>Items of the AQI that the monitoring plan leaves out for good, as a person writes them.</summary>
    public string NotMonitored { get; set; } = "";

    /// <summary>See <see cref="NotMonitored"/>.</summary>
    internal IReadOnlySet<AirPollutant> ItemsNotMonitored => AirPollutantText.Parse(NotMonitored) ?? FrozenSet<AirPollutant>.Empty;

    /// <summary>Kind of its water, by which GB 3838 has its rows; rivers where nothing is said. Null for other media.</summary>
    internal WaterBody? Body => Medium != QualityMedium.SurfaceWater.Title ? null : WaterKind switch { "湖库" => WaterBody.Lake, "近岸海域" => WaterBody.Sea, _ => WaterBody.River };
}

internal static class QualityStationType
{
    public const string Name = "quality-stations";

    public static RecordType<QualityStation> Create() => new RecordType<QualityStation>(Name, "环境质量站点")
        .In(Chapter.Title, "7.3.1", "大气、地表水、地下水、土壤、声环境和气象水文的全部站点与点位。", 20)
        .Page("/quality/stations/{0}")
        .Counts("7.3.1", r => r.Medium == QualityMedium.Air.Title)
        .Counts("7.3.2", r => r.Medium == QualityMedium.SurfaceWater.Title)
        .Counts("7.3.3/7.3.4", r => r.Medium == QualityMedium.Groundwater.Title || r.Medium == QualityMedium.Soil.Title)
        .Counts("7.3.5", r => r.Medium == QualityMedium.Noise.Title)
        .Part("站点")
        .Text(r => r.Name, "站点名称", f => f with { Content = "站点名称|监测点位名称", IsRequired = true, IsTitle = true, IsKey = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Medium, "环境要素", [.. QualityMedium.All.Select(medium => medium.Title)], f => f with { IsRequired = true })
        .Choice(r => r.Kind, "站点类型", ["自动站", "手工监测点位", "自动与手工"], f => f with { Content = "站点类型", IsRequired = true })
        .OptionalReference(r => r.PointId, "监测点位", PointTarget.TargetName, f => f with { IsFilter = false, Help = "自动站的读数来自“数采仪与点位”中的这一点位；导入历史数据也写入该点位" })
        .Code(r => r.RegionCode, "行政区编码", ParkDictionaries.Regions, f => f with { Content = "行政区编码", IsListed = false })
        .Text(r => r.Address, "安装地址", f => f with { Content = "安装地址", IsListed = false })
        .Date(r => r.BuiltOn, "建站时间", f => f with { Content = "建站时间", IsListed = false })
        .Location(r => r.Longitude, r => r.Latitude, f => f with { Content = f.Label })
        .Part("管理")
        .Text(r => r.Authority, "管理部门", f => f with { Content = "管理部门", MaxLength = 100 })
        .Choice(r => r.ManagementLevel, "管理级别", ["国控", "省控", "市控", "县控", "园区", "企业"], f => f with { Content = "管理级别" })
        .Text(r => r.Head, "站长（联系人）", f => f with { Content = "站长|联系人", IsListed = false, MaxLength = 50 })
        .Text(r => r.Phone, "联系电话", f => f with { Content = "联系电话", IsListed = false, MaxLength = 30 })
        .Part("评价")
        .Choice(r => r.Class, "执行级别", [.. QualityMedium.All.SelectMany(medium => medium.Classes).Distinct()], f => f with { IsFilter = false, Help = "大气：一级、二级；水：Ⅰ～Ⅴ；土壤：第一、二类用地；声：0～4b 类。不填时按该要素的通常级别" })
        .Choice(r => r.WaterKind, "水体类型", ["河流", "湖库", "近岸海域", "地下水"], f => f with { Content = "水体类型", IsFilter = false, IsListed = false, Help = "地表水按河流或湖库的限值评价（总磷不同，总氮只评价湖库）；不填按河流" })
        .Text(r => r.NotMonitored, "AQI 不监测项目", f => f with
        {
            IsListed = false,
            MaxLength = 60,
            Help = "仅限监测方案不测、且连续三年不曾以其为首要污染物出现轻度及以上污染的项目（HJ 633-2026 第 5 章），如：CO、SO2。所填项目在 AQI 中标“/”；没有填写而缺数据的项目按缺测处理，AQI 不大于 100 时不发布",
            Check = text => AirPollutantText.Parse(text) is null ? "请填写 SO2、NO2、CO、O3、PM10、PM2.5 中的项目，以顿号分隔。" : null,
        })
        .YesNo(r => r.IsAssessed, "考核站点", f => f with { IsFilter = true, Help = "考核站点的数据向上级平台转发" })
        .Check(r => r.Class.Length == 0 || QualityMedium.OfTitle(r.Medium)?.Classes.Contains(r.Class) != false ? null : new("class", $"{r.Medium}没有“{r.Class}”这一级别，请从 {string.Join("、", QualityMedium.OfTitle(r.Medium)!.Classes)} 中选择。", "class"))
        .Check(r => r.Kind == "手工监测点位" || r.PointId is not null ? null : new("point", "自动站须选择监测点位；还没有点位时，请先在“数采仪与点位”登记。", "pointId"));
}

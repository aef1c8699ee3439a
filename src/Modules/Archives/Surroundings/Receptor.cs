using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Archives.Surroundings;

/// <summary>环境敏感目标: where people gather, with distance and direction from the park.</summary>
public sealed class Receptor : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public int? Population { get; set; }

    public string Address { get; set; } = "";

    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public string Note { get; set; } = "";
}

internal static class ReceptorType
{
    public const string Name = "receptors";

    public static readonly IReadOnlyList<string> Kinds = ["居民点", "医疗卫生机构", "文教机构", "行政办公区", "养老福利机构", "饮用水取水口", "其他"];

    public static RecordType<Receptor> Create() => new RecordType<Receptor>(Name, "环境敏感目标")
        .In(Chapter.Title, "7.2.3", "园区周边的居民点、医院、学校、行政办公区等，距离和方位由园区边界算出。", 12)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, MaxLength = 100, Content = "园区周边最近距离的环境敏感点（居民点、医疗卫生机构、文教机构、行政办公区等人群聚集区）信息" })
        .Choice(r => r.Kind, "类别", Kinds, f => f with { IsRequired = true })
        .Integer(r => r.Population, "人数", "人", f => f with { Min = 0, Max = 10_000_000 })
        .Text(r => r.Address, "地址", f => f with { IsSearched = true })
        .Text(r => r.Contact, "联系人", f => f with { IsListed = false, MaxLength = 50 })
        .Text(r => r.Phone, "电话", f => f with { IsListed = false, MaxLength = 30, Check = PhoneNumber.Check })
        .Location(r => r.Longitude, r => r.Latitude, f => f with { IsRequired = true })
        .LongText(r => r.Note, "备注")
        .Derived(ParkDistance.Fields, (db, receptors, token) => ParkDistance.Of(db, receptors, one => ParkDistance.PointOf(one.Longitude, one.Latitude), token))
        .ForEnterprises();
}

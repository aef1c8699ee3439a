using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Enterprises;

/// <summary>企业基本信息 (7.2.2), the head of 一企一档.</summary>
public sealed class Enterprise : Record
{
    public string Name { get; set; } = "";

    public string CreditCode { get; set; } = "";

    public string ShortName { get; set; } = "";

    public string Address { get; set; } = "";

    public string RegionCode { get; set; } = "";

    public string Industry { get; set; } = "";

    public string Status { get; set; } = "";

    public string PermitCategory { get; set; } = "";

    public string Scale { get; set; } = "";

    public string RiskGrade { get; set; } = "";

    public string LegalPerson { get; set; } = "";

    public string EnvironmentOfficer { get; set; } = "";

    public string Phone { get; set; } = "";

    public string EmergencyPhone { get; set; } = "";

    public DateOnly? StartedOn { get; set; }

    public int? Employees { get; set; }

    public double? SiteArea { get; set; }

    public bool? IsKeyForWater { get; set; }

    public bool? IsKeyForAir { get; set; }

    public bool? IsKeyForSoil { get; set; }

    public string Products { get; set; } = "";

    public string Materials { get; set; } = "";

    public string Processes { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public string Boundary { get; set; } = "";
}

public static class EnterpriseType
{
    public const string Name = "enterprises";

    /// <summary>The chapter of the guideline that enterprises stand in.</summary>
    public const string Chapter = "园区信息档案";

    public static RecordType<Enterprise> Create() => new RecordType<Enterprise>(Name, "企业档案")
        .In(Chapter, "7.2.2", "园区全部企业的基本信息；点开一家即是它的一企一档。", 6)
        .Page("/enterprises/{0}").ItselfEnterprise().ForEnterprises(withApproval: true)
        .Part("基本情况")
        .Text(r => r.Name, "企业名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 100, Content = "企业名称" })
        .Text(r => r.CreditCode, "统一社会信用代码", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 18, Check = CreditCode.Check, Help = "18 位，末位为校验位（GB 32100-2015）" })
        .Text(r => r.ShortName, "简称", f => f with { IsSearched = true, IsListed = false, MaxLength = 50 })
        .Code(r => r.Industry, "行业类别", ParkDictionaries.Industries, f => f with { IsRequired = true, IsFilter = true, Content = "行业类别", Help = "GB/T 4754-2017" })
        .Code(r => r.RegionCode, "行政区", ParkDictionaries.Regions, f => f with { IsListed = false })
        .Text(r => r.Address, "生产经营场所地址", f => f with { IsRequired = true, Content = "生产经营场所地址" })
        .Choice(r => r.Status, "生产状态", ["正常生产", "停产", "在建", "已关闭"])
        .Choice(r => r.Scale, "规模", ["大型", "中型", "小型", "微型"], f => f with { IsListed = false, IsFilter = false })
        .Date(r => r.StartedOn, "投产日期", f => f with { IsListed = false })
        .Integer(r => r.Employees, "职工人数", "人", f => f with { Min = 0, Max = 1_000_000, IsListed = false })
        .Number(r => r.SiteArea, "厂区面积", "公顷", f => f with { Min = 0, Max = 100_000, IsListed = false })
        .Part("联系")
        .Text(r => r.LegalPerson, "法定代表人", f => f with { IsListed = false, MaxLength = 50 })
        .Text(r => r.EnvironmentOfficer, "环保负责人", f => f with { IsRequired = true, MaxLength = 50, Content = "环保负责人" })
        .Text(r => r.Phone, "联系方式", f => f with { IsRequired = true, MaxLength = 30, Content = "联系方式", Check = PhoneNumber.Check })
        .Text(r => r.EmergencyPhone, "应急电话", f => f with { IsListed = false, MaxLength = 30, Check = PhoneNumber.Check })
        .Part("环境管理")
        .Choice(r => r.PermitCategory, "排污许可管理类别", ["重点管理", "简化管理", "登记管理", "无需许可"])
        .Choice(r => r.RiskGrade, "环境风险等级", ["重大", "较大", "一般", "未评定"])
        .YesNo(r => r.IsKeyForWater, "水环境重点排污单位", f => f with { IsListed = false })
        .YesNo(r => r.IsKeyForAir, "大气环境重点排污单位", f => f with { IsListed = false })
        .YesNo(r => r.IsKeyForSoil, "土壤污染重点监管单位", f => f with { IsListed = false })
        .LongText(r => r.Products, "主要产品及产能")
        .LongText(r => r.Materials, "主要原辅材料")
        .LongText(r => r.Processes, "主要生产工艺")
        .Part("位置")
        .Location(r => r.Longitude, r => r.Latitude)
        .Shape(r => r.Boundary, "厂区边界");
}

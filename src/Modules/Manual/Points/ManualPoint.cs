using EcoPark.Contracts;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Points;

/// <summary>手工监测点位: where samples are taken, and the standard that they are judged by where the permit has no limit.</summary>
public sealed class ManualPoint : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public int? PermitOutletId { get; set; }

    public string Standard { get; set; } = "";

    public string StandardClass { get; set; } = "";

    public double? Oxygen { get; set; }

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    public string Note { get; set; } = "";
}

internal static class ManualPointType
{
    public const string Name = "manual-points";

    public static RecordType<ManualPoint> Create() => new RecordType<ManualPoint>(Name, "手工监测点位")
        .In(Chapter.Title, Chapter.Manual, "手工采样的排口、厂界、厂区内和噪声点位；限值取排污许可证，许可证没有的取这里的执行标准。", 12).ForEnterprises(withApproval: true)
        .Counts(Chapter.Manual, r => r.Kind != PointKinds.FenceLine && r.Kind != PointKinds.InPlant).Counts(Chapter.Fugitive, r => r.Kind == PointKinds.FenceLine || r.Kind == PointKinds.InPlant)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Code, "点位编号", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 40, Check = CheckCode, Help = "如 DA001、厂界上风向1#；导入时按它引用，须含字母或汉字" })
        .Text(r => r.Name, "点位名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 100, Content = "监测点位" })
        .Choice(r => r.Kind, "排口类型", PointKinds.All, f => f with { IsRequired = true, IsFilter = true, Content = "排口类型" })
        .OptionalReference(r => r.PermitOutletId, "许可排放口", PermitRecords.Outlets, f => f with { IsFilter = false, Help = "限值取它在监测当日有效的许可限值" })
        .Part("执行标准")
        .Text(r => r.Standard, "执行标准编号", f => f with { IsSearched = true, MaxLength = 40, Help = "许可证没有限值时用，如 GB 16297-1996、GB 37822-2019" })
        .Text(r => r.StandardClass, "级别或类别", f => f with { MaxLength = 40, Help = "标准中的级别，如 二级、3类、企业边界；标准不分级的不填" })
        .Number(r => r.Oxygen, "基准氧含量", "%", f => f with { Min = 0, Max = 20.9, Help = "按折算浓度判定的排口填写" })
        .Location(r => r.Longitude, r => r.Latitude)
        .LongText(r => r.Note, "说明")
        .Check(r => r.Oxygen is not null && r.Kind != PointKinds.FlueGas ? new("oxygen", "只有有组织废气按基准氧折算。", "oxygen") : null);

    private static string? CheckCode(string code) => code.All(char.IsAsciiDigit) ? $"编号“{code}”全是数字，导入时会与记录序号混淆，请加字母，如 DA{code}。" : null;
}

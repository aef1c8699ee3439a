using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>排口联网备案: how the facility at an outlet is set up and by which rules its data are worked up. One for each monitoring point.</summary>
public sealed class OutletFiling : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    /// <summary>The monitoring point.</summary>
    public int PointId { get; set; }

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string FilingNumber { get; set; } = "";

    public DateOnly? InstalledOn { get; set; }

    public DateOnly? AcceptedOn { get; set; }

    public DateOnly? FiledOn { get; set; }

    public string Standard { get; set; } = "";

    public string OxygenRule { get; set; } = "";

    public double? OwnOxygen { get; set; }

    public string FlowRule { get; set; } = "";

    public double? StackArea { get; set; }

    public double? VelocityFactor { get; set; }

    public double? Moisture { get; set; }

    public double? Pressure { get; set; }

    public string ValveFactor { get; set; } = "";

    public string ValveCode { get; set; } = "";

    /// <summary>Inlets and process points owe data, but nothing is emitted there.</summary>
    public bool IsInlet => Kind == OutletKinds.Inlet;
}

internal static class OutletFilingType
{
    public const string Name = "outlet-filings";

    public static RecordType<OutletFiling> Create() => new RecordType<OutletFiling>(Name, "排口联网备案")
        .In(Chapter.Title, "7.4.1", "各自动监测排口的备案：对应点位、执行标准、基准氧、流量算法；折算与排放量按它计算。", 5)
        .ForEnterprises(withApproval: true)
        .Part("排口")
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.PointId, "监测点位", PointTarget.TargetName, f => f with { IsKey = true, Content = "监测点位", Help = "“数采仪与点位”中登记的点位" })
        .Text(r => r.Name, "排口名称", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Kind, "排口类型", OutletKinds.Titles, f => f with { IsRequired = true, Content = "自动监测排口类型" })
        .Text(r => r.Standard, "执行标准", f => f with { IsSearched = true, Help = "标准编号和名称；限值取排污许可证" })
        .Part("备案")
        .Text(r => r.FilingNumber, "备案编号", f => f with { MaxLength = 50, IsListed = false })
        .Date(r => r.InstalledOn, "安装日期", f => f with { IsListed = false })
        .Date(r => r.AcceptedOn, "验收日期")
        .Date(r => r.FiledOn, "备案日期")
        .Part("折算与流量")
        .Choice(r => r.OxygenRule, "基准氧", OxygenChoice.All, f => f with { IsFilter = false, Help = "按执行标准选择；“自定”须填写基准氧含量；不折算的排口以实测浓度判定" })
        .Number(r => r.OwnOxygen, "自定基准氧含量", "%", f => f with { Min = 0, Max = 20.9, IsListed = false })
        .Choice(r => r.FlowRule, "烟气流量", [FlowRules.Sent, FlowRules.SentWet, FlowRules.FromVelocity], f => f with { IsFilter = false, IsListed = false, Help = "不填按数采仪上传的标态干烟气量" })
        .Number(r => r.StackArea, "测点烟道截面积", "m²", f => f with { Min = 0, Max = 1_000, IsListed = false, Decimals = 4 })
        .Number(r => r.VelocityFactor, "速度场系数", "", f => f with { Min = 0, Max = 3, IsListed = false, Decimals = 4 })
        .Number(r => r.Moisture, "烟气含湿量", "%", f => f with { Min = 0, Max = 99, IsListed = false, Help = "没有湿度仪时用的固定值" })
        .Number(r => r.Pressure, "大气压", "kPa", f => f with { Min = 30, Max = 110, IsListed = false, Help = "不填按 101.325 kPa" })
        .Part("阀门")
        .Text(r => r.ValveFactor, "阀门参数的因子", f => f with { MaxLength = 20, IsListed = false, Help = "数采仪能远程控阀时填写：命令 3021 的 PolId，如 w00000" })
        .Text(r => r.ValveCode, "阀门参数的编码", f => f with { MaxLength = 20, IsListed = false, Help = "命令 3021 的信息编码（i13…、i23…、i33…）；值 0 为关、1 为开，须与数采仪约定" })
        .Check(r => r.OxygenRule == OxygenChoice.Own && r.OwnOxygen is null ? new("oxygen", "选择了自定基准氧，请填写基准氧含量。", "ownOxygen") : null)
        .Check(r => r.FlowRule == FlowRules.FromVelocity && r.StackArea is null ? new("area", "由流速计算流量须填写烟道截面积。", "stackArea") : null)
        .Check(r => r.ValveFactor.Length == 0 == (r.ValveCode.Length == 0) ? null : new("valve", "阀门参数的因子和编码要么都填，要么都不填。", "valveCode"));
}

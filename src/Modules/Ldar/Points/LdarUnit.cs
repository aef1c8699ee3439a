using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Points;

/// <summary>装置: a plant unit with seal points, and by which standards its leaks are judged.</summary>
public sealed class LdarUnit : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Industry { get; set; } = "";

    public bool? IsKeyRegion { get; set; }

    public double? OwnLimit { get; set; }

    public string OwnLimitBasis { get; set; } = "";

    public string Sector { get; set; } = "";

    public double? RunHours { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Equations that its emissions are worked out by.</summary>
    internal LdarSector LdarSector => Sector == LdarUnitType.Refining ? LdarSector.Refining : LdarSector.Petrochemical;

    /// <summary>Share of the time that it runs.</summary>
    internal double RunningShare => Math.Min(1, (RunHours ?? LdarUnitType.AllHours) / LdarUnitType.AllHours);
}

internal static class LdarUnitType
{
    public const string Name = "ldar-units";

    /// <summary>石油炼制.</summary>
    public const string Refining = "石油炼制";

    /// <summary>Hours of a year.</summary>
    public const double AllHours = 8_760;

    public static RecordType<LdarUnit> Create() => new RecordType<LdarUnit>(Name, "LDAR 装置")
        .In(Chapter.Title, Chapter.Section, "涉 VOCs 装置、执行标准和密封点数；泄漏按各标准中最严的判定。", 21).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true, Content = "企业名称" })
        .Text(r => r.Code, "装置编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40, Check = LdarWords.CheckCode, Content = "装置编号", Help = "本企业内不重复，如 U-100" })
        .Text(r => r.Name, "装置名称", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100, Content = "装置名称" })
        .Part("执行标准")
        .Choice(r => r.Industry, "行业标准", LeakLimits.Industries, f => f with { Help = $"{LeakLimits.General} 对所有装置有效；另执行行业标准的在此选择，取最严" })
        .YesNo(r => r.IsKeyRegion, "是否执行重点地区限值", f => f with { IsRequired = true, Help = "GB 37822-2019 表 1 的特别排放限值" })
        .Number(r => r.OwnLimit, "地方或企业控制值", "ppm", f => f with { Min = 1, Max = 10_000, IsListed = false, Help = "比国家标准更严时填写" })
        .Text(r => r.OwnLimitBasis, "控制值依据", f => f with { IsListed = false, MaxLength = 100 })
        .Part("排放量核算")
        .Choice(r => r.Sector, "核算方程", ["石油化工", Refining], f => f with { IsRequired = true, Help = $"{LeakRates.Source}（待核对）" })
        .Number(r => r.RunHours, "年运行时间", "h", f => f with { Min = 0, Max = 8_784, Decimals = 0, IsListed = false, Help = "不填按全年运行" })
        .LongText(r => r.Note, "说明")
        .Derived(PointCounts.OfUnit, PointCounts.OfUnits)
        .Check(r => r.OwnLimit is not null && r.OwnLimitBasis.Length == 0 ? new("basis", "填写了地方或企业控制值，请填写依据。", "ownLimitBasis") : null);
}

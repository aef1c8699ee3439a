using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>密封点检测: one reading; background, net value, limit and verdict are filled in by <see cref="ReadingRules"/>.</summary>
public sealed class LdarReading : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int SurveyId { get; set; }

    public int SealPointId { get; set; }

    public DateTime? At { get; set; }

    public string Fluid { get; set; } = "";

    public string State { get; set; } = "";

    public double? Reading { get; set; }

    public bool? IsDripping { get; set; }

    public int? DwellSeconds { get; set; }

    public double? Background { get; set; }

    public double? Net { get; set; }

    public double? Limit { get; set; }

    public string LimitBasis { get; set; } = "";

    /// <summary>A net value that equals the limit leaks.</summary>
    public bool IsLimitInclusive { get; set; }

    public bool? IsLeak { get; set; }

    public string PointCode { get; set; } = "";

    public int UnitId { get; set; }
}

internal static class LdarReadingType
{
    public const string Name = "ldar-readings";

    public static RecordType<LdarReading> Create() => new RecordType<LdarReading>(Name, "LDAR 密封点检测")
        .In(Chapter.Title, Chapter.Section, "各密封点的检测读数；净检值、控制限值和是否泄漏由平台按当日本底和执行标准算出。", 25).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Stored(r => r.PointCode, "密封点编号", r => r.PointCode, f => f with { IsTitle = true, IsSearched = true, MaxLength = 40 })
        .Reference(r => r.SurveyId, "现场检测", LdarSurveyType.Name, f => f with { Content = "现场检测标识" })
        .Reference(r => r.SealPointId, "密封点", SealPointType.Name, f => f with { IsKey = true, IsListed = false, Content = "设备密封点标识" })
        .Moment(r => r.At, "检测时间", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Content = "检测时间" })
        .Text(r => r.Fluid, "流体名称", f => f with { MaxLength = 60, IsListed = false, Content = "流体名称", Help = "不填取密封点的" })
        .Choice(r => r.State, "流体状态", FluidStates.Names, f => f with { IsListed = false, Content = "流体状态", Help = "不填取密封点的" })
        .Number(r => r.Reading, "仪器检测浓度", "ppm", f => f with { IsRequired = true, Min = 0, Max = 1_000_000, Content = "仪器检测浓度(ppm)" })
        .YesNo(r => r.IsDripping, "可见渗液滴液", f => f with { IsListed = false, Help = "可见渗液、滴液即认定泄漏（GB 37822-2019 8.2）" })
        .Integer(r => r.DwellSeconds, "停留时间", "s", f => f with { Min = 1, Max = 3_600, IsListed = false })
        .Part("判定")
        .Stored(r => r.Background, "环境本底", r => r.Background, f => f with { Unit = "ppm", IsListed = false })
        .Stored(r => r.Net, "净检值", r => r.Net, f => f with { Unit = "ppm", IsFilter = true, Content = "净检值(ppm)", Help = "检测浓度减当日本底，不小于 0" })
        .Stored(r => r.Limit, "泄漏控制限值", r => r.Limit, f => f with { Unit = "ppm", Content = "泄露浓度控制限值(ppm)" })
        .Stored(r => r.LimitBasis, "限值依据", r => r.LimitBasis, f => f with { IsListed = false, MaxLength = 100 })
        .Stored(r => r.IsLeak, "是否泄漏", r => r.IsLeak, f => f with { IsFilter = true, Content = "是否泄露" })
        .Check((r, now) => LdarWords.Future(r.At, now, "检测时间", "at"));
}

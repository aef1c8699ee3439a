using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>现场检测: a day's tests in a unit with one instrument.</summary>
public sealed class LdarSurvey : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Code { get; set; } = "";

    public int UnitId { get; set; }

    public int? RoundId { get; set; }

    public int InstrumentId { get; set; }

    public DateTime? CalibratedAt { get; set; }

    public double? CalibrationPpm { get; set; }

    public DateOnly? Day { get; set; }

    public string Inspector { get; set; } = "";

    public double? WindSpeed { get; set; }

    public string Weather { get; set; } = "";
}

internal static class LdarSurveyType
{
    public const string Name = "ldar-surveys";

    public static RecordType<LdarSurvey> Create() => new RecordType<LdarSurvey>(Name, "LDAR 现场检测")
        .In(Chapter.Title, Chapter.Section, "一天在一个装置用一台仪器的现场检测：校准、日期和人员；各密封点的读数另行登记或导入。", 24).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Code, "现场检测编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 40, Check = LdarWords.CheckCode, Help = "本企业内不重复，如 XC20260301-01" })
        .Reference(r => r.UnitId, "所属装置", LdarUnitType.Name, f => f with { Content = "所属装置标识" })
        .OptionalReference(r => r.RoundId, "检测轮次", LdarRoundType.Name)
        .Reference(r => r.InstrumentId, "检测仪器", LdarInstrumentType.Name, f => f with { Content = "检测仪器" })
        .Moment(r => r.CalibratedAt, "校准时间", f => f with { IsRequired = true, Content = "校准时间" })
        .Number(r => r.CalibrationPpm, "校准浓度", "ppm", f => f with { IsRequired = true, Min = 0.1, Max = 1_000_000, Content = "校准浓度(ppm)" })
        .Date(r => r.Day, "检测日期", f => f with { IsRequired = true, IsFilter = true, Content = "检测日期" })
        .Text(r => r.Inspector, "检测人员", f => f with { IsRequired = true, IsSearched = true, MaxLength = 60, Content = "检测人员" })
        .Number(r => r.WindSpeed, "风速", "m/s", f => f with { Min = 0, Max = 60, IsListed = false })
        .Text(r => r.Weather, "天气", f => f with { IsListed = false, MaxLength = 30 })
        .Check((r, now) => LdarWords.Future(r.CalibratedAt, now, "校准时间", "calibratedAt"))
        .Check((r, now) => r.Day > LdarWords.DayOf(now) ? new("future", $"检测日期 {LdarWords.Day(r.Day)} 还没有到。", "day") : null)
        .Check(r => r is { CalibratedAt: { } at, Day: { } day } && LdarWords.DayOf(at) != day ? new("calibration", $"校准应在检测当日（{LdarWords.Day(day)}），现为 {LdarWords.Wall(at)}。", "calibratedAt") : null);
}

using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Ldar.Instruments;

/// <summary>环境本底 of a unit, measured by an instrument on the day of the test.</summary>
public sealed class LdarBackground : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int UnitId { get; set; }

    public int InstrumentId { get; set; }

    public DateTime? At { get; set; }

    public double? Ppm { get; set; }

    public string Places { get; set; } = "";

    public string Person { get; set; } = "";

    public DateOnly? Day { get; set; }
}

internal static class LdarBackgroundType
{
    public const string Name = "ldar-backgrounds";

    public static RecordType<LdarBackground> Create() => new RecordType<LdarBackground>(Name, "LDAR 环境本底")
        .In(Chapter.Title, Chapter.Section, "每日、每装置、每台仪器在检测前测取的环境本底；没有当日本底的检测不予接收。", 27).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.UnitId, "装置", LdarUnitType.Name, f => f with { IsKey = true })
        .Reference(r => r.InstrumentId, "仪器", LdarInstrumentType.Name, f => f with { IsKey = true })
        .Moment(r => r.At, "测取时间", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Number(r => r.Ppm, "本底浓度", "ppm", f => f with { IsRequired = true, Min = 0, Max = 10_000, Help = "装置周围各点的平均" })
        .Text(r => r.Places, "测点", f => f with { IsListed = false, Help = "各测点位置和读数" })
        .Text(r => r.Person, "检测人员", f => f with { IsRequired = true, MaxLength = 50 })
        .Stored(r => r.Day, "日期", r => r.At is { } at ? LdarWords.DayOf(at) : null, f => f with { IsListed = false })
        .Check((r, now) => LdarWords.Future(r.At, now, "测取时间", "at"));
}

using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Records;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Limits;

/// <summary>地方与园区限值: a limit that holds here beside or before the national ones.</summary>
public sealed class LocalLimit : Record
{
    public string Medium { get; set; } = "";

    public int? StationId { get; set; }

    public string Factor { get; set; } = "";

    public string Averaging { get; set; } = "";

    public string Class { get; set; } = "";

    public double? Lower { get; set; }

    public double? Upper { get; set; }

    public string Unit { get; set; } = "";

    public string StandardNumber { get; set; } = "";

    public string StandardName { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>As the judgement takes it.</summary>
    internal Limit ToLimit() => new()
    {
        StandardNumber = StandardNumber,
        StandardName = StandardName,
        EffectiveFrom = From,
        EffectiveTo = To,
        Medium = QualityMedium.OfTitle(Medium)!.Medium,
        Class = Class,
        Factor = Factor,
        FactorName = FactorTable.Find(Factor, QualityMedium.OfTitle(Medium)!.Medium)?.Name ?? Factor,
        Averaging = LocalLimitType.Averagings[Averaging],
        Lower = (decimal?)Lower,
        Upper = (decimal?)Upper,
        Unit = Standards.Unit.Of(Unit),
        SourceKind = SourceKind.Caller,
        Source = "园区录入",
    };
}

internal static class LocalLimitType
{
    /// <summary>Periods that can be chosen.</summary>
    public static readonly IReadOnlyDictionary<string, Averaging> Averagings =
        new[] { Averaging.Sample, Averaging.Hour, Averaging.DailyMaximumEightHours, Averaging.Day, Averaging.Month, Averaging.Year, Averaging.DayTime, Averaging.NightTime }.ToDictionary(one => one.Chinese());

    public static RecordType<LocalLimit> Create() => new RecordType<LocalLimit>("local-limits", "地方与园区限值")
        .In(Chapter.Title, "7.3.1", "地方标准或园区自定的限值；在其有效期内代替国家标准用于判定。", 24)
        .Choice(r => r.Medium, "环境要素", [.. QualityMedium.All.Where(medium => medium.IsLimited).Select(medium => medium.Title)], f => f with { IsRequired = true, IsKey = true })
        .OptionalReference(r => r.StationId, "仅用于站点", QualityStationType.Name, f => f with { IsKey = true, Help = "不填则用于该要素的全部站点" })
        .Code(r => r.Factor, "因子", StandardFactorDictionary.Name, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Choice(r => r.Averaging, "平均时间", [.. Averagings.Keys], f => f with { IsRequired = true, IsKey = true, IsFilter = false })
        .Text(r => r.Class, "级别", f => f with { MaxLength = 20, IsKey = true, Help = "不填则不分级别" })
        .Number(r => r.Lower, "下限", "", f => f with { Decimals = 6 })
        .Number(r => r.Upper, "上限", "", f => f with { Decimals = 6 })
        .Text(r => r.Unit, "单位", f => f with { IsRequired = true, MaxLength = 20, Help = "如 μg/m³、mg/L、mg/kg、dB(A)、无量纲" })
        .Text(r => r.StandardNumber, "标准编号", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 40 })
        .Text(r => r.StandardName, "标准名称", f => f with { IsRequired = true, IsSearched = true, MaxLength = 100 })
        .Date(r => r.From, "施行日期", f => f with { IsRequired = true, IsKey = true })
        .Date(r => r.To, "废止日期")
        .Check(r => r.Upper is null && r.Lower is null ? new("empty", "上限、下限至少填写一项。", "upper") : null)
        .Check(r => r.Lower > r.Upper ? new("range", "下限不能大于上限。", "lower") : null)
        .Check(r => r.To < r.From ? new("days", "废止日期不能早于施行日期。", "to") : null);
}

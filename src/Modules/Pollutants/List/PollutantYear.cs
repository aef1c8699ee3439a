using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Pollutants.List;

/// <summary>What an enterprise declares of a characteristic pollutant for a year; used where nothing was measured.</summary>
public sealed class PollutantYear : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int PollutantId { get; set; }

    public int? Year { get; set; }

    public string Title { get; set; } = "";

    public double? Concentration { get; set; }

    public string Unit { get; set; } = "";

    public double? Kilograms { get; set; }

    public string Basis { get; set; } = "";

    public string Note { get; set; } = "";
}

internal static class PollutantYearType
{
    public const string Name = "pollutant-years";

    public static readonly IReadOnlyList<string> Bases = ["物料衡算", "产排污系数", "自动监测", "手工监测", "类比", "其他"];

    public static RecordType<PollutantYear> Create() => new RecordType<PollutantYear>(Name, "特征污染物年度数据")
        .In(Chapter.Title, Chapter.Section, "各企业特征污染物的年排放浓度和年排放量；平台有监测数据的以监测为准，没有的用这里的申报值。", 22).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.PollutantId, "特征污染物", PollutantType.Name, f => f with { IsKey = true, IsFilter = false })
        .Integer(r => r.Year, "年度", "", f => f with { IsRequired = true, IsKey = true, IsFilter = true, Min = 2000, Max = 2100 })
        .Stored(r => r.Title, "名称", r => r.Title, f => f with { IsTitle = true, IsSearched = true, MaxLength = 120 })
        .Number(r => r.Concentration, "年排放浓度", "", f => f with { Min = 0, Decimals = 6, Content = "特征污染物年排放浓度" })
        .Choice(r => r.Unit, "浓度单位", PollutantType.Units, f => f with { IsFilter = false })
        .Number(r => r.Kilograms, "年排放量", "kg", f => f with { Min = 0, Decimals = 6, Content = "特征污染物年排放量" })
        .Choice(r => r.Basis, "核算方法", Bases, f => f with { IsRequired = true, IsFilter = true })
        .LongText(r => r.Note, "说明")
        .Check((r, now) => r.Year > Platform.Time.ParkTime.FromUtc(now).Year ? new("year", $"{r.Year} 年还没有到。", "year") : null)
        .Check(r => r.Concentration is null && r.Kilograms is null ? new("empty", "年排放浓度和年排放量至少填写一项。", "kilograms") : null)
        .Check(r => r.Concentration is not null && r.Unit.Length == 0 ? new("unit", "填写了年排放浓度，请选择浓度单位。", "unit") : null);
}

/// <summary>A year is one in which the pollutant was in the list.</summary>
internal sealed class PollutantYearCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => PollutantYearType.Name;

    public async Task<Platform.Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var year = (PollutantYear)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var pollutant = await db.Set<CharacteristicPollutant>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == year.PollutantId, cancellationToken).ConfigureAwait(false);
        if (pollutant is null)
            return new("pollutant", "没有这个特征污染物，或它已被删除。", "pollutantId");
        if (pollutant.EnterpriseId != year.EnterpriseId)
            return new("pollutant", $"{pollutant.Name}不是这家企业的特征污染物。", "pollutantId");
        if (!pollutant.HoldsIn(year.Year!.Value))
            return new("year", $"{pollutant.Element}{pollutant.Name}在名录中的年份是 {pollutant.Since}～{pollutant.Until?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "今"}，不含 {year.Year} 年。", "year");
        year.Title = $"{pollutant.Element}{pollutant.Name} {year.Year} 年";
        return null;
    }
}

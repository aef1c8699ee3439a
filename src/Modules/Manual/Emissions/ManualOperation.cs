using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Modules.Manual.Emissions;

/// <summary>排口运行时间: hours and volume of a month, by which emissions follow from concentrations.</summary>
public sealed class ManualOperation : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int PointId { get; set; }

    public DateOnly? Month { get; set; }

    public double? Hours { get; set; }

    public double? Volume { get; set; }

    public string Note { get; set; } = "";
}

internal static class ManualOperationType
{
    public const string Name = "manual-operation";

    public static RecordType<ManualOperation> Create() => new RecordType<ManualOperation>(Name, "排口运行时间与水量")
        .In(Chapter.Title, Chapter.Manual, "手工监测排口各月的排放小时数或排放水量；实际排放量由监测结果和它算出。", 17).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.PointId, "监测点位", ManualPointType.Name, f => f with { IsKey = true })
        .Date(r => r.Month, "月份", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsFilter = true, Help = "写该月 1 日，如 2026-03-01" })
        .Number(r => r.Hours, "排放小时数", "h", f => f with { Min = 0, Max = 744 })
        .Number(r => r.Volume, "排放水量", "m³", f => f with { Min = 0 })
        .Text(r => r.Note, "说明", f => f with { IsListed = false })
        .Check(r => r.Month is { Day: not 1 } ? new("month", "月份写该月 1 日，如 2026-03-01。", "month") : null)
        .Check(r => r.Hours is null && r.Volume is null ? new("empty", "排放小时数、排放水量至少填写一项。", "hours") : null)
        .Check(r => r.Month is { } month && r.Hours > DateTime.DaysInMonth(month.Year, month.Month) * 24 ? new("hours", $"{month:yyyy-MM} 一共只有 {DateTime.DaysInMonth(month.Year, month.Month) * 24} 小时。", "hours") : null);
}

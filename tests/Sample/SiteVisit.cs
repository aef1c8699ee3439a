using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Sample;

/// <summary>现场巡查 of an enterprise: planned for a day, and made on one.</summary>
public sealed class SiteVisit : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Title { get; set; } = "";

    public DateOnly? Due { get; set; }

    public DateOnly? Done { get; set; }
}

internal static class SiteVisitType
{
    public const string Name = "site-visits";

    public static RecordType<SiteVisit> Create() => new RecordType<SiteVisit>(Name, "巡查计划")
        .In(SampleModule.Chapter, "", "对企业的现场巡查。", 2)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Title, "内容", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Date(r => r.Due, "计划日期", f => f with { IsRequired = true, IsFilter = true })
        .Date(r => r.Done, "巡查日期");
}

using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Reports;
using EcoPark.Web.Home;
using EcoPark.Web.Shell;
using MudBlazor;

namespace EcoPark.Sample;

/// <summary>现场巡查: a module of each part that a module can have, as its author would write it. Nothing but the list of its host names it.</summary>
public sealed class SampleModule : IModule
{
    /// <summary>See the overview of visits.</summary>
    public const string View = "site-visits.view";

    internal const string Chapter = "现场巡查";

    internal static readonly AlarmType Overdue = new("VisitOverdue", "巡查逾期", new AlarmCategory("visits", "巡查逾期记录", 7), AlarmLevel.Yellow) { Words = "到了计划的日期，没有巡查。" };

    public string Name => "Sample";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new(Chapter, 790)];

    public IReadOnlyList<Permission> Permissions { get; } = [new(View, Chapter, "查看巡查概况")];

    public Assembly Pages => typeof(SampleModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddRecord(SiteVisitType.Create());
        services.AddAlarmType(Overdue);
        services.AddJob<OverdueVisits>();
        services.AddSingleton(new MenuEntry(Chapter, "巡查概况", "/site-visits", Icons.Material.Outlined.Checklist, View, 1));
        services.AddSingleton(new HomeTile("逾期的巡查", "/site-visits", View, async (provider, token) =>
        {
            var overdue = (await provider.GetRequiredService<OverdueVisits>().Read(token)).Count;
            return new TileValue($"{overdue} 次", IsBad: overdue > 0);
        }));
        services.AddSingleton(new ReportType("site-visits", "巡查逾期表", Chapter, View, async (provider, _, token) =>
        {
            var rows = (await provider.GetRequiredService<OverdueVisits>().Read(token)).Select(visit => (IReadOnlyList<ReportCell>)[ReportCell.Words(visit.Title), ReportCell.Words($"{visit.Due:yyyy-MM-dd}")]);
            return new Report("巡查逾期表") { Tables = [new ReportTable("逾期的巡查", [new("巡查"), new("计划日期")], [.. rows])] };
        }));
    }

    /// <summary>A module of the product is in its migrations; this one makes its table itself.</summary>
    public Task Prepare(IServiceProvider services, CancellationToken cancellationToken) => SampleTables.Create(services, cancellationToken);
}

using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Manual.Comparison;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Fence;
using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Fence.Causes;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Laboratories;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reporting;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Modules.Manual.Sources;
using EcoPark.Modules.Manual.Watch;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Manual;

/// <summary>手工监测与无组织监测, clauses 7.4.2 and 7.4.3.</summary>
public sealed class ManualModule : IModule
{
    public string Name => "Manual";

    public IReadOnlyList<Permission> Permissions => ManualPermissions.All;

    public IReadOnlyList<string> Events => ReportFlow.Events;

    public Assembly Pages => typeof(ManualModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton<IModelPart, ManualModel>();
        services.AddRecord(ManualPointType.Create()).AddRecord(ManualPlanType.Create()).AddRecord(LaboratoryType.Create()).AddRecord(ManualReportType.Create()).AddRecord(ManualSampleType.Create()).AddRecord(ManualOperationType.Create())
            .AddRecord(FugitiveSourceType.Create()).AddRecord(FugitiveInspectionType.Create()).AddRecord(FenceActionType.Create()).AddRecord(FenceCauseType.Create());
        services.AddSingleton<IRecordCheck, ReportCheck>().AddSingleton<IRecordCheck, ResultCheck>().AddSingleton<IRecordCheck, InspectionCheck>().AddSingleton<IRecordCheck, CauseCheck>();
        services.AddFlow(_ => ReportFlow.Life);
        foreach (var subscription in ReportFlow.Subscriptions)
            services.AddSingleton(subscription);
        services.AddSingleton<ManualReader>().AddSingleton<ReportDesk>().AddSingleton<LaboratoryReader>().AddSingleton<FenceReader>().AddSingleton<FenceWinds>().AddSingleton<PeakReader>().AddSingleton<DifferenceReader>().AddSingleton<EvidenceReader>().AddSingleton<EvidenceDesk>().AddSingleton<CoverageReader>().AddSingleton<SourceReader>().AddSingleton<ComparisonReader>();
        services.AddSingleton<IPollutantTraces, ManualTraces>();
        services.AddSingleton<IManualMonitoring, ManualMonitoring>();
        services.AddAlarmType(ManualAlarms.All);
        services.AddAlarmType(FugitiveFindings.Kinds);
        services.AddAlarmType(PeakAlarms.Peak);
        services.AddAlarmType(CauseFindings.Kinds);
        services.AddJob<ManualWatch>();
        services.AddJob<FugitiveWatch>();
        services.AddJob<FenceWatch>();
        services.AddJob<CauseWatch>();
        FenceLayer.Add(services);
        services.AddSingleton(new MenuEntry(Chapter.Title, "手工监测", "/manual", Icons.Material.Outlined.Science, ManualPermissions.View, 11, Chapter.Manual));
        services.AddSingleton(new TodoLink("无组织源逾期未检", "/manual/sources?f.standing=" + Uri.EscapeDataString(SourceRow.Late), "records.fugitive-inspections.edit", async (provider, token) => Actor.Current.EnterpriseId is null ? 0 : (await provider.GetRequiredService<SourceReader>().Read(null, token)).LongCount(row => row.Standing == SourceRow.Late)));
        services.AddSingleton(new TodoLink("厂界溯源单待答复", $"/records/{FenceCauseType.Name}?f.state=" + Uri.EscapeDataString(FenceCauseType.Open), $"records.{FenceCauseType.Name}.edit", async (provider, token) =>
        {
            if (Actor.Current.EnterpriseId is null)
                return 0;
            await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
            return await db.Set<FenceCause>().LongCountAsync(one => one.State == FenceCauseType.Open, token).ConfigureAwait(false);
        }));
        services.AddSingleton(new MenuEntry(Chapter.Title, "无组织监测", "/manual/results?of=fugitive", Icons.Material.Outlined.Air, ManualPermissions.View, 18, Chapter.Fugitive));
        ManualReports.Add(services);
        ManualEvidence.Add(services);
        services.AddDemo<DemoManual>(host);
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => ManualEndpoints.Map(app);
}

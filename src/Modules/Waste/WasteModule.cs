using System.Reflection;
using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Waste.Balances;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Modules.Waste.Reporting;
using EcoPark.Modules.Waste.Watch;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Waste;

/// <summary>固体废物管理, clause 7.4.6.</summary>
public sealed class WasteModule : IModule
{
    public string Name => "Waste";

    public IReadOnlyList<Permission> Permissions => WastePermissions.All;

    public Assembly Pages => typeof(WasteModule).Assembly;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        services.AddSingleton(host.Settings<WasteSettings>("EcoPark:Waste"));
        services.AddSingleton(_ => WasteDictionary.Create());
        services.AddSingleton<IModelPart, WasteModel>();
        services.AddRecord(WasteKindType.Create()).AddRecord(WasteStoreType.Create()).AddRecord(WasteDisposerType.Create()).AddRecord(WasteEntryType.Create()).AddRecord(WasteManifestType.Create())
            .AddRecord(WasteDeclarationType.Create()).AddRecord(WastePlanType.Create()).AddRecord(WasteDriverType.Create());
        services.AddSingleton<IRecordCheck, LedgerCheck>().AddSingleton<IRecordCheck, ManifestCheck>().AddSingleton<IRecordCheck, PlanCheck>();
        services.AddSingleton<WasteReader>().AddSingleton<DeclarationReader>().AddSingleton<BalanceReader>().AddSingleton<BatchCodes>().AddSingleton<NextEntry>();
        services.AddSingleton<IPollutantTraces, WasteTraces>();
        services.AddAlarmType(WasteAlarms.All);
        services.AddJob<WasteWatch>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "固废管理", "/waste", Icons.Material.Outlined.Recycling, WastePermissions.View, 30, Chapter.Section));
        services.AddSingleton(new MenuEntry(Chapter.Title, "固废代码", "/waste/catalogue", Icons.Material.Outlined.MenuBook, WastePermissions.View, 36, Chapter.Section));
        services.AddSingleton(new TodoLink("危废申报待登记", "/waste/declarations?f.state=" + Uri.EscapeDataString(DeclarationRow.Overdue), "records.waste-declarations.edit", async (provider, token) =>
            Actor.Current.EnterpriseId is null ? 0 : (await provider.GetRequiredService<DeclarationReader>().Read(null, token)).LongCount(row => row.State == DeclarationRow.Overdue)));
        DeclarationReport.Add(services);
        PlanReport.Add(services);
        WasteEvidence.Add(services);
        services.AddDemo<DemoWaste>(host);
    }

    public void MapEndpoints(IEndpointRouteBuilder app) => WasteEndpoints.Map(app);
}

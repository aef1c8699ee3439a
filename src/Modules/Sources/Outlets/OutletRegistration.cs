using EcoPark.Forecasting;
using EcoPark.Modules.Sources.Outlets.Days;
using EcoPark.Modules.Sources.Outlets.Emissions;
using EcoPark.Modules.Sources.Outlets.Filing;
using EcoPark.Modules.Sources.Outlets.Forecasts;
using EcoPark.Modules.Sources.Outlets.Hours;
using EcoPark.Modules.Sources.Outlets.Pages;
using EcoPark.Modules.Sources.Outlets.Periods;
using EcoPark.Modules.Sources.Outlets.Quotas;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Watch;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Sources.Outlets;

/// <summary>污染源自动监测, clause 7.4.1: outlets with their data, validity, correction, emissions, quotas and checks.</summary>
internal static class OutletRegistration
{
    public static void AddOutlets(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OutletDayModel>().AddSingleton<IModelPart, ValveOrderModel>();
        services.AddSingleton<IInstrumentFilings, InstrumentFilings>();
        services.AddRecord(OutletFilingType.Create());
        services.AddRecord(OutletInstrumentType.Create());
        services.AddRecord(InstrumentCheckType.Create());
        services.AddRecord(OutletManualResultType.Create());
        services.AddRecord(DischargeQuotaType.Create(new QuotaUse()));
        services.AddSingleton<OutletBook>().AddSingleton<HourReader>().AddSingleton<ControlReader>().AddSingleton<OutletDayTable>().AddSingleton<OutletDays>();
        services.AddSingleton<OutletPeriodReader>().AddSingleton<EmissionReader>().AddSingleton<TransmissionReader>().AddSingleton<OutletLive>();
        services.AddSingleton<QuotaReader>().AddSingleton<QuotaWatch>().AddSingleton<ValveDesk>();
        services.AddSingleton<OutletForecasts>().AddSingleton<IForecastSubjects>(provider => provider.GetRequiredService<OutletForecasts>());
        services.AddHostedService<OutletDayJob>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "排口监控", "/sources/outlets", Icons.Material.Outlined.Factory, Permissions.ViewOutlets, 1, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "本企业排口", "/sources/mine", Icons.Material.Outlined.HomeWork, Permissions.ViewOutlets, 2, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "排放量与许可量", "/sources/emissions", Icons.Material.Outlined.StackedBarChart, Permissions.ViewOutlets, 3, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "传输有效率", "/sources/transmission", Icons.Material.Outlined.NetworkCheck, Permissions.ViewOutlets, 4, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "刷卡排污", "/sources/quotas", Icons.Material.Outlined.CreditCard, Permissions.ViewOutlets, 4, "7.4.1"));
        services.AddSingleton(new EnterpriseTab("outlets", "排口与排放量", Permissions.ViewOutlets, typeof(EnterpriseOutlets)));
        OutletEvidence.Add(services);
    }
}

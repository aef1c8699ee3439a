using EcoPark.Contracts;
using EcoPark.Forecasting;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Forecasts;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Pages;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace EcoPark.Modules.Outlets;

/// <summary>污染源自动监测, clause 7.4.1: outlets with their data, validity, correction, emissions, quotas and checks.</summary>
internal static class OutletRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OutletDayModel>().AddSingleton<IModelPart, DueDayModel>().AddSingleton<IModelPart, ValveOrderModel>();
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
        services.AddSingleton<DueDays>().AddSingleton<OutletDayChanges>().AddSingleton<IPeriodListener, LateDays>();
        services.AddJob<OutletDayJob>();
        services.AddSingleton(new MenuEntry(Chapter.Title, "排口监控", "/outlets", Icons.Material.Outlined.Factory, Permissions.ViewOutlets, 1, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "本企业排口", "/outlets/mine", Icons.Material.Outlined.HomeWork, Permissions.ViewOutlets, 2, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "排放量与许可量", "/outlets/emissions", Icons.Material.Outlined.StackedBarChart, Permissions.ViewOutlets, 3, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "传输有效率", "/outlets/transmission", Icons.Material.Outlined.NetworkCheck, Permissions.ViewOutlets, 4, "7.4.1"));
        services.AddSingleton(new MenuEntry(Chapter.Title, "刷卡排污", "/outlets/quotas", Icons.Material.Outlined.CreditCard, Permissions.ViewOutlets, 4, "7.4.1"));
        services.AddSingleton(new EnterpriseTab("outlets", "排口与排放量", Permissions.ViewOutlets, typeof(EnterpriseOutlets)));
        OutletEvidence.Add(services);
    }
}

using EcoPark.Alarms;
using EcoPark.Forecasting;
using EcoPark.Modules.Archives;
using EcoPark.Modules.Ldar;
using EcoPark.Modules.Manual;
using EcoPark.Modules.Monitoring;
using EcoPark.Modules.OneMap;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Pollutants;
using EcoPark.Modules.Quality;
using EcoPark.Modules.Waste;
using EcoPark.Platform;
using EcoPark.Platform.Modules;
using EcoPark.Reports;
using EcoPark.Telemetry;
using EcoPark.Web;

namespace EcoPark.Server;

/// <summary>What the product is made of: kits first, then the modules.</summary>
public static class ParkModules
{
    public static readonly IReadOnlyList<IModule> All =
    [
        new PlatformModule(), new WebModule(), new AlarmsModule(), new TelemetryModule(), new ForecastingModule(), new ReportsModule(),
        new MonitoringModule(), new ArchivesModule(), new QualityModule(), new OutletsModule(), new ManualModule(), new LdarModule(), new PollutantsModule(), new WasteModule(), new OneMapModule(),
    ];
}

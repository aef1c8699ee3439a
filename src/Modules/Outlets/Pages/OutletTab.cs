using EcoPark.Modules.Outlets.Pages.Tabs;

namespace EcoPark.Modules.Outlets.Pages;

/// <summary>What a tab of an outlet's page is to show; all of it stands in the address.</summary>
/// <param name="First">First day of the park's zone.</param>
/// <param name="Last">Last day.</param>
/// <param name="Factor">The chosen factor; null for the first.</param>
public sealed record OutletView(Outlet Outlet, DateOnly First, DateOnly Last, string? Factor);

/// <summary>A tab of an outlet's page.</summary>
/// <param name="UsualRange">Range before anybody chooses; empty where there is none to choose.</param>
internal sealed record OutletTab(string Key, string Title, Type Component, string UsualRange = "")
{
    /// <summary>Days that one page shows at most.</summary>
    public const int MostDays = 366;

    public static readonly IReadOnlyList<OutletTab> All =
    [
        new("live", "实时", typeof(LiveTab)),
        new("curve", "曲线", typeof(CurveTab), "7d"),
        new("forecast", "预报", typeof(ForecastTab)),
        new("hours", "小时数据与折算", typeof(HoursTab), "today"),
        new("emissions", "排放量", typeof(EmissionsTab), "year"),
        new("transmission", "传输有效率", typeof(TransmissionTab), "month"),
        new("exceedances", "超标与标记", typeof(ExceedancesTab), "month"),
        new("quota", "配额与阀门", typeof(QuotaTab)),
        new("filing", "备案与仪器", typeof(FilingTab)),
        new("checks", "核查", typeof(ChecksTab)),
    ];
}

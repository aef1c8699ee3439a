using EcoPark.Alarms;
using EcoPark.Modules.Monitoring.Live;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Time;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Web.Home;
using EcoPark.Web.Records;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Monitoring.Home;

/// <summary>What the overview says of loggers and of what was found in their data.</summary>
internal static class MonitoringTiles
{
    /// <summary>Of <c>f.state</c> on the page of devices.</summary>
    public const string OffLine = "offline";

    private const int MostLines = 6;
    private const int Hours = HourCurves.Hours;
    private const string Unregistered = "待登记的数采仪";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new HomeTile("离线数采仪", $"/monitor/devices?f.state={OffLine}", TelemetryPermissions.ViewMonitoring, Silent) { Desks = [Desk.Duty, Desk.Field], Order = 120 });
        services.AddSingleton(new HomeTile(Unregistered, "/monitor/devices", TelemetryPermissions.ViewMonitoring, async (provider, token) => TileValue.Of(await Unknown(provider, token).ConfigureAwait(false), "台") with { Count = null }) { Order = 160 });
        services.AddSingleton(new HomeTile("近 24 小时的报警", $"/alarms?f.state=all&f.hours={Hours}", AlarmPermissions.View, Newest) { Desks = [Desk.Duty], Order = 520, IsList = true, StaysOnWall = true });
        services.AddSingleton(new TodoLink(Unregistered, "/monitor/devices", TelemetryPermissions.EditDevices, async (provider, token) => await Unknown(provider, token).ConfigureAwait(false)));
    }

    /// <summary>Registered and in use, but not connected.</summary>
    public static bool IsSilent(Device device, ILiveFeed feed) => device.IsEnabled && feed.State(device.Mn) is not { IsOnline: true };

    /// <summary>Loggers that report without being registered.</summary>
    public static async Task<IReadOnlyList<WaitingTelegrams>> Unknown(ITelegramLog log, IDeviceRegistry registry, CancellationToken cancellationToken) =>
        [.. (await log.Waiting(TelegramVerdict.Quarantined, cancellationToken).ConfigureAwait(false)).Where(device => !registry.Current.DeviceByMn.ContainsKey(device.Mn))];

    private static async Task<int> Unknown(IServiceProvider provider, CancellationToken cancellationToken) =>
        (await Unknown(provider.GetRequiredService<ITelegramLog>(), provider.GetRequiredService<IDeviceRegistry>(), cancellationToken).ConfigureAwait(false)).Count;

    private static Task<TileValue> Silent(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var (devices, feed) = (provider.GetRequiredService<IDeviceRegistry>().Current.Devices, provider.GetRequiredService<ILiveFeed>());
        return Task.FromResult(TileValue.Of(devices.Count(device => IsSilent(device, feed)), "台") with { Note = devices.Count == 0 ? "还没有登记数采仪" : $"共 {devices.Count} 台" });
    }

    /// <summary>The newest alarms, each with the curve of what it was found in; all curves in one query.</summary>
    private static async Task<TileValue> Newest(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var now = provider.GetRequiredService<TimeProvider>().UtcNow();
        var page = await provider.GetRequiredService<AlarmReader>().Search(new AlarmFilter { From = now.AddHours(-Hours) }, "firstAt", isDescending: true, 0, MostLines, cancellationToken).ConfigureAwait(false);
        var curves = await provider.GetRequiredService<HourCurves>().Read([.. page.Items.Select(alarm => alarm.ChannelId).OfType<int>().Distinct()], now, cancellationToken).ConfigureAwait(false);
        return TileValue.Of(page.Total, "条", isBad: false) with
        {
            Lines =
            [
                .. page.Items.Select(alarm => new TileLine(alarm.Title, ParkTime.FromUtc(alarm.FirstAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), $"/alarms/{alarm.Id}")
                {
                    Level = (int)alarm.Level,
                    Note = string.Join(" · ", new[] { alarm.Enterprise.Length > 0 ? alarm.Enterprise : "园区", AlarmWords.Of(alarm.State), alarm.IsLasting ? "仍在报警" : "已恢复" }),
                    Curve = alarm.ChannelId is { } channel ? curves.GetValueOrDefault(channel, []) : [],
                    Limit = alarm.Limit,
                }),
            ],
            Note = page.Total > MostLines ? $"最新的 {MostLines} 条；曲线为小时均值" : page.Total == 0 ? "没有新报警" : "曲线为小时均值",
        };
    }
}

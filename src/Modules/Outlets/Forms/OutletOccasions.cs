using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>On which reports of outlets are made at once: an exceedance alarm of the outlet, or its data logger without a connection.</summary>
internal static class OutletOccasions
{
    public static void Add(IServiceCollection services)
    {
        Add(services, ReportOccasion.OnExceedance, AlarmCategory.Exceedance);
        Add(services, ReportOccasion.OnOffline, AlarmCategory.Offline);
    }

    private static void Add(IServiceCollection services, string every, AlarmCategory category) => services.AddSingleton(new ReportOccasion(every, async (provider, from, to, token) =>
    {
        var raises = await provider.GetRequiredService<AlarmReader>().Raises(category, from, to, token).ConfigureAwait(false);
        if (raises.Count == 0)
            return [];
        var outlets = await provider.GetRequiredService<OutletBook>().All(token).ConfigureAwait(false);
        return [.. raises.SelectMany(raise => outlets.Where(outlet => IsAt(outlet, raise)).Select(outlet => Of(raise, outlet))).Distinct()];
    }));

    /// <summary>A logger is about all outlets that it sends of.</summary>
    private static bool IsAt(Outlet outlet, AlarmRaise raise) =>
        raise.PointId is { } point ? outlet.Id.Value == point : raise.DeviceId is { } device && outlet.Channels.Any(channel => channel.DeviceId == device);

    private static Happening Of(AlarmRaise raise, Outlet outlet)
    {
        var day = DateOnly.FromDateTime(ParkTime.FromUtc(raise.BeganAt));
        return new Happening(day, outlet.Id.Value, outlet.OwnerOn(day));
    }
}

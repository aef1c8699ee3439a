using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Devices;

/// <summary>初始化: what the centre sets of a logger when it first calls, and when it comes back after long (HJ 212-2017 6.7).</summary>
internal static class FirstContact
{
    /// <summary>A device that was away for longer may have been set otherwise, or exchanged.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromDays(1);

    /// <summary>The device gets time to say what it has to say.</summary>
    public static readonly TimeSpan AfterConnect = TimeSpan.FromSeconds(3);

    /// <summary>A device that did not answer is left alone for this time, however often it connects.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Who asks for the commands.</summary>
    public const string Asker = "平台（初始化）";

    /// <param name="device">Registration.</param>
    /// <param name="lastTelegramAt">UTC, before this connection; <see langword="null"/> where there was none.</param>
    /// <param name="now">UTC.</param>
    public static bool IsDue(Device device, DateTime? lastTelegramAt, DateTime now) =>
        device.SetsUp && (device.SetUpAt is not { } done || (lastTelegramAt is { } last && last > done && now - last > Long));

    /// <summary>The six settings of 6.7 in its order, as the registration has them.</summary>
    public static IEnumerable<Request> Requests(Device device, TimeProvider clock)
    {
        yield return Request.SetDeviceTime(clock.ParkNow());
        yield return Request.SetTimeoutAndRetries(device.TimeoutSeconds, device.Retries);
        yield return Request.SetRealTimeInterval(device.RealTimeIntervalSeconds);
        yield return Request.SetMinuteInterval(device.MinuteInterval);
        yield return device.SendsRealTime ? Request.StartRealTimeData() : Request.StopRealTimeData();
        yield return device.SendsFacilityState ? Request.StartFacilityState() : Request.StopFacilityState();
    }

    /// <summary>Sends one after another; each is in the record of commands.</summary>
    /// <returns>Whether the device answered all of them; it may refuse what it does not know.</returns>
    public static async Task<bool> Run(Device device, ICommandCenter commands, TimeProvider clock)
    {
        foreach (var request in Requests(device, clock))
        {
            var sent = await commands.SendAndWait(device.Mn, request, Asker, CancellationToken.None);
            if (sent.Value?.State is not (CommandState.Succeeded or CommandState.Refused))
                return false; // Gone, or deaf: the rest would only take time.
        }

        return true;
    }
}

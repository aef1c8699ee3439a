using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Hands logged telegrams to their twins and does not give up: a twin that cannot be reached or a store that is away is waited for.</summary>
internal sealed partial class TelegramDispatcher(IGrainFactory grains, TimeProvider clock, ILogger<TelegramDispatcher> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Ends when the readings of the telegrams are durable.</summary>
    public async Task Deliver(string mn, LoggedTelegram[] telegrams, LinkInfo? link, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await grains.GetGrain<IDeviceGrain>(mn).Receive(telegrams, link).ConfigureAwait(false);
                return;
            }
#pragma warning disable CA1031 // Whatever failed on the way, the telegrams are acknowledged and must arrive.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogRetry(logger, mn, wait, exception);
                await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: delivery failed, next try in {Wait}.")]
    private static partial void LogRetry(ILogger logger, string mn, TimeSpan wait, Exception exception);
}

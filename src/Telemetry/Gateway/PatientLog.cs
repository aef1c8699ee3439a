using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>
/// A log that cannot write (database away, disk full) is waited for, and nothing is answered meanwhile. As nothing is read either, the device slows down
/// and sends again by its own rules; also one that wants no answer loses nothing as long as it stays connected.
/// </summary>
internal static class PatientLog
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    /// <summary>Id of the first entry, once they are on disk.</summary>
    /// <param name="services">Log, clock, counters.</param>
    /// <param name="entries">What has arrived.</param>
    /// <param name="gone">The peer has closed: who has gone is not waited with.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public static async Task<long> Append(GatewayServices services, List<LogEntry> entries, CancellationToken gone, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                var firstId = await services.Log.Append(entries, cancellationToken).ConfigureAwait(false);
                services.Counters.Taken(services.Clock.UtcNow());
                return firstId;
            }
            catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
            {
                if (services.Counters.NotTaken(services.Clock.UtcNow(), exception))
                    GatewayHandler.LogNotTaken(services.Logger, exception);
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, gone);
                await Task.Delay(wait, services.Clock, waiting.Token).ConfigureAwait(false);
            }
        }
    }
}

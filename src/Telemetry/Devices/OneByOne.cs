using System.Data.Common;
using System.Threading.Channels;
using EcoPark.Platform.Data;

namespace EcoPark.Telemetry.Devices;

/// <summary>
/// Keeps what one item holds from touching the others: a batch that fails for a reason that lies in its content is taken item by item, and an item
/// that fails again and again is set aside. A database that is away, a node that is gone or a host that stops is no such reason.
/// </summary>
internal static class OneByOne
{
    /// <summary>Two writers may have met by chance: an item is tried this often.</summary>
    public const int Tries = 3;

    public static async Task Take<TItem>(TItem[] batch, Func<TItem[], Task> take, Func<TItem, Exception, Task> setAside)
    {
        try
        {
            await take(batch);
        }
        catch (Exception exception) when (LiesInContent(exception))
        {
            foreach (var item in batch)
                await TakeAlone(item, take, setAside);
        }
    }

    /// <summary>Whether trying again later cannot help.</summary>
    public static bool LiesInContent(Exception exception) => !DatabaseTrouble.IsOne(exception) && !IsOfTheMoment(exception);

    private static async Task TakeAlone<TItem>(TItem item, Func<TItem[], Task> take, Func<TItem, Exception, Task> setAside)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await take([item]);
                return;
            }
            catch (Exception exception) when (LiesInContent(exception))
            {
                if (attempt < Tries)
                    continue;
                await setAside(item, exception);
                return;
            }
        }
    }

    private static bool IsOfTheMoment(Exception? exception) =>
        exception is OrleansException or TimeoutException or OperationCanceledException or ChannelClosedException or ObjectDisposedException or DbException { IsTransient: true }
        || (exception?.InnerException is { } inner && IsOfTheMoment(inner));
}

using System.Collections.Concurrent;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outages;

/// <summary>500 telegrams a second from eight loggers, and what of them was acknowledged.</summary>
internal sealed class OutageLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly LoadGenerator _load;
    private readonly Task<LoadReport> _running;

    private OutageLoad(TestServer server, IReadOnlyList<string> mns)
    {
        _load = new LoadGenerator(mns, "123456") { PerSecond = 500, Start = Park.Now, Acknowledged = (mn, qn) => Acknowledged.Enqueue((mn, qn)), EndSending = _end.Token };
        _running = _load.Run(server.Gateway, TimeSpan.FromHours(1), _abort.Token);
    }

    public ConcurrentQueue<(string Mn, string Qn)> Acknowledged { get; } = new();

    public long SoFar => _load.AcknowledgedSoFar;

    public static async Task<OutageLoad> Begin(TestServer server)
    {
        var mns = Enumerable.Range(0, 8).Select(_ => Api.NewMn()).ToList();
        foreach (var mn in mns)
            await server.Register(mn);
        var load = new OutageLoad(server, mns);
        await load.Goes();
        return load;
    }

    /// <summary>Ends when a few hundred more have been acknowledged.</summary>
    public async Task Goes(TimeSpan? within = null)
    {
        var before = SoFar;
        await Api.Until(() => Task.FromResult(SoFar), now => now > before + 300, within ?? TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends when nothing has been acknowledged for a second: whatever was under way is answered.</summary>
    public async Task Stands()
    {
        var (last, since) = (SoFar, DateTime.UtcNow);
        await Api.Until(
            () =>
            {
                if (SoFar != last)
                    (last, since) = (SoFar, DateTime.UtcNow);
                return Task.FromResult(DateTime.UtcNow - since);
            },
            still => still > TimeSpan.FromSeconds(1));
    }

    /// <summary>Ends the load; all that was acknowledged is in the log and the store, once.</summary>
    public async Task ShouldBeThereOnce(string folder, string? postgres)
    {
        await Stop();
        await TelegramAudit.ShouldHoldOnce(Acknowledged, LoadGenerator.FactorCodes.Count, folder, postgres);
    }

    /// <summary>No more; what is under way is still answered.</summary>
    private async Task Stop()
    {
        await _end.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Also after a failure, when nobody answers any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _abort.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // It was waiting for answers.
        }

        _end.Dispose();
        _abort.Dispose();
    }
}

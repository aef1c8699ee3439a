using System.Data.Common;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Relay;

/// <summary>What all relays of a node work with.</summary>
internal sealed record RelayServices(ITelegramLog Log, IDeviceRegistry Registry, IDeviceKeys Keys, RelayReach Reach, TimeProvider Clock, ILogger<RelaySender> Logger);

/// <summary>Serves one platform: connects, sends what is due one after another, waits for each answer, and begins again when the line breaks.</summary>
internal sealed partial class RelaySender(UpperPlatform platform, RelayServices services, RelayLedger ledger, RelayJournal journal)
{
    /// <summary>Telegrams sent at once where no answer is asked for.</summary>
    private const int Unanswered = 100;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HeartbeatAfter = TimeSpan.FromMinutes(1);

    private readonly UpperRequests _requests = new(platform, services.Registry, journal, services.Clock);
    private TimeSpan _wait = FirstWait;
    private string _trouble = "";
    private bool _isSilent;

    /// <summary>Runs until it is cancelled or another node has taken the platform.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        while (true)
        {
            var begun = services.Clock.UtcNow();
            try
            {
                await journal.LinkIs(RelayLink.Connecting, null, cancellationToken).ConfigureAwait(false);
                await using var link = await UpperLink.Open(platform, services.Reach, _requests.Answer, WronglyAnswered, cancellationToken).ConfigureAwait(false);
                await Connected(cancellationToken).ConfigureAwait(false);
                await Serve(link, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                await Broken(exception.Message, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception)
            {
                LogDatabase(services.Logger, platform.Name, exception); // Nothing was settled; the next round begins where the cursor is.
            }

            if (services.Clock.UtcNow() - begun > LongestWait && !_isSilent)
                _wait = FirstWait; // It was there for a good while, only idle.
            await Task.Delay(_wait, services.Clock, cancellationToken).ConfigureAwait(false);
            _wait = _wait * 2 < LongestWait ? _wait * 2 : LongestWait;
        }
    }

    private async Task Serve(UpperLink link, CancellationToken cancellationToken)
    {
        var queue = new RelayQueue(platform, services.Log, ledger, services.Registry, services.Clock);
        var spokenAt = services.Clock.UtcNow();
        while (true)
        {
            if (link.Closed.IsCompleted)
                throw new IOException("上级平台关闭了连接。");
            var due = await queue.Next(platform.WantsAnswer ? 1 : Unanswered, cancellationToken).ConfigureAwait(false);
            if (due.Count > 0)
            {
                await Deliver(link, queue, due, cancellationToken).ConfigureAwait(false);
                spokenAt = services.Clock.UtcNow();
                continue;
            }

            if (platform.Version == ProtocolVersion.V2025 && services.Clock.UtcNow() - spokenAt > HeartbeatAfter)
            {
                await Heartbeat(link, cancellationToken).ConfigureAwait(false);
                spokenAt = services.Clock.UtcNow();
            }

            await Task.WhenAny(link.Closed, Task.Delay(Poll, services.Clock, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task Deliver(UpperLink link, RelayQueue queue, IReadOnlyList<RelayItem> due, CancellationToken cancellationToken)
    {
        var frames = new List<RelayFrame>();
        foreach (var item in due)
            frames.AddRange(await Write(item, cancellationToken).ConfigureAwait(false));
        if (platform.WantsAnswer)
        {
            foreach (var frame in frames)
            {
                if (await Ask(link, frame, cancellationToken).ConfigureAwait(false) is not { Refusal: { } refusal })
                    continue;
                await Progress(cancellationToken).ConfigureAwait(false);
                await queue.Refused(due[0], refusal, cancellationToken).ConfigureAwait(false);
                await journal.Tell(RelayEventKind.Refused, frame.Mn, refusal, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
        else
        {
            await link.Send(frames.Select(frame => frame.Bytes), Patience, cancellationToken).ConfigureAwait(false);
        }

        await queue.Sent(due, cancellationToken).ConfigureAwait(false);
        journal.Sent(due.Count);
        await Progress(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>HJ 212-2017 6.2.1: repeats after the time-out; unanswered after the last repeat, the communication ends.</summary>
    private async Task<UpperAnswer> Ask(UpperLink link, RelayFrame frame, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt <= platform.Retries; attempt++)
        {
            if (await link.Ask(frame, Patience, services.Clock, cancellationToken).ConfigureAwait(false) is { } answer)
                return answer;
        }

        _isSilent = true;
        throw new IOException($"上级平台在 {platform.TimeoutSeconds} 秒内没有应答，共发送 {platform.Retries + 1} 次（MN={frame.Mn}，QN={frame.Qn}）。");
    }

    private TimeSpan Patience => TimeSpan.FromSeconds(platform.TimeoutSeconds);

    /// <summary>A platform that left a telegram unanswered is well again only when it answers, not when it can be reached.</summary>
    private async Task Connected(CancellationToken cancellationToken)
    {
        await journal.LinkIs(RelayLink.Connected, _isSilent ? null : "", cancellationToken).ConfigureAwait(false);
        if (_isSilent)
            return;
        _trouble = "";
        await journal.Tell(RelayEventKind.Connected, "", $"已连接 {platform.Host}:{platform.Port}。", cancellationToken).ConfigureAwait(false);
    }

    private async Task Progress(CancellationToken cancellationToken)
    {
        _wait = FirstWait;
        if (!_isSilent)
            return;
        _isSilent = false;
        await Connected(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RelayFrame>> Write(RelayItem item, CancellationToken cancellationToken)
    {
        if (!services.Registry.Current.DeviceById.TryGetValue(item.Device.DeviceId, out var device))
            return []; // Deleted a moment ago.
        if (new LoggedTelegram(item.Entry).Parse(services.Keys) is { } telegram)
            return RelayWriter.Write(platform, item, telegram, device, services.Clock.UtcNow());

        await journal.Tell(RelayEventKind.Skipped, item.Entry.Mn, $"报文 {item.Entry.Id} 不能再读出（SM4 密钥已更换），没有转发。", cancellationToken).ConfigureAwait(false);
        return [];
    }

    /// <summary>9015, HJ 212-2025 C.54, of the first device.</summary>
    private async Task Heartbeat(UpperLink link, CancellationToken cancellationToken)
    {
        var relayed = platform.Devices.FirstOrDefault(one => services.Registry.Current.DeviceById.ContainsKey(one.DeviceId));
        if (relayed is null)
            return;
        var address = RelayWriter.AddressOf(platform, relayed, services.Registry.Current.DeviceById[relayed.DeviceId]) with { SystemCode = TelegramWriter.Interaction };
        await link.Send([TelegramWriter.Write(address, services.Clock.ParkNow(), CommandCode.Heartbeat, "", wantsAnswer: true)], Patience, cancellationToken).ConfigureAwait(false);
    }

    private async Task Broken(string reason, CancellationToken cancellationToken)
    {
        LogBroken(services.Logger, platform.Name, _wait, reason);
        await journal.LinkIs(RelayLink.Waiting, reason, cancellationToken).ConfigureAwait(false);
        if (reason == _trouble)
            return;
        _trouble = reason;
        await journal.Tell(RelayEventKind.Disconnected, "", reason, cancellationToken).ConfigureAwait(false);
    }

    private Task WronglyAnswered(string mn, string what) => journal.Tell(RelayEventKind.WrongAnswer, mn, what, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Information, Message = "Upper platform {Name}: {Reason} Next attempt in {Wait}.")]
    private static partial void LogBroken(ILogger logger, string name, TimeSpan wait, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Upper platform {Name}: the database did not serve the relay.")]
    private static partial void LogDatabase(ILogger logger, string name, Exception exception);
}

using System.Globalization;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Gaps;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace EcoPark.Telemetry.Devices;

/// <summary>The twin of one data logger.</summary>
/// <remarks>Reentrant: while one batch is being written the next may be read, and answers reach a command that waits for them.</remarks>
[Reentrant, PreferLocalPlacement, GrainType("device")]
internal sealed partial class DeviceGrain(
    IDeviceRegistry registry, IDeviceKeys keys, ReadingWriter writer, LiveFeed feed, CommandJournal journal, GapFiller gaps,
    ITelegramLog log, WatchServices watching, InstrumentTaker instruments, GatewayCounters counters, TimeProvider clock, ILogger<DeviceGrain> logger) : Grain, IDeviceGrain
{
    /// <summary>A device that invents codes must not fill the registry, nor take the room of the standard's factors.</summary>
    private const int MaxChannels = 500;

    private const int MaxUnknownFactors = 200;

    /// <summary>More parts than can wait at once.</summary>
    private const int MaxRecalled = 2_000;

    private readonly RecentTelegrams _recent = new();
    private readonly Reassembly _parts = new();
    private readonly CommandsInFlight _commands = new();
    private readonly TelegramNotes _notes = new();
    private readonly Dictionary<string, string> _refusedCodes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _taking = new(1);
    private readonly SemaphoreSlim _telling = new(1);
    private Task _written = Task.CompletedTask;
    private DateTime _remembersSince = clock.UtcNow();
    private ChannelMap? _channels;
    private LinkInfo? _link;
    private IGrainTimer? _gapTimer;
    private IGrainTimer? _careTimer;
    private bool _isFillingGaps;
    private DeviceWatch? _watch;

    private string Mn => this.GetPrimaryKeyString();

    private DeviceCare Caring => field ??= new DeviceCare(Mn, registry, gaps.Commands, clock);

    public async Task Receive(LoggedTelegram[] telegrams, LinkInfo? link)
    {
        if (await FindDevice() is not { } device)
            return; // Removed while the telegrams were on their way: they stay in the log.
        // Whoever knows an MN may send answers with any password; only who knows the password is the device.
        if (link is not null && telegrams.Any(logged => logged.Parse(keys) is { } telegram && TelegramJudge.HasPassword(telegram, device.Password)))
            Attach(link, device);

        await OneByOne.Take(telegrams, batch => Process(batch, device, link), SetAside);
        if (link is not null && link.Id == _link?.Id)
            feed.Publish(State(isOnline: true));
    }

    private async Task Process(LoggedTelegram[] telegrams, Device device, LinkInfo? link)
    {
        try
        {
            var (taken, readings, told, written) = await Take(telegrams, device);
            await written;
            feed.Publish(readings, clock.UtcNow());
            await WatchOf(device).Look(readings);
            await Tell(device, told);
            await _notes.Write(log);
            // Only now, so that a command that fetched history ends when the history can be read.
            foreach (var telegram in taken)
                await FollowConversation(telegram, device, isHere: link is not null && link.Id == _link?.Id);
        }
        catch
        {
            // The caller will bring them again, and they must not pass for repeats.
            _recent.Clear();
            _parts.Clear();
            _notes.Clear();
            _remembersSince = clock.UtcNow();
            throw;
        }
    }

    /// <summary>It stays in the log with the reason; neither its neighbours nor the checkpoint wait for it.</summary>
    private async Task SetAside(LoggedTelegram logged, Exception exception)
    {
        LogSetAside(logger, Mn, logged.Id, exception);
        var reason = StorableText.Of($"处理未成功，已搁置（{exception.GetBaseException().Message}", 300) + "）。不影响其他报文；查明原因后可重放。";
        await log.SetVerdict([logged.Id], TelegramVerdict.SetAside, reason, CancellationToken.None);
        counters.SetAside();
    }

    public async Task Look(Reading[] readings)
    {
        if (await FindDevice() is { } device)
            await WatchOf(device).Look(readings);
    }

    public async Task Check(DateOnly[] days)
    {
        if (await FindDevice() is { } device)
            await WatchOf(device).Check(days);
    }

    public Task Detach(Guid linkId)
    {
        if (_link?.Id != linkId)
            return Task.CompletedTask;

        feed.Publish(State(isOnline: false));
        _link = null;
        _gapTimer?.Dispose();
        _careTimer?.Dispose();
        _gapTimer = _careTimer = null;
        return Task.CompletedTask;
    }

    public async Task Execute(long commandId, CommandCode command, string dataArea)
    {
        var record = await journal.Find(commandId, CancellationToken.None);
        if (record is null)
            return;
        if (_link is null || !registry.Current.DeviceByMn.TryGetValue(Mn, out var device))
        {
            await journal.Ended(commandId, CommandState.NotConnected, "设备未连接，命令没有发出。设备上线后请重新下发。");
            return;
        }

        var request = new Request(command, dataArea);
        var exchange = _commands.Begin(record.Qn, command, command == CommandCode.SetPassword ? DeviceSettings.After(device, request)?.Password : null);
        try
        {
            var frame = OutgoingFrames.Write(device, record.Qn, request);
            await new CommandExchange(journal, clock).Run(
                record, request.IsNotice, exchange, device, () => _link?.Link.Send(Mn, command, record.Qn, frame) ?? Task.CompletedTask, () => FollowUp(request));
        }
        finally
        {
            _commands.End(record.Qn);
        }
    }

    public async Task FillGaps()
    {
        if (_isFillingGaps || _link is null || !registry.Current.DeviceByMn.TryGetValue(Mn, out var device) || !device.FillsGaps)
            return;

        _isFillingGaps = true;
        try
        {
            await gaps.Fill(device);
        }
        finally
        {
            _isFillingGaps = false;
        }
    }

    private void Attach(LinkInfo link, Device device)
    {
        if (_link?.Id == link.Id || _link?.ConnectedAt > link.ConnectedAt)
            return;

        var old = _link;
        _link = link;
        Caring.Attached(device, feed.State(Mn)?.LastTelegramAt);
        _careTimer ??= this.RegisterGrainTimer(Care, new GrainTimerCreationOptions(FirstContact.AfterConnect, FirstContact.Pause) { Interleave = true });
        _careTimer.Change(FirstContact.AfterConnect, FirstContact.Pause);
        _gapTimer ??= this.RegisterGrainTimer(FillGapsQuietly, new GrainTimerCreationOptions(GapFiller.AfterConnect, GapFiller.Period) { Interleave = true });
        if (old is not null)
        {
            LogTakenOver(logger, Mn, old.Remote, link.Remote);
            old.Link.Release(Mn).Ignore(); // Who has gone already does not answer, and nobody waits for it.
        }
    }

    /// <summary>Reads a batch and hands its readings to the writer, one batch after another.</summary>
    /// <returns>The telegrams that are no repeats, their readings, what they tell of instruments, and when the readings and all before them are durable.</returns>
    private async Task<(List<Telegram> Taken, List<Reading> Readings, List<InstrumentTelegram> Told, Task Written)> Take(LoggedTelegram[] telegrams, Device device)
    {
        await _taking.WaitAsync();
        try
        {
            var (taken, readings, told) = (new List<Telegram>(telegrams.Length), new List<Reading>(), new List<InstrumentTelegram>());
            foreach (var logged in telegrams)
            {
                if (logged.Parse(keys) is not { } telegram || !_recent.Add(telegram))
                    continue;
                taken.Add(telegram);
                await RecallParts(telegram, logged);
                var ready = _parts.Add(telegram, logged.ReceivedAt);
                if (telegram.IsSplit)
                    _notes.Part(telegram, logged.Id, _parts);
                foreach (var whole in ready)
                {
                    if (ReadingBatch.IntervalOf(whole.Command) is not null)
                        await Read(whole, logged, device, readings);
                    else if (InstrumentTaker.Wants(whole.Command))
                        told.Add(new InstrumentTelegram(whole, logged.Id, logged.ReceivedAt));
                }
            }

            _written = WriteAfter(_written, readings);
            return (taken, readings, told, _written);
        }
        finally
        {
            _taking.Release();
        }
    }

    private async Task Read(Telegram telegram, LoggedTelegram logged, Device device, List<Reading> readings)
    {
        var before = readings.Count;
        var unread = ReadingBatch.AddReadings(telegram, logged.Id, logged.ReceivedAt, (await ChannelsFor(telegram, device)).Lookup, readings);
        Plausibility.Mark(readings, before, registry.Current);
        if (logged.Shift is { } shift && shift != TimeSpan.Zero)
            ReadingBatch.MarkTimeCorrected(readings, before);
        _notes.Unread(logged.Id, unread, code => _refusedCodes.GetValueOrDefault(code, "编码不能作为通道"));
        if (readings.Count == before && unread.Count == 0 && !telegram.IsSplit && !IsRequestForm(telegram))
            _notes.Empty(logged.Id);
    }

    /// <summary>Data commands are also requests; a device that sends one upwards asks for nothing.</summary>
    private static bool IsRequestForm(Telegram telegram) => PayloadReader.Read(telegram) is HistoryRange;

    /// <summary>One after another: what an instrument says is compared with what it said before.</summary>
    private async Task Tell(Device device, List<InstrumentTelegram> told)
    {
        if (told.Count == 0)
            return;
        await _telling.WaitAsync();
        try
        {
            await instruments.Take(device, told);
        }
        finally
        {
            _telling.Release();
        }
    }

    private async Task WriteAfter(Task before, List<Reading> readings)
    {
        var write = writer.Write(readings);
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext); // Its failure is its own caller's.
        await write;
    }

    /// <summary>Parts that came before this twin awoke, or before a failure, are in the log.</summary>
    private async Task RecallParts(Telegram telegram, LoggedTelegram logged)
    {
        if (!telegram.IsSplit || logged.ReceivedAt - Reassembly.Patience > _remembersSince || _parts.Knows(telegram))
            return;
        var earlier = new LogFilter
        {
            Mn = Mn,
            Command = telegram.Command,
            Direction = Direction.Received,
            Verdict = TelegramVerdict.Accepted,
            From = logged.ReceivedAt - Reassembly.Patience,
            To = logged.ReceivedAt,
            Text = string.Create(CultureInfo.InvariantCulture, $"PNUM={telegram.PacketCount};"),
        };
        foreach (var entry in await log.ReadOn(earlier, 0, MaxRecalled, CancellationToken.None))
        {
            if (new LoggedTelegram(entry).Parse(keys) is { IsSplit: true } part)
            {
                _parts.Add(part, entry.At);
                _notes.Recall(part, entry.Id, _parts);
            }
        }
    }

    /// <summary>Answers belong to commands, over the very link that these went out on; what a device asks for it is given.</summary>
    private async Task FollowConversation(Telegram telegram, Device device, bool isHere)
    {
        if (isHere)
            _commands.Offer(telegram, device);
        await Caring.Answer(telegram, device, isHere);
    }

    /// <summary>The registration; another node may have made it a moment ago.</summary>
    private async Task<Device?> FindDevice()
    {
        if (!registry.Current.DeviceByMn.ContainsKey(Mn))
            await registry.Refresh(CancellationToken.None);
        return registry.Current.DeviceByMn.GetValueOrDefault(Mn);
    }

    /// <summary>Channels of the telegram's factors; those that are missing are made, so that nothing measured is left out.</summary>
    private async Task<ChannelMap> ChannelsFor(Telegram telegram, Device device)
    {
        if (Channels(device).Missing(telegram) is not { Count: > 0 } missing)
            return Channels(device);
        var (known, found) = (registry.Current.ChannelsByDevice[device.Id].Count(), new List<Channel>());
        var unknown = registry.Current.ChannelsByDevice[device.Id].Count(channel => channel.IsDiscovered && Factors.Find(channel.FactorCode) is null);
        foreach (var code in missing)
        {
            var channel = ChannelDiscovery.ChannelFor(code, device.SystemCode, device.Id, await PointOf(device));
            if (Refusal(channel, known + found.Count, unknown) is { } refused)
            {
                if (_refusedCodes.Count < MaxChannels && _refusedCodes.TryAdd(code, refused))
                    LogRefusedCode(logger, Mn, code, refused);
                else if (_refusedCodes.ContainsKey(code))
                    _refusedCodes[code] = refused; // The registration may have changed.
                continue;
            }

            found.Add(channel);
            if (Factors.Find(channel.FactorCode) is null)
                unknown++;
        }

        if (found.Count == 0)
            return Channels(device);
        var problem = await registry.Add(found, CancellationToken.None);
        // Where another node was faster the registry has been read again and knows the channels.
        foreach (var channel in found)
        {
            if (!registry.Current.ChannelsByDevice[device.Id].Any(one => one.FactorCode == channel.FactorCode))
                throw new InvalidOperationException($"{Mn}: a channel for {channel.OriginalCode} could not be made: {problem?.Message}");
            LogDiscovered(logger, Mn, channel.OriginalCode);
        }

        return Channels(device);
    }

    /// <summary>Why a factor gets no channel; <see langword="null"/> where it does.</summary>
    private static string? Refusal(Channel channel, int channels, int unknownFactors) =>
        DeviceRules.Check(channel)?.Message.TrimEnd('。')
        ?? (channels >= MaxChannels ? $"本数采仪已有 {MaxChannels} 个通道，请删去不用的通道"
            : unknownFactors >= MaxUnknownFactors && Factors.Find(channel.FactorCode) is null ? $"标准中没有的因子，本数采仪自动建立的此类通道已达 {MaxUnknownFactors} 个，可在通道中手工建立" : null);

    private DeviceWatch WatchOf(Device device) => _watch ??= new DeviceWatch(device.Id, watching);

    private ChannelMap Channels(Device device)
    {
        if (_channels?.Registered != registry.Current)
            _channels = new ChannelMap(registry.Current, device);
        return _channels;
    }

    private async Task<int> PointOf(Device device)
    {
        var registered = registry.Current;
        if (registered.ChannelsByDevice[device.Id].FirstOrDefault() is { } neighbour)
            return neighbour.PointId;

        var point = await registry.Save(
            new MonitoringPoint { Name = device.Name, Kind = ChannelDiscovery.KindOf(device.SystemCode) }, CancellationToken.None);
        return point.Value!.Id;
    }

    /// <summary>What the platform must know once the device has done as told: changes the registration as it stands now.</summary>
    private async Task<Problem?> FollowUp(Request request) =>
        registry.Current.DeviceByMn.TryGetValue(Mn, out var device) && DeviceSettings.After(device, request) is { } changed
            ? (await registry.Save(changed, CancellationToken.None)).Problem
            : null;

    private async Task FillGapsQuietly(CancellationToken cancellationToken)
    {
        using var turn = Actor.As(Actor.System); // A timer is no call.
        try
        {
            await FillGaps();
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            LogGapsFailed(logger, Mn, exception); // The next round looks again.
        }
    }

    /// <summary>First contact and the age of the key.</summary>
    private async Task Care(CancellationToken cancellationToken)
    {
        using var turn = Actor.As(Actor.System); // A timer is no call.
        try
        {
            if (_link is not null)
                await Caring.Look();
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            LogCareFailed(logger, Mn, exception); // The next round tries again.
        }
    }

    private DeviceState State(bool isOnline) => new(Mn, isOnline, clock.UtcNow(), clock.UtcNow(), _link?.Remote ?? "", _link?.Node ?? "");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mn}: {NewRemote} takes over from {OldRemote}.")]
    private static partial void LogTakenOver(ILogger logger, string mn, string oldRemote, string newRemote);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mn}: factor {Code} had no channel; one was made.")]
    private static partial void LogDiscovered(ILogger logger, string mn, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: readings of factor {Code} stay in the log only: {Reason}")]
    private static partial void LogRefusedCode(ILogger logger, string mn, string code, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: telegram {Id} could not be processed and is set aside.")]
    private static partial void LogSetAside(ILogger logger, string mn, long id, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: setting up failed.")]
    private static partial void LogCareFailed(ILogger logger, string mn, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: looking for gaps failed.")]
    private static partial void LogGapsFailed(ILogger logger, string mn, Exception exception);
}

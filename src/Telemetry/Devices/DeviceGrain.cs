using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Gaps;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace EcoPark.Telemetry.Devices;

/// <summary>The twin of one data logger.</summary>
/// <remarks>Reentrant: while one batch is being written the next may be read, and answers reach a command that waits for them.</remarks>
[Reentrant, PreferLocalPlacement, GrainType("device")]
internal sealed partial class DeviceGrain(
    IDeviceRegistry registry, IDeviceKeys keys, ReadingWriter writer, LiveFeed feed, CommandJournal journal, GapFiller gaps,
    TimeProvider clock, ILogger<DeviceGrain> logger) : Grain, IDeviceGrain
{
    private readonly RecentTelegrams _recent = new();
    private readonly Reassembly _parts = new();
    private readonly CommandsInFlight _commands = new();
    private ChannelMap? _channels;
    private LinkInfo? _link;
    private IGrainTimer? _gapTimer;
    private bool _isFillingGaps;

    private string Mn => this.GetPrimaryKeyString();

    public async Task Receive(LoggedTelegram[] telegrams, LinkInfo? link)
    {
        if (link is not null)
            await Attach(link);
        if (!registry.Current.DeviceByMn.TryGetValue(Mn, out var device))
            return; // Removed while the telegrams were on their way: they stay in the log.

        var readings = new List<Reading>();
        foreach (var logged in telegrams)
        {
            if (logged.Parse(keys) is not { } telegram || !_recent.Add(telegram))
                continue;
            foreach (var whole in _parts.Add(telegram, logged.ReceivedAt))
                await Take(whole, logged, device, readings);
        }

        try
        {
            await writer.Write(readings);
        }
        catch
        {
            _recent.Clear(); // The caller will bring them again, and they must not pass for repeats.
            throw;
        }

        feed.Publish(readings, clock.UtcNow());
        if (link is not null)
            feed.Publish(State(isOnline: true));
    }

    public Task Detach(Guid linkId)
    {
        if (_link?.Id != linkId)
            return Task.CompletedTask;

        feed.Publish(State(isOnline: false));
        _link = null;
        _gapTimer?.Dispose();
        _gapTimer = null;
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
        var exchange = _commands.Begin(record.Qn, command);
        try
        {
            var frame = OutgoingFrames.Write(device, record.Qn, request);
            var state = await new CommandExchange(journal, clock).Run(
                record, request.IsNotice, exchange, device, () => _link?.Link.Send(Mn, command, record.Qn, frame) ?? Task.CompletedTask);
            if (state == CommandState.Succeeded)
                await FollowUp(device, request);
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

    private async Task Attach(LinkInfo link)
    {
        if (_link?.Id == link.Id || _link?.ConnectedAt > link.ConnectedAt)
            return;

        var old = _link;
        _link = link;
        _gapTimer ??= this.RegisterGrainTimer(FillGapsQuietly, new GrainTimerCreationOptions(GapFiller.AfterConnect, GapFiller.Period) { Interleave = true });
        if (old is not null)
        {
            LogTakenOver(logger, Mn, old.Remote, link.Remote);
            await old.Link.Release(Mn);
        }
    }

    private async Task Take(Telegram telegram, LoggedTelegram logged, Device device, List<Reading> readings)
    {
        _commands.Offer(telegram);
        if (telegram.Command == CommandCode.TimeCalibrationRequest)
            await gaps.Commands.Value.Send(Mn, Request.SetDeviceTime(clock.ParkNow()), "平台（设备请求校时）", CancellationToken.None);
        if (ReadingBatch.IntervalOf(telegram.Command) is null)
            return;

        var channels = await ChannelsFor(telegram, device);
        ReadingBatch.AddReadings(telegram, logged.Id, logged.ReceivedAt, channels.Lookup, readings);
    }

    /// <summary>Channels of the telegram's factors; those that are missing are made, so that nothing measured is left out.</summary>
    private async Task<ChannelMap> ChannelsFor(Telegram telegram, Device device)
    {
        if (_channels?.Registered != registry.Current)
            _channels = new ChannelMap(registry.Current, device);
        foreach (var code in _channels.Missing(telegram))
        {
            var pointId = await PointOf(device);
            await registry.Save(ChannelDiscovery.ChannelFor(code, device.SystemCode, device.Id, pointId), CancellationToken.None);
            LogDiscovered(logger, Mn, code);
        }

        if (_channels.Registered != registry.Current)
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

    /// <summary>What the platform must know once the device has done as told.</summary>
    private async Task FollowUp(Device device, Request request)
    {
        if (DeviceSettings.After(device, request) is { } changed)
            await registry.Save(changed, CancellationToken.None);
    }

    private async Task FillGapsQuietly(CancellationToken cancellationToken)
    {
        try
        {
            await FillGaps();
        }
        catch (System.Data.Common.DbException exception)
        {
            LogGapsFailed(logger, Mn, exception); // The next round looks again.
        }
    }

    private DeviceState State(bool isOnline) => new(Mn, isOnline, clock.UtcNow(), clock.UtcNow(), _link?.Remote ?? "", _link?.Node ?? "");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mn}: {NewRemote} takes over from {OldRemote}.")]
    private static partial void LogTakenOver(ILogger logger, string mn, string oldRemote, string newRemote);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Mn}: factor {Code} had no channel; one was made.")]
    private static partial void LogDiscovered(ILogger logger, string mn, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mn}: looking for gaps failed.")]
    private static partial void LogGapsFailed(ILogger logger, string mn, Exception exception);
}

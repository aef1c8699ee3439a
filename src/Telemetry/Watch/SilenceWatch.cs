using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch;

/// <summary>
/// 断线 and 缺数: what does not come. Looks at the live picture of the whole park. Since silence before the platform itself was listening is
/// no finding, time counts from when this watch began, unless the alarm is raised already.
/// </summary>
internal sealed class SilenceWatch(WatchServices services, ILiveFeed feed, DateTime began)
{
    private HashSet<AlarmCause>? _raised;

    public async Task Look()
    {
        // Read again each time: one query, and whatever happened elsewhere is known.
        var lasting = await services.LastingOf([WatchAlarms.OffLine, WatchAlarms.MissingData]).ConfigureAwait(false);
        _raised = [.. lasting.Select(AlarmCause.Of)];
        var (now, book, events) = (services.Clock.UtcNow(), services.Book, new List<AlarmEvent>());
        var watched = new HashSet<AlarmCause>();
        foreach (var device in book.Devices.Where(device => device.Device.IsEnabled))
        {
            OffLine(device, book, now, events, watched);
            Missing(device, book, now, events, watched);
        }

        // Removed, disabled, or watched no more. An empty book has not been read yet and says nothing.
        if (book.Devices.Count > 0)
            events.AddRange(_raised.Except(watched).Select(cause => new Ended(cause, now, "设备已停用或不再监视。")));
        await services.Alarms.Write(events).ConfigureAwait(false);
    }

    private void OffLine(DeviceEntry device, WatchBook book, DateTime now, List<AlarmEvent> events, HashSet<AlarmCause> watched)
    {
        if (device.OffLine is not { } rule || feed.State(device.Device.Mn) is not { } state)
            return; // Never connected: there is nothing that could have broken off.
        var last = state.LastTelegramAt ?? state.Since;
        Tell(rule, device.Subject, isSilent: !state.IsOnline, last, now, book, events, watched, $"数采仪自 {Wall(last)} 起未连接。", "数采仪已重新连接。");
    }

    /// <summary>All factors of a device that stay away together are one alarm.</summary>
    private void Missing(DeviceEntry device, WatchBook book, DateTime now, List<AlarmEvent> events, HashSet<AlarmCause> watched)
    {
        var channels = device.Channels.Select(channel => (channel, rule: channel.Rules.FirstOrDefault(rule => rule.Kind == WatchAlarms.MissingData), value: feed.Value(channel.Channel.Subject.ChannelId!.Value)))
            .Where(one => one.rule is not null && one.value is not null).ToList();
        if (channels.Count == 0)
            return;
        var isOnline = feed.State(device.Device.Mn) is { IsOnline: true };
        bool IsSilent(LiveValue value, WatchRule rule) => isOnline && now - value.Reading.Time > Patience(device, value.Reading.Interval, rule);
        var silent = channels.Where(one => IsSilent(one.value!.Value, one.rule!)).ToList();
        var isWhole = silent.Count == channels.Count && channels.Count > 1;
        var newest = channels.Max(one => one.value!.Value.Reading.Time);
        Tell(channels[0].rule!, device.Subject, isWhole, newest, now, book, events, watched, $"数采仪在线，但自 {Wall(newest)} 起没有任何监测数据。", "数据恢复上传。");
        foreach (var (channel, rule, value) in channels)
        {
            var at = value!.Value.Reading.Time;
            Tell(rule!, channel.Channel.Subject, !isWhole && IsSilent(value.Value, rule!), at, now, book, events, watched, $"自 {Wall(at)} 起没有{channel.Channel.Subject.Factor}数据。", "数据恢复上传。");
        }
    }

    private static TimeSpan Patience(DeviceEntry device, Interval interval, WatchRule rule)
    {
        var step = interval switch
        {
            Interval.RealTime => TimeSpan.FromSeconds(device.Device.RealTimeIntervalSeconds),
            Interval.Minute => TimeSpan.FromMinutes(device.Device.MinuteInterval) + Lateness.Of(Interval.Minute),
            Interval.Hour => TimeSpan.FromHours(1) + Lateness.Of(Interval.Hour),
            _ => TimeSpan.FromDays(1) + Lateness.Of(Interval.Day),
        };
        return step * 3 > rule.Delay ? step * 3 : rule.Delay;
    }

    private void Tell(
        WatchRule rule, AlarmSubject subject, bool isSilent, DateTime last, DateTime now, WatchBook book, List<AlarmEvent> events, HashSet<AlarmCause> watched, string text, string ended)
    {
        var cause = new AlarmCause(rule.Kind.Name, subject.Key, FoundBy: FoundBy.Clock);
        watched.Add(cause);
        var isRaised = _raised!.Contains(cause);
        if (isRaised && !isSilent)
            events.Add(new Ended(cause, last < now ? now : last, ended));
        var since = last > began ? last : began;
        if (isRaised || !isSilent || now - since < rule.Delay || !rule.Hours.Hold(now) || book.IsExempt(subject, rule.Kind, now))
            return;
        events.Add(new Finding(rule.Kind, subject, FoundBy: FoundBy.Clock)
        {
            Level = rule.Level,
            FirstAt = last,
            WorstAt = last,
            LastAt = last,
            Count = 0,
            Basis = rule.Name,
            Text = text,
            ClosesItself = rule.ClosesItself,
            EscalateAfter = rule.EscalateAfter,
        });
    }

    private static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

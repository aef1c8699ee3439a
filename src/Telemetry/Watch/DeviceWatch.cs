using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch.Conditions;
using EcoPark.Telemetry.Watch.Stored;

namespace EcoPark.Telemetry.Watch;

/// <summary>
/// Looks at the readings of one device, once they are durable. In memory: the database is touched when something begins, grows worse or ends.
/// What it has in memory can be lost at any time: open alarms are read again, and runs are looked up in the store.
/// </summary>
internal sealed class DeviceWatch(int deviceId, IWatchServices services)
{
    /// <summary>How often an alarm that lasts tells its newest reading.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(30);

    /// <summary>Readings that are looked at again at most: a month of minutes.</summary>
    private const int MostAgain = 50_000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<int, ChannelWatch> _channels = [];
    private readonly List<(Episode Episode, Finding Finding)> _raised = [];
    private WatchBook? _book;

    /// <summary>Looks at whole days in what is stored; ends when what follows from them is durable. May be repeated.</summary>
    public async Task Check(IReadOnlyList<DateOnly> days)
    {
        await services.Refresh().ConfigureAwait(false);
        await services.Alarms.Write(await new DayChecks(services).Find(deviceId, days).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Looks at readings; ends when what follows from them is durable. May be repeated.</summary>
    public async Task Look(IReadOnlyList<Reading> readings)
    {
        if (readings.Count == 0)
            return;
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            // An outlet that has just changed hands is not told to its former owner, and a channel that was just discovered is known.
            await services.Refresh().ConfigureAwait(false);
            await Open(services.Book).ConfigureAwait(false);
            var events = new List<AlarmEvent>();
            var late = new HashSet<(Episode Episode, ChannelWatch Channel, DateOnly Day)>();
            var watched = InOrder(readings).Select(reading => (Channel: Channel(reading.Series.ChannelId), Reading: reading)).Where(one => one.Channel is not null).ToList();
            var oxygen = await OxygenBeside.Of(watched.Select(one => (one.Channel!.Entry, one.Reading)), readings, services.Store).ConfigureAwait(false);
            foreach (var (channel, reading) in watched)
                await Look(channel!, reading, oxygen.At(channel!.Entry, reading), events, late).ConfigureAwait(false);

            foreach (var (episode, channel, day) in late)
            {
                if (await Late(episode, channel, day).ConfigureAwait(false) is { } finding)
                    events.Add(finding);
            }

            await services.Alarms.Write(events).ConfigureAwait(false);
            foreach (var (episode, finding) in _raised.Where(one => one.Finding.Into is { EndedAt: null }))
                episode.Resume(finding.Into!);
        }
        catch
        {
            _book = null; // The same readings come again and must find what is in the database.
            throw;
        }
        finally
        {
            _raised.Clear();
            _gate.Release();
        }
    }

    private static IEnumerable<Reading> InOrder(IReadOnlyList<Reading> readings)
    {
        for (var i = 1; i < readings.Count; i++)
        {
            if (readings[i].Time < readings[i - 1].Time)
                return readings.OrderBy(reading => reading.Time);
        }

        return readings;
    }

    /// <summary>Takes over changed rules, and the alarms that are open for what has changed.</summary>
    private async Task Open(WatchBook book)
    {
        if (ReferenceEquals(book, _book))
            return;
        var changed = _channels.Where(one => _book is null || !one.Value.IsAs(book.Find(one.Key))).Select(one => one.Key).ToHashSet();
        foreach (var id in changed)
            _channels.Remove(id);
        if (_book is not null && changed.Count == 0)
        {
            _book = book;
            return;
        }

        foreach (var alarm in await services.LastingOf(deviceId).ConfigureAwait(false))
        {
            if (alarm.ChannelId is not { } id || (_book is not null && !changed.Contains(id)))
                continue;
            if (Channel(id, book)?.Episodes.FirstOrDefault(episode => episode.Cause.Key == alarm.OpenCause) is { } episode)
                episode.Resume(alarm);
            else if (alarm.FoundBy == FoundBy.Reading)
                await services.Alarms.Write([new Ended(AlarmCause.Of(alarm), services.Clock.UtcNow(), "规则或限值已改变，不再按此报警。")]).ConfigureAwait(false);
        }

        _book = book;
    }

    private ChannelWatch? Channel(int id) => Channel(id, _book!);

    private ChannelWatch? Channel(int id, WatchBook book)
    {
        if (_channels.TryGetValue(id, out var known))
            return known;
        return book.Find(id) is { } entry ? _channels[id] = new ChannelWatch(entry) : null;
    }

    private async Task Look(ChannelWatch channel, Reading reading, Reading? oxygen, List<AlarmEvent> events, HashSet<(Episode, ChannelWatch, DateOnly)> late)
    {
        if (channel.Take(reading, services.Clock.UtcNow()) is not { } order)
            return;
        foreach (var episode in channel.Of(reading.Interval))
        {
            if (episode.Condition.NeedsValid && !reading.IsValid)
                continue;
            var sample = new Sample(reading, episode.Condition.ValueOf(reading, oxygen), channel.Previous(reading.Interval));
            var isExcused = !episode.Rule.Hours.Hold(reading.Time) || services.Book.IsExempt(channel.Entry.Channel.Subject, episode.Rule.Kind, reading.Time);
            if (order == ReadingOrder.Late)
            {
                if (episode.Condition.IsForLate && !isExcused && episode.Condition.Holds(sample, isActive: false))
                    late.Add((episode, channel, DateOnly.FromDateTime(ParkTime.FromUtc(reading.Time))));
                continue;
            }

            await Judge(episode, channel, sample, isExcused, events).ConfigureAwait(false);
        }

        if (order == ReadingOrder.OnTime && reading.IsValid)
            channel.Remember(reading.Interval, reading.Value);
    }

    private async Task Judge(Episode episode, ChannelWatch channel, Sample sample, bool isExcused, List<AlarmEvent> events)
    {
        if (episode.Condition.NeedsPrevious && sample.Previous is null)
            return;
        var (time, now) = (sample.Reading.Time, services.Clock.UtcNow());
        if (episode.Condition.Memory > TimeSpan.Zero)
            await SeedOnce(episode, channel, sample.Reading).ConfigureAwait(false);
        if (!episode.Condition.Holds(sample, episode.IsRaised) || (isExcused && !episode.IsRaised))
        {
            if (episode.IsRaised)
                events.Add(new Ended(episode.Cause, time, WhyEnded(sample, channel), await Recount(episode, channel, time).ConfigureAwait(false)));
            episode.Reset();
            episode.IsSeeded = true;
            return;
        }

        if (episode.Rule.Delay > TimeSpan.Zero)
            await SeedOnce(episode, channel, sample.Reading).ConfigureAwait(false);
        episode.Add(time, sample.Value);
        var level = episode.Condition.LevelOf(sample);
        var lasted = time - episode.Since!.Value;
        if (episode.IsRaised ? level < episode.Level : lasted >= episode.Rule.Delay)
        {
            var finding = FindingOf(episode, channel, sample, level, lasted);
            events.Add(finding);
            _raised.Add((episode, finding));
            episode.Raised(level, now);
        }
        else if (episode.IsRaised && now - episode.ToldAt >= Telling)
        {
            events.Add(episode.Tally);
            episode.ToldAt = now;
        }
    }

    private static string WhyEnded(in Sample sample, ChannelWatch channel) => sample.Value is { } value ? $"恢复正常：{value:0.####} {channel.Entry.Channel.Subject.Unit}".TrimEnd() + "。"
        : sample.Reading.Value is null ? "恢复正常。" : "没有可判定的值（缺氧含量，或气体近于空气），不再按此报警。";

    private static Finding FindingOf(Episode episode, ChannelWatch channel, in Sample sample, AlarmLevel level, TimeSpan lasted)
    {
        var (limit, basis) = episode.Condition.Compared(sample);
        return new Finding(episode.Rule.Kind, channel.Entry.Channel.Subject, episode.Rule.Interval, FoundBy.Reading)
        {
            Level = level,
            FirstAt = episode.Since!.Value,
            FirstValue = episode.FirstValue,
            WorstAt = episode.WorstAt,
            WorstValue = episode.WorstValue,
            LastAt = episode.LastAt,
            LastValue = episode.LastValue,
            Count = episode.Count,
            Limit = limit,
            Basis = basis,
            Text = episode.Condition.Say(sample, lasted),
            Provisional = Provisional(episode, channel),
            ClosesItself = episode.Rule.ClosesItself,
            EscalateAfter = episode.Rule.EscalateAfter,
        };
    }

    /// <summary>Of an exceedance: the hours and days of the outlet may say otherwise.</summary>
    private static string Provisional(Episode episode, ChannelWatch channel) => episode.Rule.Kind != WatchAlarms.OverLimit ? ""
        : PermitJudge.WhyProvisional(channel.Entry.Channel.PointKind, channel.Entry.Channel.Subject.FactorCode, episode.Rule.Interval);

    /// <summary>The twin has just awoken: how long the condition has held before, and what it remembers, is in the store.</summary>
    private async Task SeedOnce(Episode episode, ChannelWatch channel, Reading reading)
    {
        if (episode.IsSeeded)
            return;
        episode.IsSeeded = true;
        double? previous = null;
        var (isRaised, memory) = (episode.IsRaised, episode.Condition.Memory);
        var span = episode.Rule.Delay == TimeSpan.Zero ? TimeSpan.Zero : episode.Rule.Delay + TimeSpan.FromHours(1);
        var from = reading.Time - (span > memory ? span : memory);
        foreach (var (earlier, value) in await Valued(episode, channel, await services.Store.Read(reading.Series, from, reading.Time, MostAgain, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false))
        {
            if (episode.Condition.NeedsValid && !earlier.IsValid)
                continue;
            var sample = new Sample(earlier, value, previous);
            var holds = episode.Condition.Holds(sample, isRaised);
            if (holds && !isRaised)
                episode.Add(earlier.Time, sample.Value);
            else if (!isRaised)
                episode.Reset();
            previous = earlier.IsValid ? earlier.Value : previous;
        }
    }

    /// <summary>When it is over its readings are counted from the store: exact, whatever was restarted or came late meanwhile.</summary>
    private async Task<Lasting?> Recount(Episode episode, ChannelWatch channel, DateTime end)
    {
        if (episode.Condition.Memory > TimeSpan.Zero)
            return episode.Tally; // It judges by what came before, which the count would have to go through first.
        var counted = new Episode(episode.Rule, channel.Entry, episode.Condition);
        double? previous = null;
        foreach (var (reading, value) in await Valued(episode, channel, await Stored(channel, episode.Rule.Interval, episode.Since!.Value, end).ConfigureAwait(false)).ConfigureAwait(false))
        {
            if (episode.Condition.NeedsValid && !reading.IsValid)
                continue;
            var sample = new Sample(reading, value, previous);
            if (episode.Condition.Holds(sample, isActive: true))
                counted.Add(reading.Time, sample.Value);
            previous = reading.IsValid ? reading.Value : previous;
        }

        return counted.Count == 0 ? episode.Tally : counted.Tally;
    }

    /// <summary>Late readings of a day that are over the limit are one alarm, counted from the store: the same whatever the order they came in.</summary>
    private async Task<Finding?> Late(Episode episode, ChannelWatch channel, DateOnly day)
    {
        var (from, to) = (ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)), ParkTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var counted = new Episode(episode.Rule, channel.Entry, episode.Condition);
        Sample? worst = null;
        foreach (var (reading, value) in await Valued(episode, channel, await Stored(channel, episode.Rule.Interval, from, to).ConfigureAwait(false)).ConfigureAwait(false))
        {
            var sample = new Sample(reading, value, null);
            if (!reading.IsValid || !channel.IsLate(reading, services.Clock.UtcNow()) || !episode.Condition.Holds(sample, isActive: false))
                continue;
            counted.Add(reading.Time, sample.Value);
            worst = counted.WorstAt == reading.Time ? sample : worst;
        }

        if (worst is not { } shown)
            return null;
        var (limit, basis) = episode.Condition.Compared(shown);
        return new Finding(episode.Rule.Kind, channel.Entry.Channel.Subject, episode.Rule.Interval, FoundBy.Late, FormattableString.Invariant($"{day:yyyyMMdd}"))
        {
            Level = episode.Condition.LevelOf(shown),
            Within = episode.Cause,
            FirstAt = counted.Since!.Value,
            FirstValue = counted.FirstValue,
            WorstAt = counted.WorstAt,
            WorstValue = counted.WorstValue,
            LastAt = counted.LastAt,
            LastValue = counted.LastValue,
            Count = counted.Count,
            Limit = limit,
            Basis = basis,
            Text = $"补传数据：{day:yyyy-MM-dd} 有 {counted.Count} 条超标，最重的一条：{episode.Condition.Say(shown, TimeSpan.Zero)}",
            EscalateAfter = episode.Rule.EscalateAfter,
            Provisional = Provisional(episode, channel),
            IsLate = true,
            IsCounted = true,
            EndedAt = counted.LastAt,
        };
    }

    /// <summary>Readings from the store with what the condition looks at.</summary>
    private async Task<IEnumerable<(Reading Reading, double? Value)>> Valued(Episode episode, ChannelWatch channel, IReadOnlyList<Reading> readings)
    {
        var oxygen = await OxygenBeside.Of(readings.Select(reading => (channel.Entry, reading)), [], services.Store).ConfigureAwait(false);
        return readings.Select(reading => (reading, episode.Condition.ValueOf(reading, oxygen.At(channel.Entry, reading))));
    }

    /// <summary>What was sent goes before what was rolled up.</summary>
    private async Task<IReadOnlyList<Reading>> Stored(ChannelWatch channel, Interval interval, DateTime from, DateTime to)
    {
        var id = channel.Entry.Channel.Subject.ChannelId!.Value;
        var sent = await services.Store.Read(new SeriesId(id, interval, Origin.Sent), from, to, MostAgain, CancellationToken.None).ConfigureAwait(false);
        return sent.Count > 0 || interval == Interval.RealTime ? sent : await services.Store.Read(new SeriesId(id, interval, Origin.RolledUp), from, to, MostAgain, CancellationToken.None).ConfigureAwait(false);
    }
}

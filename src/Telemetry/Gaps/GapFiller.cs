using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Gaps;

/// <summary>Looks for holes in what a connected device should have sent, asks for them (2051, 2061) and records what became of it.</summary>
internal sealed class GapFiller(IReadingStore store, IDeviceRegistry registry, IDbContextFactory<ParkDb> databases, Lazy<ICommandCenter> commands, TimeProvider clock)
{
    /// <summary>The device gets time to send what it kept by itself.</summary>
    public static readonly TimeSpan AfterConnect = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private const int MaxAttempts = 3;
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromDays(1);

    public Lazy<ICommandCenter> Commands => commands;

    public async Task Fill(Device device)
    {
        await Fill(device, Interval.Minute, TimeSpan.FromMinutes(device.MinuteInterval)).ConfigureAwait(false);
        await Fill(device, Interval.Hour, TimeSpan.FromHours(1)).ConfigureAwait(false);
    }

    private async Task Fill(Device device, Interval interval, TimeSpan step)
    {
        if (await Holes(device, interval, step).ConfigureAwait(false) is not { } holes)
            return;

        foreach (var gap in await Record(device.Mn, interval, holes).ConfigureAwait(false))
        {
            foreach (var (from, to) in Pieces(gap.From, gap.To))
                await Ask(device, interval, from, to).ConfigureAwait(false);
            await Settle(device, gap, interval, step).ConfigureAwait(false);
        }
    }

    /// <summary>Holes since the device first sent this level; <see langword="null"/> where it never did.</summary>
    private async Task<IReadOnlyList<Hole>?> Holes(Device device, Interval interval, TimeSpan step)
    {
        var series = registry.Current.ChannelsByDevice[device.Id].Select(channel => new SeriesId(channel.Id, interval, Origin.Sent)).ToList();
        if (series.Count == 0 || await store.FirstStamp(series, CancellationToken.None).ConfigureAwait(false) is not { } first)
            return null;

        var now = clock.UtcNow();
        var begin = Readings.Period.StartOf(interval, first > now - Window ? first : now - Window, device.MinuteInterval);
        var end = now - Lateness.Of(interval);
        var stamps = await store.Stamps(series, begin, end, CancellationToken.None).ConfigureAwait(false);
        if (interval == Interval.Hour)
            (begin, step) = GapFinder.HourGrid(begin, stamps, MediumOf(device));
        return GapFinder.Find(begin, end, step, stamps);
    }

    /// <summary>Of the points that a device measures, where they are of one medium.</summary>
    private Medium MediumOf(Device device)
    {
        var media = registry.Current.ChannelsByDevice[device.Id].Select(channel => registry.Current.PointById.GetValueOrDefault(channel.PointId)?.Kind.RollupMedium() ?? Medium.Other).Distinct().ToList();
        return media.Count == 1 ? media[0] : Medium.Other;
    }

    /// <summary>Brings the records up to date with the holes there are; returns those to ask for now.</summary>
    private async Task<IReadOnlyList<DataGap>> Record(string mn, Interval interval, IReadOnlyList<Hole> holes)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var known = await db.Set<DataGap>().Where(gap => gap.Mn == mn && gap.Interval == interval && gap.To > now - Window).ToListAsync().ConfigureAwait(false);
        foreach (var gap in known.Where(gap => gap.State != GapState.Filled && !holes.Any(hole => hole.From <= gap.To && hole.To >= gap.From)))
            (gap.State, gap.FilledAt, gap.Missing, gap.Detail) = (GapState.Filled, now, 0, "数据已补齐。");

        var open = new List<DataGap>();
        foreach (var hole in holes)
        {
            var gap = known.Find(one => one.From == hole.From) ?? db.Add(new DataGap { Mn = mn, Interval = interval, From = hole.From, FoundAt = now, State = GapState.Open }).Entity;
            if (gap.To != hole.To && gap.State != GapState.Open)
                (gap.State, gap.Attempts) = (GapState.Open, 0); // It has grown: a new outage behind an old hole.
            (gap.To, gap.Missing) = (hole.To, hole.Missing);
            if (gap.State == GapState.Open && !(gap.LastAskedAt > now - RetryAfter))
                open.Add(gap);
        }

        await db.SaveChangesAsync().ConfigureAwait(false);
        return open;
    }

    private Task Ask(Device device, Interval interval, DateTime from, DateTime to)
    {
        var (begin, end) = (ParkTime.FromUtc(from), ParkTime.FromUtc(to));
        var request = interval == Interval.Minute ? Request.FetchMinuteData(begin, end) : Request.FetchHourlyData(begin, end);
        return commands.Value.SendAndWait(device.Mn, request, "平台（自动补数）", CancellationToken.None);
    }

    private async Task Settle(Device device, DataGap gap, Interval interval, TimeSpan step)
    {
        var left = (await Holes(device, interval, step).ConfigureAwait(false) ?? [])
            .Where(hole => hole.From <= gap.To && hole.To >= gap.From).Sum(hole => hole.Missing);
        var now = clock.UtcNow();
        var attempts = gap.Attempts + 1;
        var state = left == 0 ? GapState.Filled : attempts >= MaxAttempts ? GapState.GivenUp : GapState.Open;
        var detail = state switch
        {
            GapState.Filled => "数据已补齐。",
            GapState.GivenUp => $"已请求 {attempts} 次，设备仍缺 {left} 条，不再请求。",
            _ => $"第 {attempts} 次请求后仍缺 {left} 条，稍后再试。",
        };
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        await db.Set<DataGap>().Where(one => one.Id == gap.Id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.Attempts, attempts)
                .SetProperty(one => one.Missing, left)
                .SetProperty(one => one.LastAskedAt, now)
                .SetProperty(one => one.FilledAt, one => state == GapState.Filled ? now : one.FilledAt)
                .SetProperty(one => one.Detail, detail)).ConfigureAwait(false);
    }

    private static IEnumerable<(DateTime From, DateTime To)> Pieces(DateTime from, DateTime to)
    {
        for (var begin = from; begin <= to; begin += LongestRequest)
            yield return (begin, begin + LongestRequest > to ? to : begin + LongestRequest);
    }
}

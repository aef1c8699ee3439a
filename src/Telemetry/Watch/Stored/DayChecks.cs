using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>
/// 数据异常 that only a whole day shows, or that came with late data: looked for in the store once hours have been rolled up. Nothing is kept in memory:
/// a day that is looked at again, after a restart or because more of it came late, gives the same alarm with what is known by then. What is odd belongs to the day on
/// which it began: one alarm a day, channel and kind.
/// </summary>
internal sealed class DayChecks(IWatchServices services)
{
    /// <summary>Days before the one that is looked at, for what is usual between factors.</summary>
    private const int Before = 2;

    /// <summary>Days looked at in one go.</summary>
    private const int MostDays = 10;

    /// <summary>What reaches as near to now is taken to last.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(2);

    public async Task<IReadOnlyList<AlarmEvent>> Find(int deviceId, IReadOnlyList<DateOnly> days)
    {
        var book = services.Book;
        if (book.Devices.FirstOrDefault(one => one.Device.Id == deviceId) is not { } device)
            return [];
        var step = TimeSpan.FromMinutes(device.Device.MinuteInterval);
        var found = new List<AlarmEvent>();
        // What began the day before may go on in this one.
        foreach (var some in days.SelectMany(day => new[] { day.AddDays(-1), day }).Distinct().Order().Chunk(MostDays))
        {
            foreach (var point in device.Channels.GroupBy(channel => channel.Channel.Subject.PointId))
            {
                List<ChannelEntry> entries = [.. point];
                var stored = await Read(entries, some[0], some[^1]).ConfigureAwait(false);
                if (stored.Count > 0)
                    found.AddRange(some.SelectMany(day => Find(book, entries, stored, step, day)));
            }
        }

        return found;
    }

    private static IEnumerable<Finding> Find(WatchBook book, List<ChannelEntry> entries, ILookup<(int, Interval), Reading> stored, TimeSpan step, DateOnly day)
    {
        var (start, end) = (Start(day), Start(day.AddDays(1)));
        var firstHour = Start(day.AddDays(-Before - HourChecks.ReferenceDays));
        var point = PointGrid.Of(book, entries, TimeGrid.Over(Start(day.AddDays(-Before)), end.AddDays(1), step), TimeGrid.Over(firstHour, end.AddDays(1), TimeSpan.FromHours(1)), stored);
        if (point.Channels.All(channel => Array.TrueForAll(channel.Cells, cell => cell is null)))
            yield break;
        // A drift that began earlier than the days before is none of this day.
        IEnumerable<StoredRun> runs = [.. SeriesChecks.Find(point), .. RelationChecks.Find(point), .. HourChecks.Mismatches(point), .. HourChecks.Drifts(point, HourChecks.ReferenceDays * 24)];
        foreach (var same in runs.Where(run => run.Grid.At(run.From) >= start && run.Grid.At(run.From) < end).GroupBy(run => (run.Channel.Entry, run.Rule)))
            yield return FindingOf([.. same.OrderBy(run => run.From)], day);
    }

    private static Finding FindingOf(List<StoredRun> runs, DateOnly day)
    {
        var (first, last, longest) = (runs[0], runs[^1], runs.MaxBy(run => run.Steps)!);
        var (channel, rule, grid) = (first.Channel, first.Rule, first.Grid);
        var shown = runs.SelectMany(run => Enumerable.Range(run.From, run.Steps)).Where(at => channel.Cells[at] is { Value: not null }).ToList();
        double Of(int at) => channel.Cells[at]!.Value.Value!.Value;
        var worst = shown.Count == 0 ? (int?)null : rule.Kind == WatchAlarms.NegativeValue ? shown.MinBy(Of) : shown.MaxBy(at => Math.Abs(Of(at) - (longest.Limit ?? 0)));
        var isLate = runs.Exists(run => Enumerable.Range(run.From, run.Steps).Any(at => channel.Cells[at] is { } reading && (reading.Marks & ReadingMarks.Backfill) != 0));
        // It lasts while nothing newer is stored that says otherwise.
        var newest = Array.FindLastIndex(channel.Cells, cell => cell is not null);
        var lasts = !isLate && last.To >= newest && rule.Kind != WatchAlarms.Spike && rule.Kind != WatchAlarms.HourMismatch;
        var number = runs.Count > 1 ? $"{day:MM-dd} 有 {runs.Count} 段，最长的一段 " : "";
        return new Finding(rule.Kind, channel.Entry.Channel.Subject, rule.Interval, FoundBy.Day, FormattableString.Invariant($"{day:yyyyMMdd}"))
        {
            Level = rule.Level,
            Within = new AlarmCause(rule.Kind.Name, channel.Entry.Channel.Subject.Key, rule.Interval, FoundBy.Reading),
            FirstAt = grid.At(first.From),
            FirstValue = shown.Count == 0 ? null : Of(shown[0]),
            WorstAt = worst is { } at ? grid.At(at) : grid.At(longest.From),
            WorstValue = worst is { } index ? Of(index) : null,
            LastAt = grid.At(last.To),
            LastValue = shown.Count == 0 ? null : Of(shown[^1]),
            Count = runs.Sum(run => run.Steps),
            Limit = longest.Limit,
            Basis = rule.Name,
            Text = $"{(isLate ? "补传数据：" : "")}{number}{Wall(grid.At(longest.From))} 起，{longest.Evidence}。",
            ClosesItself = rule.ClosesItself,
            EscalateAfter = rule.EscalateAfter,
            IsLate = isLate,
            IsCounted = true,
            EndedAt = lasts ? null : grid.At(last.To) + grid.Step,
        };
    }

    private async Task<ILookup<(int Channel, Interval Interval), Reading>> Read(List<ChannelEntry> entries, DateOnly first, DateOnly last)
    {
        var ids = entries.Select(entry => entry.Channel.Subject.ChannelId!.Value).ToList();
        var end = Start(last.AddDays(2));
        var minutes = await services.Store.ReadMany([.. ids.SelectMany(id => Effective.SeriesOf(id, Interval.Minute))], Start(first.AddDays(-Before)), end, CancellationToken.None).ConfigureAwait(false);
        var hours = await services.Store.ReadMany(
            [.. ids.SelectMany(id => Effective.SeriesOf(id, Interval.Hour))], Start(first.AddDays(-Before - HourChecks.ReferenceDays)), end, CancellationToken.None).ConfigureAwait(false);
        return minutes.Concat(hours).ToLookup(reading => (reading.Series.ChannelId, reading.Interval));
    }

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}

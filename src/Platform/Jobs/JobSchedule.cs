using Cronos;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Jobs;

/// <summary>When a job runs: again after a period, or by a calendar in the park's time.</summary>
public sealed class JobSchedule
{
    /// <summary>A calendar without a next time, such as 30 February.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(36_500);

    private readonly TimeSpan? _period;
    private readonly CronExpression? _calendar;

    private JobSchedule(TimeSpan? period, CronExpression? calendar, TimeSpan first) => (_period, _calendar, First) = (period, calendar, first);

    /// <summary>How long after the start the first run of a period waits.</summary>
    public TimeSpan First { get; }

    /// <summary>As people read it on the page of the jobs.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Again and again, so long after the end of the run before.</summary>
    /// <param name="period">Between two runs.</param>
    /// <param name="first">Before the first; at once by default.</param>
    public static JobSchedule Every(TimeSpan period, TimeSpan first = default) => new(period, null, first) { Words = "每 " + WordsOf(period) };

    /// <summary>By a calendar, in the park's time.</summary>
    /// <param name="cron">Five fields: minute, hour, day, month, weekday.</param>
    /// <param name="words">The same in Chinese.</param>
    /// <exception cref="CronFormatException">The calendar is none.</exception>
    public static JobSchedule Calendar(string cron, string words) => new(null, CronExpression.Parse(cron), default) { Words = words };

    /// <summary>When the run after one that ended at <paramref name="now"/> is due.</summary>
    /// <param name="now">UTC.</param>
    public DateTime Next(DateTime now) => _period is { } period
        ? now + period
        : _calendar!.GetNextOccurrence(DateTime.SpecifyKind(now, DateTimeKind.Utc), ParkTime.Zone) ?? now + Never;

    /// <summary>When the first run is due.</summary>
    public DateTime Start(DateTime now) => _period is null ? Next(now) : now + First;

    internal static string WordsOf(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => FormattableString.Invariant($"{span.TotalMilliseconds:0} 毫秒"),
        { TotalMinutes: < 1 } => FormattableString.Invariant($"{span.TotalSeconds:0.#} 秒"),
        { TotalHours: < 1 } => FormattableString.Invariant($"{span.TotalMinutes:0.#} 分钟"),
        { TotalDays: < 2 } => FormattableString.Invariant($"{span.TotalHours:0.#} 小时"),
        _ => FormattableString.Invariant($"{span.TotalDays:0.#} 天"),
    };
}

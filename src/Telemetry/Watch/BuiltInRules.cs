using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>Rules that hold without anybody setting anything. A rule of the park for the same kind takes the place of one of these where it applies.</summary>
internal static class BuiltInRules
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public static readonly IReadOnlyList<WatchRule> All =
    [
        // A permit's limit is judged by the hour for flue gas and by the day for waste water; the real-time value warns before.
        New(WatchAlarms.OverLimit, Interval.RealTime, AlarmLevel.Orange, _ => true) with { DeadBand = 0.02, EscalateAfter = Quarter },
        New(WatchAlarms.OverLimit, Interval.Hour, AlarmLevel.Red, _ => true) with { EscalateAfter = Quarter },
        New(WatchAlarms.OverLimit, Interval.Day, AlarmLevel.Red, _ => true) with { EscalateAfter = Quarter },
        New(WatchAlarms.NearLimit, Interval.RealTime, AlarmLevel.Blue, _ => true) with { Delay = TimeSpan.FromMinutes(5), DeadBand = 0.02, ClosesItself = true },

        New(WatchAlarms.ForecastOverLimit, Interval.RealTime, AlarmLevel.Blue, channel => channel.IsOutlet) with { ClosesItself = true },

        New(WatchAlarms.OffLine, Interval.RealTime, AlarmLevel.Yellow, _ => true) with { Delay = TimeSpan.FromMinutes(10) },
        New(WatchAlarms.MissingData, Interval.RealTime, AlarmLevel.Blue, _ => true) with { Delay = TimeSpan.FromMinutes(30), ClosesItself = true },

        New(WatchAlarms.ConstantValue, Interval.RealTime, AlarmLevel.Yellow, channel => channel is { IsOutlet: true, IsConcentration: true } or { PointKind: PointKind.AmbientAir, IsConcentration: true })
            with { Delay = TimeSpan.FromHours(3) },
        New(WatchAlarms.ZeroValue, Interval.RealTime, AlarmLevel.Yellow, channel => channel is { IsOutlet: true, IsConcentration: true }) with { Delay = TimeSpan.FromHours(1) },
        New(WatchAlarms.NegativeValue, Interval.RealTime, AlarmLevel.Blue, channel => channel.IsConcentration) with { Delay = TimeSpan.FromMinutes(10) },
        New(WatchAlarms.Spike, Interval.RealTime, AlarmLevel.Blue, channel => channel is { IsOutlet: true, IsConcentration: true }) with { ClosesItself = true },
        New(WatchAlarms.OutOfRange, Interval.RealTime, AlarmLevel.Yellow, _ => true),

        // Looked at once an hour is complete, in what is stored: see DayChecks.
        New(WatchAlarms.ImplausibleRatio, Interval.Minute, AlarmLevel.Yellow, channel => channel.IsOutlet) with { Delay = TimeSpan.FromHours(1) },
        New(WatchAlarms.FlowWithoutConcentration, Interval.Minute, AlarmLevel.Yellow, channel => channel is { IsOutlet: true, IsConcentration: true }) with { Delay = TimeSpan.FromHours(1) },
        New(WatchAlarms.DataWhileStopped, Interval.Minute, AlarmLevel.Yellow, channel => channel.IsOutlet) with { Delay = TimeSpan.FromHours(1) },
        New(WatchAlarms.HourMismatch, Interval.Hour, AlarmLevel.Yellow, channel => channel is { IsOutlet: true, IsConcentration: true }),
        New(WatchAlarms.LevelChange, Interval.Hour, AlarmLevel.Blue, channel => channel is { IsOutlet: true, IsConcentration: true }),

        New(WatchAlarms.DeviceFault, Interval.RealTime, AlarmLevel.Yellow, _ => true),
    ];

    /// <summary>Default for a kind and level of data that a person sets a rule for. What is looked at in stored data has one level only.</summary>
    public static WatchRule For(AlarmType kind, Interval interval)
    {
        var usual = All.First(rule => rule.Kind == kind);
        return All.FirstOrDefault(rule => rule.Kind == kind && rule.Interval == interval) ?? (usual.Interval == Interval.RealTime ? usual with { Interval = interval } : usual);
    }

    private static WatchRule New(AlarmType kind, Interval interval, AlarmLevel level, Func<WatchedChannel, bool> fits) => new(kind, interval, level) { Name = "内置规则", Fits = fits };
}

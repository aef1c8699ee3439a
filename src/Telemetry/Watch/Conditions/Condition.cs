using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>A reading as a condition looks at it.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Value">What is judged: of flue gas the corrected concentration where the device gives it, for limits hold for that.</param>
/// <param name="Previous">The valid value before.</param>
internal readonly record struct Sample(Reading Reading, double? Value, double? Previous);

/// <summary>What must hold of a reading for an alarm to be raised, and what is said of it. One for each channel and rule; it may remember.</summary>
internal abstract class Condition(WatchRule rule, ChannelEntry entry)
{
    private readonly LimitInForce? _own = LimitInForce.Of(rule, entry.Channel);

    protected WatchRule Rule { get; } = rule;

    protected ChannelEntry Entry { get; } = entry;

    /// <summary>Readings that are not valid say nothing about it, neither way.</summary>
    public virtual bool NeedsValid => true;

    /// <summary>Without the value before nothing can be said.</summary>
    public virtual bool NeedsPrevious => false;

    /// <summary>How far back it remembers: after a restart so much is read again from the store, whether its alarm is raised or not.</summary>
    public virtual TimeSpan Memory => TimeSpan.Zero;

    /// <summary>It can be judged of late readings one by one.</summary>
    public virtual bool IsForLate => false;

    /// <param name="sample">The reading.</param>
    /// <param name="isActive">The alarm is raised: a better value by the dead band is asked for.</param>
    public abstract bool Holds(in Sample sample, bool isActive);

    /// <summary>How urgent this reading is.</summary>
    public virtual AlarmLevel LevelOf(in Sample sample) => Rule.Level;

    /// <summary>Chinese, with the evidence.</summary>
    public abstract string Say(in Sample sample, TimeSpan lasted);

    /// <summary>What the reading was compared with, and where that comes from.</summary>
    public virtual (double? Limit, string Basis) Compared(in Sample sample) => (null, Rule.Name);

    /// <summary>The worse of two values.</summary>
    public virtual bool IsWorse(double candidate, double current) => candidate > current;

    public static Condition? Of(WatchRule rule, ChannelEntry entry) => rule.Kind switch
    {
        AlarmKind.OverLimit when rule.Upper is not null || rule.Lower is not null || entry.Limits.Count > 0 => new OverLimit(rule, entry),
        AlarmKind.NearLimit when rule.Upper is not null || entry.Limits.Count > 0 => new NearLimit(rule, entry),
        AlarmKind.ForecastOverLimit when rule.Upper is not null || entry.Limits.Count > 0 => new ForecastOverLimit(rule, entry),
        AlarmKind.ConstantValue => new ConstantValue(rule, entry),
        AlarmKind.ZeroValue => new ZeroValue(rule, entry),
        AlarmKind.NegativeValue => new NegativeValue(rule, entry),
        AlarmKind.Spike => new Spike(rule, entry),
        AlarmKind.OutOfRange => new OutOfRange(rule, entry),
        AlarmKind.DeviceFault => new DeviceFault(rule, entry),
        _ => null,
    };

    /// <summary>Of flue gas the corrected concentration, where it is given: GB emission standards limit that.</summary>
    public static double? Judged(in Reading reading, PointKind kind) => kind == PointKind.FlueGas && reading.Corrected is { } corrected ? corrected : reading.Value;

    /// <summary>The rule's own limit, or the permit's that is in force on the day.</summary>
    protected LimitInForce? LimitAt(DateTime utc) => _own ?? Entry.LimitAt(utc);

    protected string Number(double? value) => value is { } number
        ? number.ToString("0." + new string('#', Math.Max(Entry.Channel.Subject.Decimals, 2)), CultureInfo.InvariantCulture) + (Entry.Channel.Subject.Unit is { Length: > 0 } unit ? " " + unit : "")
        : "—";

    protected static string Words(TimeSpan lasted) => lasted.TotalMinutes < 1 ? "" : lasted.TotalHours < 2 ? $"，已持续 {lasted.TotalMinutes:0} 分钟" : $"，已持续 {lasted.TotalHours:0.#} 小时";
}

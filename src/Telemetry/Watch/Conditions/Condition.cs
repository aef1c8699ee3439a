using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>A reading as a condition looks at it.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Value">What the condition is about: see <see cref="Condition.ValueOf"/>.</param>
/// <param name="Previous">The valid value measured before.</param>
internal readonly record struct Sample(Reading Reading, double? Value, double? Previous);

/// <summary>What must hold of a reading for an alarm to be raised, and what is said of it. One for each channel and rule; it may remember.</summary>
internal abstract class Condition(WatchRule rule, ChannelEntry entry)
{
    private static readonly Dictionary<AlarmType, Func<WatchRule, ChannelEntry, Condition?>> Made = new()
    {
        [WatchAlarms.OverLimit] = (rule, entry) => HasUpper(rule, entry) || rule.Lower is not null ? new OverLimit(rule, entry) : null,
        [WatchAlarms.NearLimit] = (rule, entry) => HasUpper(rule, entry) ? new NearLimit(rule, entry) : null,
        [WatchAlarms.ForecastOverLimit] = (rule, entry) => HasUpper(rule, entry) ? new ForecastOverLimit(rule, entry) : null,
        [WatchAlarms.ConstantValue] = (rule, entry) => new ConstantValue(rule, entry),
        [WatchAlarms.ZeroValue] = (rule, entry) => new ZeroValue(rule, entry),
        [WatchAlarms.NegativeValue] = (rule, entry) => new NegativeValue(rule, entry),
        [WatchAlarms.Spike] = (rule, entry) => new Spike(rule, entry),
        [WatchAlarms.OutOfRange] = (rule, entry) => new OutOfRange(rule, entry),
        [WatchAlarms.DeviceFault] = (rule, entry) => new DeviceFault(rule, entry),
    };

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

    /// <returns><see langword="null"/> where the rule is not about single readings, or there is no limit to compare with.</returns>
    public static Condition? Of(WatchRule rule, ChannelEntry entry) => Made.GetValueOrDefault(rule.Kind)?.Invoke(rule, entry);

    /// <summary>What the instrument has measured; conditions about limits look at what those hold for.</summary>
    public virtual double? ValueOf(in Reading reading, Reading? oxygen) => reading.Value;

    protected string Number(double? value) => value is { } number
        ? number.ToString("0." + new string('#', Math.Max(Entry.Channel.Subject.Decimals, 2)), CultureInfo.InvariantCulture) + (Entry.Channel.Subject.Unit is { Length: > 0 } unit ? " " + unit : "")
        : "—";

    private static bool HasUpper(WatchRule rule, ChannelEntry entry) => rule.Upper is not null || entry.Limits.Count > 0;

    protected static string Words(TimeSpan lasted) => lasted.TotalMinutes < 1 ? "" : lasted.TotalHours < 2 ? $"，已持续 {lasted.TotalMinutes:0} 分钟" : $"，已持续 {lasted.TotalHours:0.#} 小时";
}

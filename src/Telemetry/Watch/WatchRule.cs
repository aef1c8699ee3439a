using EcoPark.Alarms;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>A rule as the watch uses it: one of the built-in ones, or what a person entered (<see cref="AlarmRule"/>).</summary>
internal sealed record WatchRule(AlarmType Kind, Interval Interval, AlarmLevel Level)
{
    public string Name { get; init; } = "";

    /// <summary>The kind is not watched where this rule applies.</summary>
    public bool IsOff { get; init; }

    public double? Upper { get; init; }

    public double? Lower { get; init; }

    /// <summary>Shares of the limit that count as near it: from the first on, and from the second on one level more urgent.</summary>
    public (double First, double Urgent) Shares { get; init; } = (0.8, 0.9);

    /// <summary>The condition must hold this long.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Share of the limit by which a value must be better before the alarm ends.</summary>
    public double DeadBand { get; init; }

    public TimeSpan? EscalateAfter { get; init; }

    public bool ClosesItself { get; init; }

    public WorkingHours Hours { get; init; } = WorkingHours.Always;

    /// <summary>Where it applies; what is empty does not matter.</summary>
    public PointKind? PointKind { get; init; }

    public int? EnterpriseId { get; init; }

    public int? OutletId { get; init; }

    public string PointName { get; init; } = "";

    public string FactorCode { get; init; } = "";

    /// <summary>Of the built-in rules: which channels they are for.</summary>
    public Func<WatchedChannel, bool>? Fits { get; init; }

    /// <summary>Of several rules for the same the narrowest holds: point or outlet before enterprise before factor before kind of point; built-in ones last.</summary>
    public int Narrowness =>
        (Fits is null ? 1 : 0) + (PointKind is null ? 0 : 2) + (FactorCode.Length == 0 ? 0 : 4) + (EnterpriseId is null ? 0 : 8) + (OutletId is null && PointName.Length == 0 ? 0 : 16);

    public bool AppliesTo(WatchedChannel channel) =>
        (PointKind is null || PointKind == channel.PointKind)
        && (EnterpriseId is null || EnterpriseId == channel.Subject.EnterpriseId)
        && (OutletId is null || OutletId == channel.Subject.OutletId)
        && (PointName.Length == 0 || IsNamed(channel.Subject.Point))
        && (FactorCode.Length == 0 || FactorCode == channel.Subject.FactorCode)
        && Fits?.Invoke(channel) != false;

    /// <summary>One name, or a group of them.</summary>
    private bool IsNamed(string point) => PointName == point || PointName.Split(['、', '，', ',', '；', ';'], StringSplitOptions.TrimEntries).Contains(point, StringComparer.Ordinal);
}

/// <summary>What a rule is chosen by.</summary>
/// <param name="Subject">What an alarm would be about.</param>
/// <param name="PointKind">Kind of the point.</param>
internal sealed record WatchedChannel(AlarmSubject Subject, PointKind PointKind)
{
    /// <summary>A concentration: cannot be below zero, and is never quite the same for hours.</summary>
    public bool IsConcentration { get; } = Subject.Unit.StartsWith("mg/", StringComparison.OrdinalIgnoreCase) || Subject.Unit.StartsWith("ng", StringComparison.OrdinalIgnoreCase)
        || Subject.Unit.StartsWith("ug/", StringComparison.OrdinalIgnoreCase) || Subject.Unit.StartsWith("μg/", StringComparison.Ordinal) || Subject.Unit.StartsWith("µg/", StringComparison.Ordinal);

    /// <summary>排口 that discharges all the time: its readings never stand still.</summary>
    public bool IsOutlet => PointKind is PointKind.FlueGas or PointKind.WasteWater;
}

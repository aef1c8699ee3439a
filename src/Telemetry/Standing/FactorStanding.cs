using EcoPark.Standards;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Telemetry.Standing;

/// <summary>The newest value of a channel, and how it stands.</summary>
public sealed record FactorStanding(StandingState State, LiveValue? Live)
{
    /// <summary>What is set against the limit, in the channel's unit: of flue gas the concentration at the reference oxygen. <see langword="null"/> where it cannot be told.</summary>
    public double? Judged { get; init; }

    /// <summary><see cref="Judged"/> is not what was measured, but corrected (折算).</summary>
    public bool IsCorrected { get; init; }

    /// <summary>In the channel's unit.</summary>
    public double? Upper => InForce?.Upper;

    /// <summary>In the channel's unit.</summary>
    public double? Lower => InForce?.Lower;

    /// <summary>Standard, permit or rule that the limit is from; empty where there is none.</summary>
    public string Basis => InForce?.Basis ?? "";

    /// <summary>Share of the upper limit; <see langword="null"/> where there is none.</summary>
    public double? Share => Judged is { } value && Upper is > 0 and var upper ? value / upper : null;

    /// <summary>The platform's one judgement in full; <see langword="null"/> where nothing is judged.</summary>
    public Verdict? Verdict => InForce is not null && Judged is { } value && Live is { } live && Entry is not null && State is StandingState.Over or StandingState.Near or StandingState.Normal
        ? InForce.Judge(value, live.Reading.Interval, Entry.Channel.Subject, StandingRule.DayOf(live.Reading)) with { IsIndicative = live.Reading.Interval < PermitJudge.Decides(Entry.Channel.PointKind, Entry.Channel.Subject.FactorCode) }
        : null;

    internal LimitInForce? InForce { get; init; }

    internal ChannelEntry? Entry { get; init; }
}

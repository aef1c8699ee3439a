using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>A limit that holds for a channel, with its bounds in the channel's unit so that most readings cost one comparison.</summary>
/// <param name="Limit">As the permit or the rule has it.</param>
/// <param name="Upper">In the channel's unit.</param>
/// <param name="Lower">In the channel's unit.</param>
internal sealed record LimitInForce(Limit Limit, double? Upper, double? Lower)
{
    public string Basis => $"{Limit.StandardName} {Limit.StandardNumber}".Trim();

    /// <summary>What a permit lays down; <see langword="null"/> where its unit cannot be brought into the channel's: better no limit than one of another quantity.</summary>
    public static LimitInForce? Of(KnownLimit known, WatchedChannel channel)
    {
        var (from, to) = (Unit.Of(known.Unit), Unit.Of(channel.Subject.Unit));
        var medium = channel.PointKind.RollupMedium();
        var factor = FactorTable.Find(known.FactorCode, medium);
        if (UnitConversion.Convert((decimal)known.Limit, from, to, factor?.MolarMass, GasState.Of(medium)) is not { } upper)
            return null;
        return new LimitInForce(
            new Limit
            {
                StandardNumber = known.Standard,
                StandardName = "排污许可限值",
                Medium = medium,
                Factor = known.FactorCode,
                Averaging = Averaging.Sample,
                Upper = (decimal)known.Limit,
                Unit = from,
                EffectiveFrom = known.From,
                EffectiveTo = known.To,
            },
            (double)upper, null);
    }

    /// <summary>A range in the channel's unit; <see langword="null"/> where its unit cannot be brought into that.</summary>
    public static KnownRange? RangeOf(KnownRange known, WatchedChannel channel)
    {
        var (from, to, medium) = (Unit.Of(known.Unit), Unit.Of(channel.Subject.Unit), channel.PointKind.RollupMedium());
        var factor = FactorTable.Find(known.FactorCode, medium);
        double? In(double bound) => (double?)UnitConversion.Convert((decimal)bound, from, to, factor?.MolarMass, GasState.Of(medium));
        return In(known.Low) is { } low && In(known.High) is { } high ? known with { Low = low, High = high, Unit = channel.Subject.Unit } : null;
    }

    /// <summary>What a rule of the park lays down, in the channel's own unit; <see langword="null"/> where it names no limit.</summary>
    public static LimitInForce? Of(WatchRule rule, WatchedChannel channel) => rule.Upper is null && rule.Lower is null ? null : new LimitInForce(
        new Limit
        {
            StandardNumber = "",
            StandardName = rule.Name,
            Medium = channel.PointKind.RollupMedium(),
            Factor = channel.Subject.FactorCode,
            Averaging = Averaging.Sample,
            Upper = (decimal?)rule.Upper,
            Lower = (decimal?)rule.Lower,
            Unit = Unit.Of(channel.Subject.Unit),
        },
        rule.Upper, rule.Lower);

    /// <summary>The one judgement of the platform, for a value of this channel.</summary>
    public Verdict Judge(double value, Interval interval, AlarmSubject subject, DateOnly day)
    {
        var averaging = interval switch { Interval.Hour => Averaging.Hour, Interval.Day => Averaging.Day, Interval.Month => Averaging.Month, _ => Averaging.Sample };
        return Judgement.Judge(new JudgementRequest
        {
            Factor = subject.FactorCode,
            Value = JudgementRequest.ValueOf(value),
            Unit = Unit.Of(subject.Unit),
            Averaging = averaging,
            Medium = Limit.Medium,
            Day = day,
            // A permit's concentration holds for the mean that the rule looks at, whichever that is.
            Limits = [Limit with { Averaging = averaging }],
        });
    }
}

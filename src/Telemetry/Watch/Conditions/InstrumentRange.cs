using EcoPark.Standards;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>Range beyond which a reading cannot be: of the rule, else of the instrument as filed, else as it tells it, else of the quantity itself.</summary>
/// <param name="Low">In the channel's unit.</param>
/// <param name="High">In the channel's unit.</param>
/// <param name="Basis">Where it is from, Chinese.</param>
internal sealed record InstrumentRange(double Low, double High, string Basis)
{
    public static InstrumentRange? Of(WatchRule rule, ChannelEntry entry)
    {
        if (rule.Upper is not null || rule.Lower is not null)
            return new InstrumentRange(rule.Lower ?? double.NegativeInfinity, rule.Upper ?? double.PositiveInfinity, rule.Name);
        if (entry.Range is { } known)
            return new InstrumentRange(known.Low, known.High, known.Basis);
        return PhysicalRange.Of(entry.Channel.Subject.FactorCode) is { } bounds ? new InstrumentRange(bounds.Low, bounds.High, "物理量本身的范围") : null;
    }
}

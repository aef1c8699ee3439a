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
        const string Quantity = "物理量本身的范围";
        return entry.Channel.Subject.FactorCode switch
        {
            "w01001" => new InstrumentRange(0, 14, Quantity), // pH
            "a19001" => new InstrumentRange(0, 25, Quantity), // oxygen, %
            "a01002" or "a01014" => new InstrumentRange(0, 100, Quantity), // humidity, %
            "a01008" => new InstrumentRange(0, 360, Quantity), // direction, °
            _ => null,
        };
    }
}

namespace EcoPark.Contracts;

/// <summary>测量量程 of an instrument, as filed.</summary>
/// <param name="PointId">Monitoring point that it measures at.</param>
/// <param name="Basis">Where it is from, Chinese.</param>
public sealed record KnownRange(int PointId, string FactorCode, double Low, double High, string Unit, string Basis);

/// <summary>基准氧含量 of an outlet, as filed: its concentrations are judged at this oxygen.</summary>
/// <param name="PointId">Monitoring point.</param>
/// <param name="Percent">%.</param>
public sealed record KnownOxygen(int PointId, decimal Percent);

/// <summary>What filings say, at one moment.</summary>
/// <param name="Ranges">Of the instruments.</param>
/// <param name="Oxygen">One a point at most.</param>
public sealed record InstrumentFacts(IReadOnlyList<KnownRange> Ranges, IReadOnlyList<KnownOxygen> Oxygen)
{
    public static readonly InstrumentFacts None = new([], []);
}

/// <summary>What has been filed of instruments. The room of the pollution sources implements it, so that telemetry need not know it.</summary>
public interface IInstrumentFilings
{
    /// <summary>Record types whose change makes <see cref="Read"/> give something else.</summary>
    IReadOnlyList<string> RestsOn { get; }

    Task<InstrumentFacts> Read(CancellationToken cancellationToken);
}

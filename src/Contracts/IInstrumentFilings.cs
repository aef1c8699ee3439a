namespace EcoPark.Contracts;

/// <summary>测量量程 of an instrument, as filed.</summary>
/// <param name="PointId">Monitoring point that it measures at.</param>
/// <param name="Basis">Where it is from, Chinese.</param>
public sealed record KnownRange(int PointId, string FactorCode, double Low, double High, string Unit, string Basis);

/// <summary>What has been filed of instruments. The room of the pollution sources implements it, so that telemetry need not know it.</summary>
public interface IInstrumentFilings
{
    /// <summary>Record types whose change makes <see cref="Ranges"/> give something else.</summary>
    IReadOnlyList<string> Sources { get; }

    Task<IReadOnlyList<KnownRange>> Ranges(CancellationToken cancellationToken);
}

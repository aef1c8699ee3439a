using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>What is to be drawn.</summary>
/// <param name="Channels">Of one point or of several.</param>
/// <param name="Origins">Each a line of its own.</param>
/// <param name="Interval">Level of the data.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Compare">The same stretch of another time, laid over it.</param>
public sealed record CurveRequest(IReadOnlyList<Channel> Channels, IReadOnlyList<Origin> Origins, Interval Interval, DateTime From, DateTime To, CurveComparison Compare);

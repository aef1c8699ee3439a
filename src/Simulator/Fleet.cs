using System.Net;

namespace EcoPark.Simulator;

/// <summary>Many loggers at once.</summary>
public sealed class Fleet(IReadOnlyList<LoggerSpec> specs, FleetOptions options, TimeProvider clock)
{
    private readonly IReadOnlyList<SimulatedLogger> _loggers = [.. specs.Select(spec => new SimulatedLogger(spec, options, clock))];

    public long Acknowledged => _loggers.Sum(logger => logger.Acknowledged);

    /// <summary>Runs until it is stopped.</summary>
    public Task Run(IPEndPoint server, CancellationToken cancellationToken) =>
        Task.WhenAll(_loggers.Select(logger => logger.Run(server, cancellationToken)));
}

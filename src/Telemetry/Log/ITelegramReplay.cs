namespace EcoPark.Telemetry.Log;

/// <summary>Runs logged telegrams through the twins again: after a registration, a changed tolerance, a repaired fault.</summary>
public interface ITelegramReplay
{
    /// <summary>Judges and replays received telegrams that fit the filter. Idempotent.</summary>
    Task<ReplayReport> Replay(LogFilter filter, CancellationToken cancellationToken);
}

/// <param name="Read">Telegrams looked at.</param>
/// <param name="Accepted">Handed to twins.</param>
/// <param name="Refused">Still not acceptable.</param>
public sealed record ReplayReport(long Read, long Accepted, long Refused);

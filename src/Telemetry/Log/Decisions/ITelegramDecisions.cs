using EcoPark.Platform;

namespace EcoPark.Telemetry.Log.Decisions;

/// <summary>What people decide of telegrams that the platform keeps and does not use: those of a wrong clock, of unknown devices, and those set aside.</summary>
public interface ITelegramDecisions
{
    /// <summary>Uses held telegrams with the times that the person gives them. Their bytes stay; what is not acceptable even so stays held and is told.</summary>
    Task<Outcome<DecisionReport>> Accept(TelegramChoice choice, TimeCorrection correction, string reason, CancellationToken cancellationToken);

    /// <summary>Leaves telegrams unused for good: held, quarantined or set aside. They stay in the log.</summary>
    Task<Outcome<DecisionReport>> Discard(TelegramChoice choice, string reason, CancellationToken cancellationToken);
}

/// <summary>One telegram, with the other parts where it is split; or all of one device that have a verdict.</summary>
public sealed record TelegramChoice
{
    private TelegramChoice(long? id, string mn, TelegramVerdict verdict) => (Id, Mn, Verdict) = (id, mn, verdict);

    public long? Id { get; }

    public string Mn { get; }

    /// <summary>Verdict of all of a device.</summary>
    public TelegramVerdict Verdict { get; }

    public static TelegramChoice One(long id) => new(id, "", default);

    public static TelegramChoice AllOf(string mn, TelegramVerdict verdict) => new(null, mn, verdict);
}

/// <param name="Decided">Telegrams that were decided.</param>
/// <param name="Left">Telegrams that stay as they are.</param>
/// <param name="Why">Why the first of these does; empty where none is left.</param>
public sealed record DecisionReport(long Decided, long Left, string Why);

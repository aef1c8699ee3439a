namespace EcoPark.Telemetry.Log.Decisions;

/// <summary>What a person decided of one telegram.</summary>
/// <param name="Id">Id in the log.</param>
/// <param name="From">Its verdict as the person saw it.</param>
/// <param name="To">The verdict from now on.</param>
/// <param name="Shift">What is added to the device's times; <see langword="null"/> where it is not used.</param>
/// <param name="Reason">Who decided and why; Chinese.</param>
public sealed record TelegramDecision(long Id, TelegramVerdict From, TelegramVerdict To, TimeSpan? Shift, string Reason);

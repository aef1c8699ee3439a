using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Relay;

/// <summary>A telegram that is due to a platform.</summary>
/// <param name="Entry">As it is in the log.</param>
/// <param name="Device">Whose it is, and under what names it goes up.</param>
/// <param name="IsOwed">The cursor has passed it.</param>
/// <param name="AnswersCommand">Its QN is that of a command of ours, which several telegrams may share.</param>
internal sealed record RelayItem(LogEntry Entry, RelayedDevice Device, bool IsOwed, bool AnswersCommand);

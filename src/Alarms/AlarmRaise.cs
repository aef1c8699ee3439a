namespace EcoPark.Alarms;

/// <summary>An alarm was raised, or raised again.</summary>
/// <param name="BeganAt">First reading that shows it, UTC; of one that came back, when it was raised again.</param>
public sealed record AlarmRaise(DateTime BeganAt, int? PointId, int? DeviceId);

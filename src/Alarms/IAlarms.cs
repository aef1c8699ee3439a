namespace EcoPark.Alarms;

/// <summary>Where findings of any room become alarms: of a kind that it has registered, about any record, point, device or enterprise.</summary>
public interface IAlarms
{
    /// <summary>Takes what happened; ends when it is durable. May be repeated: the same finding never makes a second alarm.</summary>
    Task Write(IReadOnlyList<AlarmEvent> events);
}

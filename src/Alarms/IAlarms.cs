namespace EcoPark.Alarms;

/// <summary>Where findings become alarms; for the watch and for modules that find something themselves (quota, forecast, checks).</summary>
public interface IAlarms
{
    /// <summary>Takes what happened; ends when it is durable. May be repeated: the same finding never makes a second alarm.</summary>
    Task Write(IReadOnlyList<AlarmEvent> events);
}

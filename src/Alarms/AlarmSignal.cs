namespace EcoPark.Alarms;

/// <summary>An alarm was raised or changed; what it says now is in the database.</summary>
/// <param name="AlarmId">Alarm.</param>
/// <param name="EnterpriseId">Enterprise it belongs to; 0 for the park's own.</param>
public readonly record struct AlarmSignal(int AlarmId, int EnterpriseId);

/// <summary>Tells all nodes of alarms that have just been saved. Telemetry implements it with the feed that it has between the nodes anyway.</summary>
public interface IAlarmSignals
{
    /// <summary>An alarm was raised or changed, here or on another node. Raised in the flow of whoever changed it: carry nothing over.</summary>
    event Action<AlarmSignal>? AlarmChanged;

    /// <summary>Tells all nodes of an alarm that has just been saved.</summary>
    void Publish(AlarmSignal alarm);
}

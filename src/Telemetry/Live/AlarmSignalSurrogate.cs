using EcoPark.Alarms;

namespace EcoPark.Telemetry.Live;

/// <summary><see cref="AlarmSignal"/> on its way to other nodes: the room of the alarms knows nothing of them.</summary>
[GenerateSerializer, Immutable, Alias("ecopark.alarm-signal")]
internal readonly record struct AlarmSignalSurrogate([property: Id(0)] int AlarmId, [property: Id(1)] int EnterpriseId);

/// <inheritdoc/>
[RegisterConverter]
internal sealed class AlarmSignalConverter : IConverter<AlarmSignal, AlarmSignalSurrogate>
{
    public AlarmSignal ConvertFromSurrogate(in AlarmSignalSurrogate surrogate) => new(surrogate.AlarmId, surrogate.EnterpriseId);

    public AlarmSignalSurrogate ConvertToSurrogate(in AlarmSignal value) => new(value.AlarmId, value.EnterpriseId);
}

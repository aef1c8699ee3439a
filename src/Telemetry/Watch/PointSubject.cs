using EcoPark.Alarms;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>A channel as the subject of alarms, by what the registry says of it.</summary>
public static class PointSubject
{
    public static AlarmSubject Of(MonitoringPoint point, Channel channel) => new()
    {
        EnterpriseId = point.EnterpriseId ?? 0,
        Enterprise = point.Enterprise,
        FormerOwners = point.FormerOwners.Count == 0 ? FormerSubjectOwners.None
            : new([.. point.FormerOwners.OrderBy(former => former.LastDay).Select(former => new FormerSubjectOwner(former.Until, former.EnterpriseId, former.Enterprise))]),
        PointId = point.Id,
        Point = point.Name,
        DeviceId = channel.DeviceId,
        ChannelId = channel.Id,
        FactorCode = channel.FactorCode,
        Factor = channel.Name,
        Unit = channel.Unit,
        Decimals = channel.Decimals,
    };
}

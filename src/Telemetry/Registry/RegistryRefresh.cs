using EcoPark.Platform.Jobs;

namespace EcoPark.Telemetry.Registry;

/// <summary>Takes over changes that another node made to the registry, within two seconds. Until the database answers the snapshot in memory stays in force.</summary>
internal sealed class RegistryRefresh(JobKit kit, DeviceRegistry registry) : Job(kit, "registry-refresh", "登记信息同步", JobSchedule.Every(TimeSpan.FromSeconds(2)))
{
    protected override Task Run(CancellationToken cancellationToken) => registry.Refresh(cancellationToken);
}

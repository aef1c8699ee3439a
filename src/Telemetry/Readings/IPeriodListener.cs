namespace EcoPark.Telemetry.Readings;

/// <summary>Something that is derived from rolled-up hours and days, and falls behind when they change.</summary>
public interface IPeriodListener
{
    /// <summary>
    /// These periods were rolled up and are durable. Told at least once, and again after a crash until this has returned: note durably what is due, and leave the work for later.
    /// </summary>
    Task RolledUp(IReadOnlyCollection<RollupTarget> periods, CancellationToken cancellationToken);
}

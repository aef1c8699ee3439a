namespace EcoPark.Contracts;

/// <summary>An outlet of a permit that sends on line.</summary>
/// <param name="Filing">Its filing, where there is one.</param>
public sealed record OnlineOutlet(PermitOutletId Permit, PointId Point, FilingId? Filing, string Name);

/// <summary>Which outlets of permits send on line. The room of the pollution sources implements it, so that rooms of other data need not know it.</summary>
public interface IOnlineOutlets
{
    /// <returns>Those within the actor's scope; <see langword="null"/> where the actor may not see outlets.</returns>
    Task<IReadOnlyList<OnlineOutlet>?> Read(CancellationToken cancellationToken);
}

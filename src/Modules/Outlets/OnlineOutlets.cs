using EcoPark.Contracts;
using EcoPark.Platform.Security;

namespace EcoPark.Modules.Outlets;

/// <summary>Tells other rooms which outlets send on line.</summary>
internal sealed class OnlineOutlets(OutletBook book) : IOnlineOutlets
{
    public async Task<IReadOnlyList<OnlineOutlet>?> Read(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.View))
            return null;
        var outlets = await book.All(cancellationToken).ConfigureAwait(false);
        return [.. outlets.Where(outlet => outlet.Link.Outlet is not null).Select(outlet => new OnlineOutlet(outlet.Link.Outlet!.Id, outlet.Id, outlet.Filing is { } filing ? new FilingId(filing.Id) : null, outlet.Name))];
    }
}

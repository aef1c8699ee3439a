using EcoPark.Contracts;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>What a monitoring point belongs to.</summary>
/// <param name="Enterprise">Null for the park's own points.</param>
/// <param name="Outlet">Outlet of the permit whose limits hold.</param>
/// <param name="IsByName">Nobody has linked the outlet: it is the only one of the enterprise that bears the point's name or code.</param>
public sealed record PermitLink(KnownEnterprise? Enterprise, KnownOutlet? Outlet, bool IsByName);

/// <summary>Points, outlets and enterprises put together.</summary>
public sealed class PermitLinks(PermitSnapshot permits)
{
    private readonly Dictionary<int, KnownOutlet> _outlets = permits.Outlets.ToDictionary(outlet => outlet.Id);
    private readonly ILookup<int, KnownOutlet> _outletsOf = permits.Outlets.ToLookup(outlet => outlet.EnterpriseId);
    private readonly Dictionary<int, KnownEnterprise> _enterprises = permits.Enterprises.ToDictionary(enterprise => enterprise.Id);
    private readonly ILookup<string, KnownEnterprise> _byName = permits.Enterprises.ToLookup(enterprise => enterprise.Name, StringComparer.Ordinal);

    public PermitLink Of(MonitoringPoint point)
    {
        var linked = point.PermitOutletId is { } id ? _outlets.GetValueOrDefault(id) : null;
        var enterprise = (point.EnterpriseId ?? linked?.EnterpriseId) is { } owner ? _enterprises.GetValueOrDefault(owner) : _byName[point.Enterprise].FirstOrDefault();
        if (linked is not null || enterprise is null)
            return new PermitLink(enterprise, linked, false);
        var named = _outletsOf[enterprise.Id].Where(outlet => outlet.Name == point.Name || outlet.Code == point.Name).Take(2).ToList() is [var only] ? only : null;
        return new PermitLink(enterprise, named, named is not null);
    }
}

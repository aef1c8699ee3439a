using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Outlets;

/// <summary>An outlet: a monitoring point with what the filing and the permit say of it. Its id is that of the monitoring point.</summary>
/// <param name="Filing">Null where it has not been filed yet.</param>
/// <param name="Link">Enterprise and outlet of the permit.</param>
/// <param name="Channels">One a factor, in the order of the registry.</param>
/// <param name="Limits">Concentration limits of the permit, the newest first.</param>
/// <param name="Totals">Permitted totals of the permit.</param>
public sealed record Outlet(MonitoringPoint Point, OutletFiling? Filing, PermitLink Link, IReadOnlyList<Channel> Channels, IReadOnlyList<KnownLimit> Limits, IReadOnlyList<KnownTotal> Totals)
{
    public int Id => Point.Id;

    public string Name => Filing?.Name is { Length: > 0 } name ? name : Point.Name;

    /// <summary>0 for the park's own.</summary>
    public int EnterpriseId => Link.Enterprise?.Id ?? Point.EnterpriseId ?? 0;

    /// <summary>The enterprise that it belonged to on a day; 0 for the park's own.</summary>
    public int OwnerOn(DateOnly day) => Point.FormerOwnerOn(day) ?? EnterpriseId;

    public string Enterprise => Link.Enterprise?.Name ?? Point.Enterprise;

    public string Kind => Filing?.Kind is { Length: > 0 } kind ? kind : OutletKinds.Of(Point.Kind);

    public bool IsGas => Point.Kind is PointKind.FlueGas or PointKind.FenceLine;

    public Medium Medium => IsGas ? Medium.FlueGas : Medium.WasteWater;

    /// <summary>Something leaves the enterprise here: inlets and the fence line are measured only.</summary>
    public bool IsEmitting => Filing?.IsInlet != true && Point.Kind != PointKind.FenceLine;

    /// <summary>Factors whose hours are marked, judged and asked for: masses in a volume, and pH.</summary>
    public IReadOnlyList<Channel> Followed { get; } = [.. Channels.Where(channel => OutletFactors.IsPollutant(channel) || channel.FactorCode == OutletFactors.Acidity)];

    /// <summary>Whether a mass of this factor is summed up here.</summary>
    public bool Emits(string factor) => IsEmitting && Channel(factor) is { } channel && OutletFactors.IsPollutant(channel);

    public Channel? Channel(string factor) => Channels.FirstOrDefault(channel => channel.FactorCode == factor);

    /// <summary>Reference oxygen of the filing; null where nothing is corrected.</summary>
    public (decimal Percent, string Basis)? Oxygen { get; } = OxygenChoice.Of(Filing);

    /// <summary>Whether this factor is judged at the reference oxygen.</summary>
    public bool Corrects(string factor) => IsGas && Oxygen is not null && Channel(factor) is { } channel && OutletFactors.IsPollutant(channel);

    public KnownLimit? LimitOn(string factor, DateOnly day) => Limits.FirstOrDefault(limit => limit.FactorCode == factor && limit.From <= day && (limit.To is null || day <= limit.To));

    public KnownTotal? TotalOn(string factor, DateOnly day) => Totals.FirstOrDefault(total => total.FactorCode == factor && total.From <= day && (total.To is null || day <= total.To));
}

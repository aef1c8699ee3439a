namespace EcoPark.Contracts;

/// <summary>An enterprise as the watch needs to know it.</summary>
/// <param name="Industry">GB/T 4754 code.</param>
public sealed record KnownEnterprise(int Id, string Name, string Industry);

/// <summary>An outlet of a permit.</summary>
/// <param name="Kind">废气主要排放口, 废水总排放口 …; empty where it is not known.</param>
public sealed record KnownOutlet(int Id, int EnterpriseId, string Code, string Name, string Kind = "");

/// <summary>A concentration limit of a permit.</summary>
/// <param name="Standard">Number and name, as the permit gives them.</param>
/// <param name="From">First day it holds.</param>
/// <param name="To">Last day; <see langword="null"/> without end.</param>
public sealed record KnownLimit(int OutletId, string FactorCode, double Limit, string Unit, string Standard, DateOnly From, DateOnly? To);

/// <summary>A permitted total (年许可排放量) of a permit.</summary>
/// <param name="Tonnes">A calendar year, t.</param>
/// <param name="From">First day it holds.</param>
/// <param name="To">Last day; <see langword="null"/> without end.</param>
public sealed record KnownTotal(int OutletId, string FactorCode, double Tonnes, DateOnly From, DateOnly? To);

/// <summary>What the archives say, at one moment.</summary>
public sealed record PermitSnapshot(IReadOnlyList<KnownEnterprise> Enterprises, IReadOnlyList<KnownOutlet> Outlets, IReadOnlyList<KnownLimit> Limits)
{
    public static readonly PermitSnapshot Empty = new([], [], []);

    /// <summary>Permitted totals.</summary>
    public IReadOnlyList<KnownTotal> Totals { get; init; } = [];
}

/// <summary>Enterprises, outlets and limits of the permits. The archives implement it, so that telemetry need not know them.</summary>
public interface IPermitBook
{
    /// <summary>Record types whose change makes <see cref="Read"/> give something else.</summary>
    IReadOnlyList<string> Sources { get; }

    Task<PermitSnapshot> Read(CancellationToken cancellationToken);
}

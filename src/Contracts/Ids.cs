using System.Globalization;

namespace EcoPark.Contracts;

/// <summary>A monitoring point (监测点位). Outlets that are on line go by the id of their point.</summary>
public readonly record struct PointId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A filing (排口联网备案) of an outlet, which instruments, checks, manual results and quotas belong to.</summary>
public readonly record struct FilingId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An outlet as the permit names it (许可排放口), which limits and permitted totals belong to.</summary>
public readonly record struct PermitOutletId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

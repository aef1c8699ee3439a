namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Seals of a kind in a period.</summary>
/// <param name="Tested">Tested in the period.</param>
/// <param name="Leaking">Of these leaked.</param>
public sealed record KindFigures(string Kind, int Points, int Tested, int Leaking)
{
    public double? LeakShare => Tested > 0 ? (double)Leaking / Tested : null;
}

/// <summary>A unit as it stands now and in a period.</summary>
/// <param name="Owed">Seals that have to be tested.</param>
/// <param name="Late">Of these whose test is overdue now.</param>
public sealed record UnitFigures(int Id, int EnterpriseId, string Enterprise, string Code, string Name, int Points, int Inaccessible, int Exempt, int Owed, int Late, int Tested, int Readings, int Leaking, int OpenLeaks)
{
    public double? LeakShare => Tested > 0 ? (double)Leaking / Tested : null;
}

/// <summary>Leak detection and repair in a period, of the park or of one enterprise, as the actor may see it.</summary>
/// <param name="Leaks">Detected in the period, and those that are still open; the newest first.</param>
/// <param name="Found">Detected in the period.</param>
/// <param name="ByMonth">Leaks detected, by months of the period.</param>
public sealed record LdarYear(
    DateOnly First, DateOnly Last, IReadOnlyList<UnitFigures> Units, IReadOnlyList<KindFigures> Kinds, IReadOnlyList<LeakRow> Leaks, RepairEfficiency Efficiency, IReadOnlyList<RepeatedLeak> Repeated, IReadOnlyList<DelayAge> Delays,
    IReadOnlyList<(string Month, int Count)> ByMonth, IReadOnlyList<DutyFigures> Duties)
{
    public static readonly LdarYear None = new(default, default, [], [], [], RepairEfficiency.Of([]), [], [], [], []);

    public int Points => Units.Sum(unit => unit.Points);

    public int Tested => Units.Sum(unit => unit.Tested);

    public int Late => Units.Sum(unit => unit.Late);

    public double? LeakShare => Tested > 0 ? (double)Units.Sum(unit => unit.Leaking) / Tested : null;

    public int OpenLeaks => Leaks.Count(row => row.IsOpen);

    public int LateLeaks => Leaks.Count(row => row.IsOpen && (row.IsLate || row.IsFirstLate));
}

/// <summary>Whether an enterprise has to do it, GB 37822-2019 8.1, and does.</summary>
public sealed record DutyFigures(int EnterpriseId, string Enterprise, int Points, bool MustDo, bool Does);

using EcoPark.Modules.Ldar.Leaks;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>A leak as lists show it.</summary>
/// <param name="Days">Since its detection, until it was repaired.</param>
/// <param name="IsFirstLate">The first repair was, or is, late.</param>
/// <param name="IsLate">The repair was, or is, late.</param>
public sealed record LeakRow(LdarRepair Repair, string Enterprise, int UnitId, string Unit, string Equipment, string Kind, int Days, bool IsFirstLate, bool IsLate)
{
    /// <summary>What the repair has saved until now, VOC, kg; <see langword="null"/> where it is not closed.</summary>
    public double? Saved { get; init; }

    public bool IsOpen => Repair.Stage != LeakState.Closed;

    internal static LeakRow Of(LdarRepair repair, string enterprise, int unitId, string unit, string equipment, string kind, DateTime now) => new(
        repair, enterprise, unitId, unit, equipment, kind, (int)((repair.Stage == LeakState.Closed ? repair.RepairedAt! : now).Value - repair.DetectedAt!.Value).TotalDays, LeakLife.IsFirstLate(repair, now), LeakLife.IsLate(repair, now));
}

/// <summary>A seal that leaked more than once.</summary>
public sealed record RepeatedLeak(int SealPointId, string Code, string Enterprise, string Unit, string Kind, int Times, DateTime Last, double Highest);

/// <summary>How leaks were dealt with.</summary>
/// <param name="Found">Detected in the period.</param>
/// <param name="TriedInTime">First repair within five days.</param>
/// <param name="ClosedInTime">Closed within fifteen days, or by the day that was agreed to.</param>
/// <param name="Closed">Of these repaired by now.</param>
/// <param name="Owed">Those whose fifteen days, or agreed delay, are over or that are closed: of these shares are counted.</param>
/// <param name="MeanDays">From detection to repair, of those closed.</param>
/// <param name="Reduction">1 − sum of re-tests / sum of first net values, of those closed.</param>
public sealed record RepairEfficiency(int Found, int Closed, int TriedInTime, int Tryable, int ClosedInTime, int Owed, double? MeanDays, double? Reduction)
{
    public double? TriedShare => Tryable > 0 ? (double)TriedInTime / Tryable : null;

    public double? InTimeShare => Owed > 0 ? (double)ClosedInTime / Owed : null;

    public double? ClosedShare => Found > 0 ? (double)Closed / Found : null;

    public static RepairEfficiency Of(IReadOnlyList<LeakRow> leaks)
    {
        List<LdarRepair> closed = [.. leaks.Where(row => !row.IsOpen).Select(row => row.Repair)];
        List<LeakRow> owed = [.. leaks.Where(row => !row.IsOpen || row.IsLate)];
        List<LeakRow> tryable = [.. leaks.Where(row => LeakLife.FirstTry(row.Repair) is not null || row.IsFirstLate)];
        var first = closed.Sum(one => one.FirstNet ?? 0);
        return new(leaks.Count, closed.Count, tryable.Count(row => !row.IsFirstLate), tryable.Count, owed.Count(row => !row.IsLate), owed.Count,
            closed.Count == 0 ? null : closed.Average(one => (one.RepairedAt!.Value - one.DetectedAt!.Value).TotalDays), first > 0 ? 1 - (closed.Sum(one => one.RetestNet ?? 0) / first) : null);
    }
}

/// <summary>Delays that are still open, by how long ago the leak was found.</summary>
public sealed record DelayAge(string Title, int Count)
{
    private static readonly (string Title, int From, int To)[] Steps = [("30 天以内", 0, 30), ("31～90 天", 30, 90), ("91～180 天", 90, 180), ("181～365 天", 180, 365), ("一年以上", 365, int.MaxValue)];

    public static IReadOnlyList<DelayAge> Of(IEnumerable<LeakRow> leaks)
    {
        List<int> days = [.. leaks.Where(row => row.Repair.Stage is LeakState.Delayed or LeakState.DelayAsked).Select(row => row.Days)];
        return [.. Steps.Select(step => new DelayAge(step.Title, days.Count(age => age >= step.From && age < step.To)))];
    }
}

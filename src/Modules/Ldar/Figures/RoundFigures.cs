using EcoPark.Modules.Ldar.Surveys;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>How a round has gone.</summary>
/// <param name="Planned">Seals that are due by its last day, as of its first.</param>
/// <param name="Covered">Of these tested within its days.</param>
/// <param name="Tested">All that were tested.</param>
/// <param name="Leaking">Of these.</param>
public sealed record RoundFigures(LdarRound Round, string Enterprise, int Planned, int Covered, int Tested, int Leaking)
{
    /// <summary><see langword="null"/> where nothing was due.</summary>
    public double? Coverage => Planned > 0 ? (double)Covered / Planned : null;

    public double? LeakShare => Tested > 0 ? (double)Leaking / Tested : null;

    /// <param name="plan">As of the first day.</param>
    /// <param name="tested">Seals tested within its days, and whether they leaked.</param>
    public static RoundFigures Of(LdarRound round, string enterprise, IReadOnlyList<PointPlan> plan, IReadOnlyDictionary<int, bool> tested)
    {
        List<PointPlan> due = [.. plan.Where(one => one.IsDueIn(round))];
        return new(round, enterprise, due.Count, due.Count(one => tested.ContainsKey(one.Seal.Id)), tested.Count, tested.Values.Count(isLeak => isLeak));
    }
}

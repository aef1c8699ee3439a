using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>What the tests of a round stand for in a period, kg. All rounds of an enterprise, what is outside of them and what nobody tested add up to what it emitted.</summary>
/// <param name="Id"><see langword="null"/> for tests outside of any round, and for seals that nobody tested.</param>
/// <param name="Points">Seals that it is the mass of.</param>
public sealed record RoundEmission(int? Id, string Name, int EnterpriseId, string Enterprise, DateOnly? First, DateOnly? Last, int Points, double Zero, double Correlation, double Pegged, double Average)
{
    /// <summary>Tests on a day of no round.</summary>
    public const string Outside = "轮次以外的检测";

    /// <summary>Average factors.</summary>
    public const string Untested = "未检测（平均系数）";

    public double Kilograms => Zero + Correlation + Pegged + Average;
}

/// <summary>Gives each stretch of an emission to the round whose days its test was made in, as coverage counts them; a re-test belongs to the round that found the leak.</summary>
internal sealed class RoundBook(IEnumerable<LdarRound> rounds)
{
    /// <summary>A round of the unit goes before one of the whole enterprise, the later before the earlier.</summary>
    private readonly ILookup<int, LdarRound> _rounds = rounds.OrderByDescending(round => round.UnitId is not null).ThenByDescending(round => round.First).ToLookup(round => round.EnterpriseId);
    private readonly Dictionary<(int Enterprise, int Round, string Name), RoundEmission> _sums = [];

    /// <summary>By enterprise, the latest round first.</summary>
    public IReadOnlyList<RoundEmission> Sums => [.. _sums.Values.OrderBy(one => one.EnterpriseId).ThenByDescending(one => one.First ?? DateOnly.MinValue).ThenBy(one => one.Name, StringComparer.Ordinal)];

    public void Add(LdarUnit unit, string enterprise, IEnumerable<PointEmission> points)
    {
        List<LdarRound> open = [.. _rounds[unit.EnterpriseId].Where(round => round.UnitId is null || round.UnitId == unit.Id)];
        foreach (var point in points)
        {
            foreach (var of in point.Spans.GroupBy(span => RoundOf(open, span.Test)))
                Add(unit.EnterpriseId, enterprise, of.Key, of.First().Test is not null, point, [.. of]);
        }
    }

    private void Add(int enterpriseId, string enterprise, LdarRound? round, bool isTested, PointEmission point, List<EmittedSpan> spans)
    {
        double By(RateMethod method) => spans.Where(span => span.Rate.Method == method).Sum(point.Mass);
        var key = (enterpriseId, round?.Id ?? 0, round?.Name ?? (isTested ? RoundEmission.Outside : RoundEmission.Untested));
        var sum = _sums.GetValueOrDefault(key) ?? new(round?.Id, key.Item3, enterpriseId, enterprise, round?.First, round?.Last, 0, 0, 0, 0, 0);
        _sums[key] = sum with { Points = sum.Points + 1, Zero = sum.Zero + By(RateMethod.Zero), Correlation = sum.Correlation + By(RateMethod.Correlation), Pegged = sum.Pegged + By(RateMethod.Pegged), Average = sum.Average + By(RateMethod.Average) };
    }

    private static LdarRound? RoundOf(List<LdarRound> rounds, SealTest? test)
    {
        if (test is null)
            return null;
        var day = LdarWords.DayOf(test.Follows ?? test.At);
        return rounds.Find(round => round.First <= day && day <= round.Last);
    }
}

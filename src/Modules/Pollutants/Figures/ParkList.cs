using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>A pollutant of the park: what its enterprises have in common.</summary>
/// <param name="Features">Of any of them.</param>
/// <param name="Kilograms">Sum of those that are known.</param>
/// <param name="Unknown">Enterprises without an amount.</param>
/// <param name="Highest">Highest yearly mean, in the unit of the element.</param>
/// <param name="Strictest">The lowest limit in words.</param>
/// <param name="Share">Of the element's known emissions.</param>
/// <param name="Cumulative">Of those that emit more, and itself.</param>
public sealed record ParkPollutant(
    string Element, string Code, string Name, IReadOnlyList<string> Features, IReadOnlyList<ListEntry> Lists, IReadOnlyList<LibraryRow> Rows, double? Kilograms, double? Before, int Unknown, double? Highest, string HighestAt, string Strictest, double? Share, double? Cumulative)
{
    /// <summary>Where every enterprise's own can be compared.</summary>
    public double? Change => Rows.All(row => row.IsComparable) && Before > 0 ? (Kilograms - Before) / Before : null;
}

/// <summary>The union of what enterprises have listed, the greatest emission of each element first (Pareto).</summary>
public static class ParkList
{
    public static IReadOnlyList<ParkPollutant> Of(IEnumerable<LibraryRow> rows)
    {
        var made = new List<ParkPollutant>();
        foreach (var element in rows.GroupBy(row => row.Entry.Element).OrderBy(of => List.Elements.All.ToList().IndexOf(of.Key)))
        {
            var pollutants = element.GroupBy(row => row.Entry.Code).Select(of => Of(element.Key, [.. of])).OrderByDescending(one => one.Kilograms ?? -1).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
            var (total, sum) = (pollutants.Sum(one => one.Kilograms ?? 0), 0d);
            foreach (var one in pollutants)
            {
                sum += one.Kilograms ?? 0;
                made.Add(total > 0 && one.Kilograms is { } known ? one with { Share = known / total, Cumulative = sum / total } : one);
            }
        }

        return made;
    }

    private static ParkPollutant Of(string element, List<LibraryRow> rows)
    {
        var highest = rows.Where(row => row.Now.Concentration is not null).MaxBy(row => row.Now.Concentration);
        var strictest = rows.Where(row => row.Limit is not null).MinBy(row => YearFigures.InUnitOf(element, row.Limit!.Value, row.Limit.Unit) ?? double.MaxValue)?.Limit;
        return new(
            element, rows[0].Entry.Code, rows[0].Entry.Name, [.. rows.SelectMany(row => row.Entry.Features.Split('、', StringSplitOptions.RemoveEmptyEntries)).Distinct()], rows[0].Lists, rows,
            Sum(rows.Select(row => row.Now.Kilograms)), Sum(rows.Select(row => row.Before.Kilograms)), rows.Count(row => row.Now.Kilograms is null), highest?.Now.Concentration, highest?.Enterprise ?? "",
            strictest is null ? "" : $"{PollutantWords.Worked(strictest.Value)} {strictest.Unit}（{strictest.Standard}）", null, null);
    }

    private static double? Sum(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>How far a pollutant tells enterprises apart.</summary>
/// <param name="Holders">Enterprises that have it.</param>
/// <param name="Power">ln(N/n) / ln(N): 1 where one alone of N has it, 0 where all have.</param>
public sealed record TracingPower(string Element, string Code, IReadOnlyList<int> Holders, double Power);

/// <summary>Inverse document frequency of pollutants among the enterprises of an element: what few have, tells of them where it is found.</summary>
public static class Uniqueness
{
    /// <param name="held">Which enterprise has which pollutant.</param>
    public static IReadOnlyList<TracingPower> Of(IEnumerable<(string Element, string Code, int Enterprise)> held)
    {
        var made = new List<TracingPower>();
        foreach (var element in held.Distinct().GroupBy(one => one.Element))
        {
            var enterprises = element.Select(one => one.Enterprise).Distinct().Count();
            made.AddRange(element.GroupBy(one => one.Code).Select(of =>
            {
                List<int> holders = [.. of.Select(one => one.Enterprise).Order()];
                return new TracingPower(element.Key, of.Key, holders, enterprises > 1 ? Math.Log((double)enterprises / holders.Count) / Math.Log(enterprises) : 0);
            }));
        }

        return [.. made.OrderByDescending(one => one.Power).ThenBy(one => one.Element, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)];
    }

    /// <summary>Of all that is listed or measured.</summary>
    internal static IReadOnlyList<TracingPower> Of(PollutantLibrary library) => Of(
        [.. library.Rows.Select(row => (row.Entry.Element, row.Entry.Code, row.Entry.EnterpriseId)), .. library.Unlisted.Where(row => row.IsMeasured).Select(row => (row.Element, row.Code, row.EnterpriseId))]);
}

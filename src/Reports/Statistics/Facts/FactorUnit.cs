namespace EcoPark.Reports.Statistics;

/// <summary>A factor together with the unit that its values come in, as one column: what comes in different units stands apart and is never put together.</summary>
/// <param name="Code">Of the factor.</param>
public sealed record FactorUnit(string Code, string Unit, string Name, int Decimals)
{
    private const char Between = '~';

    /// <summary>Value of the column, and key of the member.</summary>
    public string Column => ColumnOf(Code, Unit);

    public static string ColumnOf(string code, string unit) => code + Between + unit;

    /// <summary>Members of these columns, named as they are known; all that are known where no columns are named.</summary>
    public static IReadOnlyList<Member> Members(IEnumerable<FactorUnit> known, IReadOnlyCollection<string>? columns)
    {
        var named = known.GroupBy(one => one.Column).ToDictionary(same => same.Key, same => same.First());
        return [.. (columns ?? named.Keys).Select(column => Of(column, named.GetValueOrDefault(column))).OrderBy(member => member.Title, StringComparer.Ordinal).ThenBy(member => member.Key, StringComparer.Ordinal)];
    }

    private static Member Of(string column, FactorUnit? known)
    {
        var at = column.IndexOf(Between, StringComparison.Ordinal);
        return new Member(column, column, known?.Name ?? column[..at]) { Units = [column[(at + 1)..]], Decimals = known?.Decimals };
    }
}

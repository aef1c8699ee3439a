using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Records;

namespace EcoPark.Web.Components;

/// <summary>Lists whose rows are held in memory anyway: searched, put in order and cut here.</summary>
public static class HeldList
{
    private static readonly StringComparer Words = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.NumericOrdering);

    /// <summary>Rows that show the words anywhere, in the order of the chosen column.</summary>
    public static Page<T> Of<T>(IEnumerable<T> rows, IReadOnlyList<ListColumn<T>> columns, RecordQuery query)
    {
        var text = query.Text?.Trim() ?? "";
        List<T> found = [.. rows.Where(row => text.Length == 0 || columns.Any(column => column.Text(row).Contains(text, StringComparison.OrdinalIgnoreCase)))];
        if (columns.FirstOrDefault(column => column.Name == query.Sort) is { } by)
        {
            found = by.Number is { } number
                ? [.. query.IsDescending ? found.OrderByDescending(row => number(row) ?? double.NegativeInfinity) : found.OrderBy(row => number(row) ?? double.PositiveInfinity)]
                : [.. query.IsDescending ? found.OrderByDescending(by.Text, Words) : found.OrderBy(by.Text, Words)];
        }

        return new Page<T>([.. found.Skip(query.Skip).Take(query.Take)], found.Count);
    }
}

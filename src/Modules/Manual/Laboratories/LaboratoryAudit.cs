using System.Globalization;

namespace EcoPark.Modules.Manual.Laboratories;

/// <summary>A detected value of a laboratory, as the screening looks at it.</summary>
/// <param name="Reported">As written.</param>
public sealed record ScreenedValue(int EnterpriseId, string Enterprise, int PointId, string Point, string FactorName, DateOnly Day, string Reported, double Value);

/// <summary>Something that is unlikely to be measured so.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Text">Chinese, with the figures.</param>
public sealed record ScreenMark(string Name, string Text);

/// <summary>
/// What a laboratory's own figures say against it: values that repeat, that hardly vary, last digits that are not spread, the same figures for several enterprises.
/// Marks are reasons to look, no proof; the thresholds are the platform's own, no standard has them.
/// </summary>
public static class LaboratoryAudit
{
    /// <summary>The same figure at a point on so many days in a row.</summary>
    public const int LongestRun = 4;

    /// <summary>Coefficient of variation below which nothing real stays.</summary>
    public const double LeastVariation = 0.01;

    /// <summary>Share of the months in which two enterprises may have the same figure.</summary>
    public const double LargestOverlap = 0.5;

    /// <summary>χ² of eight degrees of freedom that one in a thousand exceeds.</summary>
    public const double DigitLimit = 26.12;

    /// <summary>Last digits that are looked at, at least.</summary>
    public const int FewestDigits = 50;

    private const int FewestDays = 6;
    private const int FewestMonths = 3;

    /// <param name="values">Of one laboratory.</param>
    public static IReadOnlyList<ScreenMark> Of(IReadOnlyList<ScreenedValue> values)
    {
        var series = values.GroupBy(one => (one.PointId, one.FactorName)).Select(of => of.OrderBy(one => one.Day).ToList()).ToList();
        return [.. series.Select(Run).OfType<ScreenMark>(), .. series.Select(Constant).OfType<ScreenMark>(), .. new[] { Digits(values) }.OfType<ScreenMark>(), .. Overlaps(values)];
    }

    /// <summary>Days in a row with the same figure; figures of one digit are too coarse to differ.</summary>
    private static ScreenMark? Run(List<ScreenedValue> series)
    {
        var days = series.GroupBy(one => one.Day).Select(of => of.First()).ToList();
        var (longest, at, length) = (1, 0, 1);
        for (var i = 1; i < days.Count; i++)
        {
            length = days[i].Value == days[i - 1].Value ? length + 1 : 1;
            if (length > longest)
                (longest, at) = (length, i);
        }

        return longest < LongestRun || Digits(days[at].Reported) < 2 ? null : new("run", $"{Place(days[0])}连续 {longest} 个监测日都是 {days[at].Reported}");
    }

    private static ScreenMark? Constant(List<ScreenedValue> series)
    {
        List<double> days = [.. series.GroupBy(one => one.Day).Select(of => of.Average(one => one.Value))];
        if (days.Count < FewestDays || days.Distinct().Count() == 1)
            return null; // All the same is a run.
        var mean = days.Average();
        var variation = mean > 0 ? Math.Sqrt(days.Sum(day => (day - mean) * (day - mean)) / (days.Count - 1)) / mean : 1;
        return variation >= LeastVariation ? null : new("constant", string.Create(CultureInfo.InvariantCulture, $"{Place(series[0])} {days.Count} 个监测日的变异系数只有 {variation:0.00 %}"));
    }

    /// <summary>Last digits of figures of three digits and more are spread evenly, 1 to 9: sheets drop a zero at the end.</summary>
    private static ScreenMark? Digits(IReadOnlyList<ScreenedValue> values)
    {
        List<int> last = [.. values.Where(one => Digits(one.Reported) >= 3).Select(one => one.Reported.Last(char.IsAsciiDigit) - '0').Where(digit => digit > 0)];
        if (last.Count < FewestDigits)
            return null;
        var expected = last.Count / 9.0;
        var counts = last.CountBy(digit => digit).ToDictionary();
        var square = Enumerable.Range(1, 9).Sum(digit => Math.Pow(counts.GetValueOrDefault(digit) - expected, 2) / expected);
        var top = counts.MaxBy(one => one.Value);
        return square <= DigitLimit ? null : new("digits", string.Create(CultureInfo.InvariantCulture, $"{last.Count} 个结果的末位不均匀：{top.Key} 占 {(double)top.Value / last.Count:0 %}（χ² {square:0.0}，千分之一的界限 {DigitLimit}）"));
    }

    /// <summary>Two enterprises with the same figure of the same factor in the same month, month after month.</summary>
    private static IEnumerable<ScreenMark> Overlaps(IReadOnlyList<ScreenedValue> values)
    {
        foreach (var factor in values.Where(one => Digits(one.Reported) >= 2).GroupBy(one => one.FactorName))
        {
            var owners = factor.GroupBy(one => (one.EnterpriseId, one.Enterprise)).OrderBy(of => of.Key.EnterpriseId)
                .Select(of => (of.Key.Enterprise, Months: of.GroupBy(one => (one.Day.Year, one.Day.Month)).ToDictionary(month => month.Key, month => month.Select(one => one.Value).ToHashSet()))).ToList();
            for (var one = 0; one < owners.Count; one++)
            {
                for (var other = one + 1; other < owners.Count; other++)
                {
                    List<(int, int)> both = [.. owners[one].Months.Keys.Intersect(owners[other].Months.Keys)];
                    var same = both.Count(month => owners[one].Months[month].Overlaps(owners[other].Months[month]));
                    if (same >= FewestMonths && same > LargestOverlap * both.Count)
                        yield return new("overlap", $"{owners[one].Enterprise}与{owners[other].Enterprise}的{factor.Key}在 {both.Count} 个月中有 {same} 个月数值相同");
                }
            }
        }
    }

    private static string Place(ScreenedValue value) => $"{value.Enterprise}{value.Point}{value.FactorName}";

    /// <summary>Significant digits as written.</summary>
    private static int Digits(string reported) => reported.Split('e', 'E')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0', '-', '+').Count(char.IsAsciiDigit);
}

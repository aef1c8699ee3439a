using System.Globalization;
using EcoPark.Analysis;
using EcoPark.Modules.Waste.Kinds;

namespace EcoPark.Modules.Waste.Balances;

/// <summary>Generation of a waste against what it goes with, over two years: where its coefficient leaves what is usual, somebody should look. A screening rule of the platform, no verdict.</summary>
/// <param name="Unit">Of the amounts.</param>
/// <param name="Months">In order, the present one left out: its ledger is not over.</param>
/// <param name="Median">Usual coefficient, t a unit; <see langword="null"/> with fewer than <see cref="FewestMonths"/> months.</param>
/// <param name="Doubt">Of the whole, Chinese; empty where nothing stands out.</param>
public sealed record WasteBalance(WasteKind Kind, string Enterprise, string Basis, string Item, string Unit, IReadOnlyList<BalanceMonth> Months, double? Median, string Doubt)
{
    /// <summary>Fewer months do not say what is usual.</summary>
    public const int FewestMonths = 6;

    /// <summary>Robust deviations from the median.</summary>
    public const double Deviations = 3.5;

    /// <summary>Share of the median, at least: a very steady waste is not all doubts.</summary>
    public const double Least = 0.3;

    /// <summary>Months that one carbon change may lag behind its purchase: only a whole year is held together.</summary>
    private const int MonthsOfYear = 12;

    public double Generated => Months.Sum(month => month.Generated);

    public int Missing => Months.Count(month => month.Amount is null);

    public IEnumerable<BalanceMonth> Doubtful => Months.Where(month => month.Doubt.Length > 0);

    /// <param name="amounts">By month; the same basis, item and unit.</param>
    /// <param name="generated">t by month.</param>
    /// <param name="first">First month.</param>
    /// <param name="last">Last month, over.</param>
    public static WasteBalance Of(WasteKind kind, string enterprise, string basis, string item, string unit, IReadOnlyDictionary<DateOnly, double> amounts, IReadOnlyDictionary<DateOnly, double> generated, DateOnly first, DateOnly last)
    {
        // What was before the first amount is of another time.
        var begin = amounts.Keys.Where(month => month >= first).DefaultIfEmpty(first).Min();
        var months = new List<BalanceMonth>();
        for (var month = begin; month <= last; month = month.AddMonths(1))
            months.Add(new(month, amounts.TryGetValue(month, out var amount) ? amount : null, Math.Round(generated.GetValueOrDefault(month), 6)));
        double[] coefficients = [.. months.Select(month => month.Coefficient).OfType<double>()];
        double? median = coefficients.Length >= FewestMonths ? Percentiles.Median(coefficients) : null;
        var band = median is { } middle ? Math.Max(Deviations * Percentiles.RobustDeviation(coefficients), Least * middle) : (double?)null;
        return new(kind, enterprise, basis, item, unit, [.. months.Select(month => month with { Doubt = DoubtOf(month, median, band) })], median, basis == WasteDriverType.Carbon ? OfCarbon(months, unit) : "");
    }

    private static string DoubtOf(BalanceMonth month, double? median, double? band) => month switch
    {
        { Amount: 0, Generated: > 0 } => "对照量为 0 而有产废",
        { Coefficient: { } coefficient } when median is { } middle && coefficient < middle - band => coefficient == 0 ? "有对照量而没有产废" : Off(coefficient, middle, "低"),
        { Coefficient: { } coefficient } when median is { } middle && coefficient > middle + band => Off(coefficient, middle, "高"),
        _ => "",
    };

    private static string Off(double coefficient, double median, string way) => string.Create(CultureInfo.InvariantCulture, $"产废系数比通常{way} {Math.Abs((coefficient / median) - 1) * 100:0} %");

    /// <summary>Spent carbon weighs at least what was bought: it holds what it has taken up.</summary>
    private static string OfCarbon(List<BalanceMonth> months, string unit)
    {
        List<BalanceMonth> year = [.. months.TakeLast(MonthsOfYear)];
        if (year.Count < MonthsOfYear || year.Any(month => month.Amount is null))
            return "";
        var (bought, spent) = (year.Sum(month => month.Amount!.Value) * (unit == "kg" ? 0.001 : 1), year.Sum(month => month.Generated));
        return spent < bought ? string.Create(CultureInfo.InvariantCulture, $"近 12 个月购入活性炭 {bought:0.###} t，产生废活性炭 {spent:0.###} t，少于购入") : "";
    }
}

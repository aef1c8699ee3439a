using System.Globalization;
using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>A figure of a statistic: the mean concentration, the 95th percentile, the sum of masses.</summary>
/// <param name="Percent">Of a percentile.</param>
public sealed record Measure(Quantity Quantity, Aggregate Aggregate, int Percent = 0)
{
    /// <summary>The percentile that is offered first.</summary>
    public const int UsualPercent = 95;

    /// <summary>In addresses: <c>concentration.mean</c>, <c>concentration.p95</c>.</summary>
    public string Key => $"{Quantity.Key}.{(Aggregate == Aggregate.Percentile ? string.Create(CultureInfo.InvariantCulture, $"p{Percent}") : Aggregate.ToString().ToLowerInvariant())}";

    /// <summary>Chinese.</summary>
    public string Title => Quantity.Titles.GetValueOrDefault(Aggregate) ?? Quantity.Title + Aggregate switch
    {
        Aggregate.Mean => "平均值",
        Aggregate.Max => "最大值",
        Aggregate.Min => "最小值",
        Aggregate.Percentile => string.Create(CultureInfo.InvariantCulture, $"第 {Percent} 百分位数"),
        Aggregate.Sum => "合计",
        Aggregate.Count => "个数",
        _ => "率",
    };

    public bool IsShare => Aggregate == Aggregate.Rate;

    /// <summary>Unit that is known without the factor.</summary>
    public string Unit => IsShare ? "%" : Aggregate == Aggregate.Count ? Quantity.CountUnit : Quantity.Unit;

    /// <summary>In the factor's unit and places.</summary>
    public bool HasUnitOfFactor => Quantity.HasUnitOfFactor && Aggregate != Aggregate.Count;

    public int Decimals => IsShare ? 1 : Aggregate == Aggregate.Count ? 0 : Quantity.Decimals;

    /// <summary>All of a quantity, the percentile with its usual percent.</summary>
    public static IEnumerable<Measure> Of(Quantity quantity) =>
        quantity.Aggregates.Select(aggregate => new Measure(quantity, aggregate, aggregate == Aggregate.Percentile ? UsualPercent : 0));

    /// <summary>Reads one; says which there are where it is none.</summary>
    public static Outcome<Measure> Parse(string key, FactType fact)
    {
        if (key.Split('.') is [var name, var how] && fact.Quantities.FirstOrDefault(one => one.Key == name) is { } quantity)
        {
            var isPercentile = how.StartsWith('p') && int.TryParse(how.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
            var percent = isPercentile ? int.Parse(how.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
            if (isPercentile && quantity.Aggregates.Contains(Aggregate.Percentile))
                return percent is > 0 and < 100 ? new Measure(quantity, Aggregate.Percentile, percent) : new Problem("measure", $"百分位数应在 1 到 99 之间，不能是 {percent}。", "measures");
            if (quantity.Aggregates.FirstOrDefault(one => one != Aggregate.Percentile && one.ToString().Equals(how, StringComparison.OrdinalIgnoreCase), (Aggregate)(-1)) is var aggregate and >= 0)
                return new Measure(quantity, aggregate);
        }

        return new Problem("measure", $"“{fact.Title}”没有指标“{key}”，可用的有：{string.Join("、", fact.Quantities.SelectMany(Of).Select(one => $"{one.Key}（{one.Title}）"))}。", "measures");
    }
}

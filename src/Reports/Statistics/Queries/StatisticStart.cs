using System.Globalization;

namespace EcoPark.Reports.Statistics;

/// <summary>What is shown of a fact before anybody has chosen: a statistic that is small and makes sense.</summary>
public static class StatisticStart
{
    /// <param name="today">Of the park's zone.</param>
    public static StatisticQuery Of(FactType fact, DateOnly today)
    {
        var measure = Measure.Of(fact.Quantities[0]).First();
        var rows = fact.Dimensions.Take(1).Select(dimension => dimension.Key).ToList();
        if (measure.Quantity.IsOfFactor && fact.Dimensions.Any(dimension => dimension.Key == Dimension.FactorKey) && !rows.Contains(Dimension.FactorKey))
            rows.Add(Dimension.FactorKey);
        var period = fact.MostDays < FactType.TenYears ? ReportPeriod.Of(ReportSpan.Month, today.AddDays(-1)).Key : today.AddDays(-1).Year.ToString(CultureInfo.InvariantCulture);
        return new StatisticQuery(fact.Key) { Rows = rows, Column = fact.HasTime ? PeriodAxis.Month.Key : "", Measures = [measure.Key], Period = fact.HasTime ? period : "" };
    }
}

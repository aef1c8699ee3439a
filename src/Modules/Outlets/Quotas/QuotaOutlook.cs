using EcoPark.Analysis.Outlets;
using EcoPark.Contracts;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>When a quota will be used up if the discharge goes on as in the last days.</summary>
/// <param name="On">Likeliest day; null where it lasts beyond a year.</param>
/// <param name="Earliest">From this day on the probability is above 5 %.</param>
/// <param name="Latest">From this day on it is above 95 %.</param>
/// <param name="PerDay">Mean of these days, kg or m³ a day.</param>
/// <param name="Days">Whole days it rests on.</param>
public sealed record QuotaOutlook(DateOnly? On, DateOnly? Earliest, DateOnly? Latest, double PerDay, int Days)
{
    private const int RecentDays = 30;
    private const int DaysAhead = 366;

    /// <summary>Null where fewer than six whole days are known, or it is used up already.</summary>
    /// <param name="daily">Amounts day by day, in order, whole days only.</param>
    /// <param name="amount">The quota in the same unit.</param>
    /// <remarks>Masses of one day and the next hang together, so the interval is that of an AR(1) process: see <see cref="SumToLimit"/>.</remarks>
    public static QuotaOutlook? Of(IReadOnlyList<(DateOnly Day, double Amount)> daily, double amount)
    {
        if (daily.Count == 0)
            return null;
        var (first, last) = (daily[0].Day, daily[^1].Day);
        var byDay = daily.ToDictionary(day => day.Day, day => day.Amount);
        // A day without a row had no discharge.
        double[] amounts = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(at => byDay.GetValueOrDefault(first.AddDays(at)))];
        var recent = amounts.AsSpan(Math.Max(0, amounts.Length - RecentDays));
        if (amount - amounts.Sum() is not (> 0 and var rest) || SumToLimit.Of(recent, rest, DaysAhead) is not { } outlook)
            return null;
        DateOnly? When(double probability) => outlook.By(probability) is { } days ? last.AddDays(days) : null;
        return new QuotaOutlook(When(0.5), When(0.05), When(0.95), outlook.PerStep, recent.Length);
    }
}

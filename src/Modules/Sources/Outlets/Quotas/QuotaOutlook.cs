using EcoPark.Analysis.Outlets;

namespace EcoPark.Modules.Sources.Outlets.Quotas;

/// <summary>When a quota will be used up if the discharge goes on as in the last days.</summary>
/// <param name="On">Likeliest day; null where it lasts beyond a year.</param>
/// <param name="Earliest">From this day on the probability is above 5 %.</param>
/// <param name="Latest">From this day on it is above 95 %.</param>
/// <param name="PerDay">Slope of the robust line, kg or m³ a day.</param>
/// <param name="Days">Whole days it rests on.</param>
public sealed record QuotaOutlook(DateOnly? On, DateOnly? Earliest, DateOnly? Latest, double PerDay, int Days)
{
    private const int RecentDays = 30;
    private const int FewestDays = 6;
    private const int DaysAhead = 366;
    private const double MinutesOfDay = 1_440;

    /// <summary>Null where fewer than six whole days are known, or it is used up already.</summary>
    /// <param name="daily">Amounts day by day, in order, whole days only.</param>
    /// <param name="amount">The quota in the same unit.</param>
    public static QuotaOutlook? Of(IReadOnlyList<(DateOnly Day, double Amount)> daily, double amount)
    {
        if (daily.Count == 0)
            return null;
        var last = daily[^1].Day;
        var (cumulated, sum) = (new double[last.DayNumber - daily[0].Day.DayNumber + 1], 0.0);
        var byDay = daily.ToDictionary(day => day.Day, day => day.Amount);
        for (var at = 0; at < cumulated.Length; at++)
            cumulated[at] = sum += byDay.GetValueOrDefault(daily[0].Day.AddDays(at));
        var recent = cumulated.AsSpan(Math.Max(0, cumulated.Length - RecentDays));
        if (recent.Length < FewestDays || sum >= amount)
            return null;
        if (TimeToLimit.Of(recent, MinutesOfDay, amount, [.. Enumerable.Range(1, DaysAhead).Select(day => day * MinutesOfDay)]) is not { } outlook)
            return null;
        DateOnly? When(double probability) => outlook.Ahead.FirstOrDefault(ahead => ahead.ProbabilityOver >= probability) is { } found ? last.AddDays((int)Math.Round(found.Minutes / MinutesOfDay)) : null;
        return new QuotaOutlook(When(0.5), When(0.05), When(0.95), outlook.SlopePerMinute * MinutesOfDay, recent.Length);
    }
}

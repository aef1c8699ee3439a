namespace EcoPark.Standards.Sources;

/// <summary>A value, its mark and, for waste water, the flow that weighs it.</summary>
public readonly record struct MarkedValue(decimal? Value, DataMark Mark, decimal? Weight = null);

/// <summary>A mean and whether it is valid.</summary>
/// <param name="Value">Mean of the valid values; null where there is none. Shown but not used where the mean is not valid.</param>
/// <param name="Valid">Valid values.</param>
/// <param name="Due">Values due, stopped time left out.</param>
/// <param name="IsValid">Enough of them were valid.</param>
/// <param name="Rule">The rule that asks.</param>
public sealed record MarkedMean(decimal? Value, int Valid, int Due, bool IsValid, ValidityRule Rule)
{
    /// <summary>Mean of a period: minutes of an hour, hours of a day, days of a month.</summary>
    /// <param name="values">Values at hand; those missing may be left out.</param>
    /// <param name="due">How many the period owes (60, 24, days of the month).</param>
    /// <param name="medium">Medium of the outlet.</param>
    /// <param name="period">Period of the mean.</param>
    /// <param name="day">First day of the period, park's zone.</param>
    /// <remarks>Where every value has a weight the mean is weighted by it (waste water by flow, HJ 212-2017 D.1.2.3).</remarks>
    public static MarkedMean Of(IReadOnlyCollection<MarkedValue> values, int due, Medium medium, Interval period, DateOnly day)
    {
        var rule = ValidityRule.For(medium, period, day);
        var valid = values.Where(value => value.Value is not null && value.Mark.IsValid()).ToList();
        var owed = Math.Max(0, due - values.Count(value => value.Mark.IsExempt()));
        // The smallest whole number that is not below the share: 0.75 of 60 is 45, of 50 is 38.
        var needed = (int)Math.Ceiling(rule.Share * owed - 1e-9);
        return new(Mean(valid), valid.Count, owed, valid.Count > 0 && valid.Count >= needed, rule);
    }

    private static decimal? Mean(List<MarkedValue> values)
    {
        if (values.Count == 0)
            return null;
        if (values.TrueForAll(value => value.Weight is not null) && values.Sum(value => value.Weight!.Value) is > 0 and var weight)
            return values.Sum(value => value.Value!.Value * value.Weight!.Value) / weight;
        return values.Average(value => value.Value!.Value);
    }
}

namespace EcoPark.Analysis.Censoring;

/// <summary>What a result below its detection limit counts for in a mean.</summary>
public enum CensorRule
{
    /// <summary>Half the detection limit.</summary>
    Half = 0,

    /// <summary>Nothing: the mean is too low.</summary>
    Zero = 1,

    /// <summary>The detection limit: the mean is too high.</summary>
    Limit = 2,

    /// <summary>As the detected values say, after Kaplan and Meier.</summary>
    KaplanMeier = 3,
}

/// <summary>A measured value, or the detection limit that it lies below.</summary>
public readonly record struct CensoredValue(double Value, bool IsBelow);

/// <summary>Means of values of which some are only known to lie below a detection limit.</summary>
public static class CensoredMean
{
    /// <returns>Null where there is no value; with <see cref="CensorRule.KaplanMeier"/> also where nothing was detected.</returns>
    public static double? Of(IReadOnlyCollection<CensoredValue> values, CensorRule rule)
    {
        if (values.Count == 0)
            return null;
        return rule switch
        {
            CensorRule.KaplanMeier => KaplanMeier(values),
            CensorRule.Zero => values.Average(one => one.IsBelow ? 0 : one.Value),
            CensorRule.Limit => values.Average(one => one.Value),
            _ => values.Average(one => one.IsBelow ? one.Value / 2 : one.Value),
        };
    }

    /// <summary>
    /// Left-censored data are right-censored ones turned round: from the largest detected value down, each takes its share of what is left among all that lie at or below it;
    /// what remains below the smallest detected value stands at the lowest limit (Efron). A limit equal to a detected value lies below it. Helsel, Statistics for Censored Environmental Data, chapter 6.
    /// </summary>
    private static double? KaplanMeier(IReadOnlyCollection<CensoredValue> values)
    {
        var detected = values.Where(one => !one.IsBelow).GroupBy(one => one.Value).OrderByDescending(same => same.Key).ToList();
        if (detected.Count == 0)
            return null;
        var (left, mean) = (1.0, 0.0);
        foreach (var same in detected)
        {
            var atRisk = values.Count(one => one.Value <= same.Key);
            var share = left * same.Count() / atRisk;
            mean += share * same.Key;
            left -= share;
        }

        return mean + (left > 1e-12 ? left * values.Min(one => one.Value) : 0);
    }
}

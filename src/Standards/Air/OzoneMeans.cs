namespace EcoPark.Standards.Air;

/// <summary>Daily maximum of the 8-hour means of ozone.</summary>
/// <param name="Value">μg/m³, not rounded; null where there is no 8-hour mean at all or the day is not valid.</param>
/// <param name="Means">How many 8-hour means were valid, of 17.</param>
/// <param name="IsValid">At least 14, or the highest exceeds the limit all the same.</param>
public readonly record struct OzoneDay(decimal? Value, int Means, bool IsValid);

/// <summary>8-hour moving means of ozone.</summary>
public static class OzoneMeans
{
    private const int Window = 8;
    private const int HoursOfDay = 20;

    /// <summary>GB 3095-2026 table 4: six hourly means of every eight.</summary>
    private const int HoursNeeded = 6;

    /// <summary>Which 8-hour means belong to a day, and how many it needs.</summary>
    public static RuleBasis DayBasis { get; } = new("HJ 663-2013：日最大 8 小时平均取 8 时至 24 时的 8 小时滑动平均，至少 14 个有效；不足 14 个但已超过限值的仍有效", Confidence.Recalled);

    /// <summary>See <see cref="DayBasis"/>.</summary>
    private const int MeansNeeded = 14;

    /// <summary>Mean of the eight hours that end with the last one given; null where fewer than six are valid.</summary>
    /// <param name="hours">Eight hourly means, oldest first, null where not valid.</param>
    public static decimal? EightHours(ReadOnlySpan<decimal?> hours)
    {
        var (sum, count) = (0m, 0);
        foreach (var hour in hours[Math.Max(0, hours.Length - Window)..])
        {
            if (hour is not { } value)
                continue;
            sum += value;
            count++;
        }

        return count >= HoursNeeded ? sum / count : null;
    }

    /// <summary>Highest hour of a day (日最大 1 小时平均, HJ 633-2012); null where there is none.</summary>
    /// <param name="hours">Hourly means of the day.</param>
    /// <param name="limit">Limit of the hour, μg/m³.</param>
    /// <returns>Valid with 20 hours as a mean of the day is, or where it exceeds the limit all the same.</returns>
    public static (decimal Value, bool IsValid)? HighestHour(ReadOnlySpan<decimal?> hours, decimal limit = 200)
    {
        var (highest, count) = ((decimal?)null, 0);
        foreach (var hour in hours)
        {
            if (hour is not { } value)
                continue;
            count++;
            highest = highest is { } so && so >= value ? so : value;
        }

        return highest is { } most ? (most, count >= HoursOfDay || most > limit) : null;
    }

    /// <summary>Highest of the 8-hour means that lie within a day, ending at 08:00 … 24:00.</summary>
    /// <param name="hours">24 hourly means of the day in the park's zone, from 00:00–01:00 on.</param>
    /// <param name="limit">Limit of the daily maximum, μg/m³: a day with too few means counts where it exceeds this (160 for class II).</param>
    public static OzoneDay OfDay(ReadOnlySpan<decimal?> hours, decimal limit = 160)
    {
        var (highest, count) = ((decimal?)null, 0);
        for (var end = Window; end <= hours.Length; end++)
        {
            if (EightHours(hours[..end]) is not { } mean)
                continue;
            count++;
            highest = highest is { } so && so >= mean ? so : mean;
        }

        var isValid = count >= MeansNeeded || highest > limit;
        return new(isValid ? highest : null, count, isValid);
    }
}

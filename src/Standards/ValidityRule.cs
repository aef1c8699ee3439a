namespace EcoPark.Standards;

/// <summary>How much valid data a mean needs, and who says so.</summary>
/// <param name="Share">Valid share of the period, 0…1, below which the mean is not valid.</param>
/// <param name="Basis">Standard and clause, Chinese; says so where it is the platform's own choice.</param>
public sealed record ValidityRule(double Share, string Basis)
{
    /// <summary>Whether the rule's text was seen.</summary>
    public Confidence Confidence { get; init; } = Confidence.Verified;

    private const double HoursOfDay = 24;
    private static readonly ValidityRule ThreeQuarters = new(0.75, "平台默认：有效数据不少于 75 %（标准未作规定）");

    /// <summary>The rule for a mean over the period that begins on <paramref name="day"/>.</summary>
    /// <remarks>
    /// GB 3095 4.4 (2012 and 2026): hour at least 45 min, day at least 20 h, month at least 27 days, 25 in February.
    /// HJ 76-2017 appendix B: hour at least 45 min, day at least 20 h, month at least 25 days, 23 in February.
    /// HJ 356-2019 asks for 75 % of the data due of a day and of a month (recalled).
    /// </remarks>
    public static ValidityRule For(Medium medium, Interval period, DateOnly day)
    {
        var days = DateTime.DaysInMonth(day.Year, day.Month);
        return (medium, period) switch
        {
            (Medium.AmbientAir, Interval.Hour) => new(45.0 / 60, "GB 3095：小时均值至少 45 分钟有效"),
            (Medium.AmbientAir, Interval.Day) => new(20 / HoursOfDay, "GB 3095：日均值至少 20 个有效小时"),
            (Medium.AmbientAir, Interval.Month) => new((day.Month == 2 ? 25.0 : 27.0) / days, "GB 3095：月均值至少 27 个有效日（2 月 25 个）"),
            (Medium.FlueGas, Interval.Hour) => new(45.0 / 60, "HJ 76-2017 附录 B：小时均值至少 45 分钟有效"),
            (Medium.FlueGas, Interval.Day) => new(20 / HoursOfDay, "HJ 76-2017 附录 B：日均值至少 20 个有效小时"),
            (Medium.FlueGas, Interval.Month) => new((day.Month == 2 ? 23.0 : 25.0) / days, "HJ 76-2017 附录 B：月均值至少 25 个有效日（2 月 23 个）"),
            (Medium.WasteWater, Interval.Day or Interval.Month) => new(0.75, "HJ 356-2019：有效数据不少于应得数的 75 %（待核对）") { Confidence = Confidence.Recalled },
            _ => ThreeQuarters,
        };
    }
}

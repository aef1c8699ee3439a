namespace EcoPark.Standards.Air;

/// <summary>AQI of an hour or a day by the version of HJ 633 in force.</summary>
public static class AirQualityIndex
{
    /// <summary>Whether the daily report of a day counts the highest hour of ozone: HJ 633-2012 did, HJ 633-2026 does not.</summary>
    public static bool CountsOzoneHour(DateOnly day) => !BreakpointTable.InForce(day).Is2026;

    /// <summary>Real-time report of an hour.</summary>
    /// <param name="concentrations">Means of the hour.</param>
    /// <param name="day">Day of the park's zone the hour lies in.</param>
    public static AirQuality OfHour(AirConcentrations concentrations, DateOnly day)
    {
        var c = concentrations;
        var table = BreakpointTable.InForce(day);
        List<SubIndex> items =
        [
            Item(table, AirPollutant.SulphurDioxide, Averaging.Hour, c.SulphurDioxide, c),
            Item(table, AirPollutant.NitrogenDioxide, Averaging.Hour, c.NitrogenDioxide, c),
            Item(table, AirPollutant.CarbonMonoxide, Averaging.Hour, c.CarbonMonoxide, c),
            Item(table, AirPollutant.Ozone, Averaging.Hour, c.OzoneHour, c),
        ];

        // HJ 633-2026 chapter 5: particles of the hour on the daily breakpoints. HJ 633-2012: their 24-hour moving means, and O₃ of 8 hours.
        if (table.Is2026)
            items.AddRange([Item(table, AirPollutant.Pm10, Averaging.Hour, c.Pm10, c), Item(table, AirPollutant.Pm25, Averaging.Hour, c.Pm25, c)]);
        else
        {
            items.Add(Item(table, AirPollutant.Ozone, Averaging.EightHours, c.OzoneEightHours, c));
            items.Add(Item(table, AirPollutant.Pm10, Averaging.MovingDay, c.Pm10MovingDay, c));
            items.Add(Item(table, AirPollutant.Pm25, Averaging.MovingDay, c.Pm25MovingDay, c));
        }

        return Whole(table, items, c);
    }

    /// <summary>Daily report.</summary>
    /// <param name="concentrations">Means of the day.</param>
    /// <param name="day">Day of the park's zone.</param>
    public static AirQuality OfDay(AirConcentrations concentrations, DateOnly day)
    {
        var c = concentrations;
        var table = BreakpointTable.InForce(day);
        List<SubIndex> items =
        [
            Item(table, AirPollutant.SulphurDioxide, Averaging.Day, c.SulphurDioxide, c),
            Item(table, AirPollutant.NitrogenDioxide, Averaging.Day, c.NitrogenDioxide, c),
            Item(table, AirPollutant.CarbonMonoxide, Averaging.Day, c.CarbonMonoxide, c),
            Item(table, AirPollutant.Ozone, Averaging.DailyMaximumEightHours, c.OzoneEightHours, c),
            Item(table, AirPollutant.Pm10, Averaging.Day, c.Pm10, c),
            Item(table, AirPollutant.Pm25, Averaging.Day, c.Pm25, c),
        ];

        // HJ 633-2012 had the highest hour of ozone as a seventh item; HJ 633-2026 dropped it.
        if (!table.Is2026 && c.OzoneHour is not null)
            items.Insert(3, Item(table, AirPollutant.Ozone, Averaging.Hour, c.OzoneHour, c));
        return Whole(table, items, c);
    }

    /// <summary>Sub-index of one pollutant; null where the table has no breakpoints for this mean.</summary>
    /// <param name="concentration">μg/m³, CO mg/m³; rounded by the standard's places before it is used.</param>
    public static SubIndex? SubIndexOf(AirPollutant pollutant, Averaging averaging, decimal concentration, DateOnly day)
    {
        var table = BreakpointTable.InForce(day);
        return SeriesOf(table, pollutant, averaging) is null ? null : Item(table, pollutant, averaging, concentration, null);
    }

    private static decimal[]? SeriesOf(BreakpointTable table, AirPollutant pollutant, Averaging averaging) => (pollutant, averaging) switch
    {
        (AirPollutant.Pm10 or AirPollutant.Pm25, Averaging.MovingDay) => table.For(pollutant, Averaging.Day),
        (AirPollutant.Pm10 or AirPollutant.Pm25, Averaging.Hour) when table.Is2026 => table.For(pollutant, Averaging.Day),
        (AirPollutant.Ozone, Averaging.EightHours) => table.For(pollutant, Averaging.DailyMaximumEightHours),
        _ => table.For(pollutant, averaging),
    };

    private static SubIndex Item(BreakpointTable table, AirPollutant pollutant, Averaging averaging, decimal? concentration, AirConcentrations? all)
    {
        if (all?.NotMonitored.Contains(pollutant) == true)
            return new(pollutant, averaging, null, null, "/");
        // A negative mean is an instrument's error, not clean air.
        if (concentration is not { } measured || measured < 0)
            return new(pollutant, averaging, null, null, "NA");

        var rounded = pollutant.Rounded(measured);
        var series = SeriesOf(table, pollutant, averaging)!;
        if (BreakpointTable.IndexAt(series, rounded) is { } index)
            return new(pollutant, averaging, rounded, index, rounded > series[^1] ? "浓度高于断点上限，按 500 计" : null);

        // SO₂ of an hour above 800, O₃ of 8 hours above 800 μg/m³: 2026 caps at 200 and 300; 2012 has no sub-index for them.
        var highest = BreakpointTable.HighestOf(series);
        return table.Is2026
            ? new(pollutant, averaging, rounded, highest, $"浓度高于断点上限，按 {highest} 计")
            : new(pollutant, averaging, rounded, null, pollutant == AirPollutant.Ozone ? "高于 800 μg/m³，以 1 小时平均的分指数为准" : "高于 800 μg/m³，以 24 小时平均的分指数为准");
    }

    private static AirQuality Whole(BreakpointTable table, IReadOnlyList<SubIndex> items, AirConcentrations concentrations)
    {
        var missing = items.Where(item => item.Concentration is null && !concentrations.NotMonitored.Contains(item.Pollutant)).Select(item => item.Pollutant).Distinct().ToList();
        var notes = new List<string>();
        if (missing.Count > 0)
            notes.Add($"缺 {string.Join("、", missing.Select(pollutant => pollutant.Symbol()))}");
        // HJ 633-2012 leaves a mean above 800 to another mean; where that is not there, the index is too low and must say so.
        notes.AddRange(items.Where(item => item is { Concentration: not null, Index: null } && !items.Any(other => other.Pollutant == item.Pollutant && other.Index is not null))
            .Select(item => $"{item.Pollutant.Symbol()} {item.Averaging.Chinese()}高于 800 μg/m³ 而没有可替代的分指数，AQI 可能偏低"));
        var note = notes.Count == 0 ? null : string.Join("；", notes);
        var highest = items.Max(item => item.Index);
        if (highest is not { } index)
            return new(table.StandardNumber, null, null, [], [], items, note ?? "没有有效数据");

        // HJ 633-2026 chapter 5: with an item missing the AQI is published only where it exceeds 100 all the same.
        if (table.Is2026 && missing.Count > 0 && index <= 100)
            return new(table.StandardNumber, null, null, [], [], items, note + "，其余项目的 AQI 不大于 100，不发布 AQI");

        var primary = index > 50 ? items.Where(item => item.Index == index).Select(item => item.Pollutant).Distinct().ToList() : [];
        var exceeding = table.Is2026 ? [] : items.Where(item => item.Index > 100).Select(item => item.Pollutant).Distinct().ToList();
        // HJ 633-2026 table 1 begins at 1.
        if (table.Is2026 && index < 1)
            return new(table.StandardNumber, index, null, primary, exceeding, items, string.Join("；", notes.Append("AQI 小于 1，HJ 633-2026 未设级别")));
        return new(table.StandardNumber, index, AirLevels.Of(index), primary, exceeding, items, note);
    }
}

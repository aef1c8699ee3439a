using EcoPark.Analysis.Forecasts;

namespace EcoPark.Bench.Forecasts;

/// <summary>H2S at Liberty beside the Clairton coke works (Smell Pittsburgh 2.1, CC0), hours of local standard time.</summary>
internal static class LibertyData
{
    public const string Target = "H2S";

    /// <summary>
    /// GB 14554-93 table 1, class I: 0.03 mg/m³, at 20 °C 0.0212 ppm. The instrument shows whole ppb. Class II (0.06 mg/m³ = 42 ppb) is exceeded
    /// in 58 hours of four years: too few to learn from.
    /// </summary>
    public const double LimitPpb = 21.2;

    private const double MsInMph = 0.44704;

    public static readonly DateTime TestFrom = new(2020, 1, 1);

    public static HourlyTable Read(string path)
    {
        var csv = new HourlyCsv(path);
        // Stamped at the half hour, UTC; Pittsburgh is five hours behind.
        DateTime[] hours = [.. csv.Numbers("EpochTime").Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds).AddHours(-5).AddMinutes(-30))];
        var length = (int)(hours[^1] - hours[0]).TotalHours + 1;

        double[] OnGrid(string column, double scale)
        {
            var values = csv.Numbers(column);
            var grid = Enumerable.Repeat(double.NaN, length).ToArray();
            for (var i = 0; i < values.Length; i++)
                grid[(int)(hours[i] - hours[0]).TotalHours] = values[i] * scale;
            return grid;
        }

        return new HourlyTable(DateTime.SpecifyKind(hours[0], DateTimeKind.Unspecified),
        [
            KeyValuePair.Create(Target, OnGrid("3.feed_28.H2S_PPM", 1000)),
            KeyValuePair.Create("SO2", OnGrid("3.feed_28.SO2_PPM", 1000)),
            KeyValuePair.Create("sigma-theta", OnGrid("3.feed_28.SIGTHETA_DEG", 1)),
            KeyValuePair.Create(HourlyTable.WindSpeed, OnGrid("3.feed_28.SONICWS_MPH", MsInMph)),
            KeyValuePair.Create(HourlyTable.WindDirection, OnGrid("3.feed_28.SONICWD_DEG", 1)),
        ]);
    }
}

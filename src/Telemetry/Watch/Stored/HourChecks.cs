using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Analysis;
using EcoPark.Analysis.Anomalies;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>Hours that do not fit their minutes, and levels that drift.</summary>
internal static class HourChecks
{
    /// <summary>Share by which an hour may differ from what its minutes give: rounding, and minutes that the logger left out.</summary>
    private const double Tolerance = 0.1;

    /// <summary>Minutes of which an hour must have this share for its mean to say something.</summary>
    private const double Coverage = 0.75;

    /// <summary>Days before the ones that are looked at which say what is usual, at most; and valid hours in them, at least: two days less what was calibrated or lost.</summary>
    public const int ReferenceDays = 7;

    private const int FewestReference = 40;

    /// <summary>CUSUM in robust standard deviations: a shift of twice the slack that lasts for half a day and more.</summary>
    private const double Slack = 1.5;

    private const double Decision = 20;

    /// <summary>Less than this share of the usual level is no finding, however steady the level was.</summary>
    private const double LeastShift = 0.3;

    public static IEnumerable<StoredRun> Mismatches(PointGrid point)
    {
        foreach (var channel in point.Concentrations)
        {
            if (channel.Entry.RuleFor(WatchAlarms.HourMismatch) is not { } rule)
                continue;
            var (hourly, silent) = (point.HourlyOf(channel), point.Silent(rule, channel.Entry, point.Hours));
            var given = new double?[point.Hours.Count];
            bool IsOff(int hour) => !silent(hour) && hourly.Cells[hour] is { IsValid: true, Value: { } sent, Series.Origin: Origin.Sent }
                && (given[hour] = Nearest(point, channel, hour, sent)) is { } mean && Math.Abs(sent - mean) > Least(mean, channel);
            foreach (var (from, to) in StoredRun.Where(point.Hours.Count, IsOff, fewest: 1))
            {
                var (sent, mean) = (hourly.Cells[from]!.Value.Value!.Value, given[from]!.Value);
                yield return new StoredRun(hourly, rule, point.Hours, from, to, string.Create(CultureInfo.InvariantCulture,
                    $"数采仪上传的小时值 {sent:0.####} 与该小时分钟数据的均值 {mean:0.####} 相差 {Math.Abs(sent - mean) / Math.Max(Math.Abs(mean), 1e-9) * 100:0}%（允许 {Tolerance * 100:0}%），共 {to - from + 1} 个小时"))
                {
                    Limit = mean,
                };
            }
        }
    }

    public static IEnumerable<StoredRun> Drifts(PointGrid point, int firstHour)
    {
        foreach (var channel in point.Hourly)
        {
            if (channel.Entry.RuleFor(WatchAlarms.LevelChange) is not { } rule)
                continue;
            var values = channel.Values(point.Silent(rule, channel.Entry, point.Hours));
            var reference = values.AsSpan(0, firstHour);
            if (Series.Count(reference) < FewestReference)
                continue;
            var usual = Percentiles.Median(reference);
            var rest = WithoutCycle(values, firstHour, point.Hours);
            foreach (var one in LevelChangeDetector.Find(rest, firstHour, Slack, Decision))
            {
                var level = Percentiles.Median(values.AsSpan(one.From, one.Steps));
                if (Math.Abs(level - usual) < LeastShift * Math.Abs(usual))
                    continue;
                yield return new StoredRun(channel, rule, point.Hours, one.From, one.To, string.Create(CultureInfo.InvariantCulture,
                    $"水平由此前 {firstHour / 24} 天的 {usual:0.####} 变为 {level:0.####}，已持续 {one.Steps} 小时，除去日变化后的累积和为 {one.Statistic:0.#}（阈值 {one.Threshold:0.#}）"))
                {
                    Limit = usual,
                };
            }
        }
    }

    /// <summary>What the minutes of an hour give, as plain or as flow-weighted mean (HJ 212-2017 formulas 12–17), whichever is nearer to what was sent.</summary>
    private static double? Nearest(PointGrid point, ChannelGrid channel, int hour, double sent)
    {
        if (point.Minutes.IndexOf(point.Hours.At(hour)) is not { } first)
            return null;
        var steps = point.Minutes.StepsOf(TimeSpan.FromHours(1));
        var (sum, weighted, water, count) = (0.0, 0.0, 0.0, 0);
        for (var step = first; step < first + steps && step < point.Minutes.Count; step++)
        {
            if (channel.Cells[step] is not { IsValid: true, Value: { } value })
                continue;
            (sum, count) = (sum + value, count + 1);
            if (point.Flow?.Cells[step] is { IsValid: true, Value: > 0 and var flow })
                (weighted, water) = (weighted + (value * flow), water + flow);
        }

        if (count < Coverage * steps)
            return null;
        var plain = sum / count;
        return water > 0 && Math.Abs((weighted / water) - sent) < Math.Abs(plain - sent) ? weighted / water : plain;
    }

    /// <summary>The tolerance, and never less than a few units of the last decimal that is shown.</summary>
    private static double Least(double mean, ChannelGrid channel) => Math.Max(Tolerance * Math.Abs(mean), 3 * Math.Pow(10, -channel.Entry.Channel.Subject.Decimals));

    /// <summary>Each hour less the median of its hour of the day within the reference.</summary>
    private static double[] WithoutCycle(double[] values, int reference, TimeGrid hours)
    {
        var byHour = Enumerable.Range(0, reference).ToLookup(at => ParkTime.FromUtc(hours.At(at)).Hour, at => values[at]);
        var usual = Enumerable.Range(0, 24).Select(hour => Percentiles.Median(byHour[hour].ToArray())).ToArray();
        return [.. values.Select((value, at) => value - usual[ParkTime.FromUtc(hours.At(at)).Hour])];
    }
}

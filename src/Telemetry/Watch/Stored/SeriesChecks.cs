using EcoPark.Alarms;
using EcoPark.Analysis;
using EcoPark.Analysis.Anomalies;
using EcoPark.Telemetry.Watch.Conditions;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>恒值, 零值, 负值, 突变, 超量程 and 设备故障 in minutes that were not watched as they happened, by the rules that watch the real-time values.</summary>
internal static class SeriesChecks
{
    /// <summary>Robust standard deviations from which a mean of some minutes is a spike.</summary>
    private const double SpikeDeviations = 8;

    /// <summary>A spike is three times what is usual: the same proportion as in real-time values.</summary>
    private const double SpikeJump = 2;

    private const int SpikeNeighbours = 6;

    public static IEnumerable<StoredRun> Find(PointGrid point) => point.Channels.Where(channel => channel.IsUnseen.Contains(true)).SelectMany(channel => Find(point, channel));

    private static IEnumerable<StoredRun> Find(PointGrid point, ChannelGrid channel)
    {
        var grid = point.Minutes;
        foreach (var rule in channel.Entry.Rules)
        {
            var silent = point.Silent(rule, channel.Entry, grid);
            bool IsLeftOut(int step) => !channel.IsUnseen[step] || silent(step);
            foreach (var one in Find(rule, channel, grid, IsLeftOut, silent))
                yield return new StoredRun(channel, rule, grid, one.From, one.To, one.Evidence);
        }
    }

    private static IEnumerable<Anomaly> Find(WatchRule rule, ChannelGrid channel, TimeGrid grid, Func<int, bool> isLeftOut, Func<int, bool> silent)
    {
        // A run of equal values begins with the second of them.
        if (rule.Kind == WatchAlarms.ConstantValue)
            return RunDetectors.Constant(channel.Values(isLeftOut), grid.StepsOf(rule.Delay) + 1);
        if (rule.Kind == WatchAlarms.ZeroValue)
            return RunDetectors.Zero(channel.Values(isLeftOut), grid.StepsOf(rule.Delay));
        if (rule.Kind == WatchAlarms.NegativeValue)
            return RunDetectors.Negative(channel.Values(isLeftOut)).Where(run => run.Steps >= grid.StepsOf(rule.Delay));
        if (rule.Kind == WatchAlarms.Spike)
            return Spikes(channel.Values(silent)).Where(spike => channel.IsUnseen[spike.From]);
        if (rule.Kind == WatchAlarms.OutOfRange)
            return Beyond(rule, channel, isLeftOut).Concat(Flagged(channel, isLeftOut, ['T'], "设备标记超测定上限（T）"));
        return rule.Kind == WatchAlarms.DeviceFault ? Flagged(channel, isLeftOut, ['D', 'B'], "设备标记故障或通讯异常（D、B）") : [];
    }

    private static IEnumerable<Anomaly> Beyond(WatchRule rule, ChannelGrid channel, Func<int, bool> isLeftOut) => InstrumentRange.Of(rule, channel.Entry) is not { } range ? []
        : RunDetectors.OutOfRange(channel.Values(isLeftOut), range.Low, range.High).Select(run => run with { Evidence = $"{run.Evidence}（{range.Basis}）" });

    private static IEnumerable<Anomaly> Spikes(double[] values) =>
        Percentiles.Median(values) is > 0 and var usual ? SpikeDetector.Find(values, SpikeNeighbours, SpikeDeviations, SpikeJump * usual) : [];

    private static IEnumerable<Anomaly> Flagged(ChannelGrid channel, Func<int, bool> isLeftOut, char[] flags, string words) =>
        StoredRun.Where(channel.Cells.Length, step => !isLeftOut(step) && channel.Cells[step] is { } reading && flags.Contains(reading.Flag), fewest: 1)
            .Select(run => new Anomaly(AnomalyKind.OutOfRange, run.From, run.To, run.To - run.From + 1, 1, $"连续 {run.To - run.From + 1} 个值由{words}"));
}

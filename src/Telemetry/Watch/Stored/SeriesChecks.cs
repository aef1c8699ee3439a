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
            IEnumerable<Anomaly> found = rule.Kind switch
            {
                // A run of equal values begins with the second of them.
                AlarmKind.ConstantValue => RunDetectors.Constant(channel.Values(IsLeftOut), grid.StepsOf(rule.Delay) + 1),
                AlarmKind.ZeroValue => RunDetectors.Zero(channel.Values(IsLeftOut), grid.StepsOf(rule.Delay)),
                AlarmKind.NegativeValue => RunDetectors.Negative(channel.Values(IsLeftOut)).Where(run => run.Steps >= grid.StepsOf(rule.Delay)),
                AlarmKind.Spike => Spikes(channel.Values(silent)).Where(spike => channel.IsUnseen[spike.From]),
                AlarmKind.OutOfRange when InstrumentRange.Of(rule, channel.Entry) is { } range => RunDetectors.OutOfRange(channel.Values(IsLeftOut), range.Low, range.High)
                    .Select(run => run with { Evidence = $"{run.Evidence}（{range.Basis}）" }).Concat(Flagged(channel, IsLeftOut, ['T'], "设备标记超测定上限（T）")),
                AlarmKind.OutOfRange => Flagged(channel, IsLeftOut, ['T'], "设备标记超测定上限（T）"),
                AlarmKind.DeviceFault => Flagged(channel, IsLeftOut, ['D', 'B'], "设备标记故障或通讯异常（D、B）"),
                _ => [],
            };
            foreach (var one in found)
                yield return new StoredRun(channel, rule, grid, one.From, one.To, one.Evidence);
        }
    }

    private static IEnumerable<Anomaly> Spikes(double[] values) =>
        Percentiles.Median(values) is > 0 and var usual ? SpikeDetector.Find(values, SpikeNeighbours, SpikeDeviations, SpikeJump * usual) : [];

    private static IEnumerable<Anomaly> Flagged(ChannelGrid channel, Func<int, bool> isLeftOut, char[] flags, string words) =>
        StoredRun.Where(channel.Cells.Length, step => !isLeftOut(step) && channel.Cells[step] is { } reading && flags.Contains(reading.Flag), fewest: 1)
            .Select(run => new Anomaly(AnomalyKind.OutOfRange, run.From, run.To, run.To - run.From + 1, 1, $"连续 {run.To - run.From + 1} 个值由{words}"));
}

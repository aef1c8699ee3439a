using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Analysis.Anomalies;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>What does not fit together at one outlet: 比值异常, 有流量无浓度, 停产有数据.</summary>
internal static class RelationChecks
{
    /// <summary>Robust standard deviations of the residuals.</summary>
    private const double Deviations = 6;

    public static IEnumerable<StoredRun> Find(PointGrid point) => [.. Ratios(point), .. FlowsWithoutConcentration(point), .. DataWhileStopped(point)];

    private static IEnumerable<StoredRun> Ratios(PointGrid point)
    {
        foreach (var (follows, leads) in RelatedFactors.Pairs)
        {
            if (point.Find(follows) is not { } y || point.Find(leads) is not { } x || y.Entry.RuleFor(WatchAlarms.ImplausibleRatio) is not { } rule)
                continue;
            var silent = point.Silent(rule, y.Entry, point.Minutes);
            foreach (var one in RatioDetector.Find(x.Values(silent), y.Values(silent), Deviations, point.Minutes.StepsOf(rule.Delay)))
                yield return new StoredRun(y, rule, point.Minutes, one.From, one.To, $"{y.Entry.Channel.Subject.Factor}（y）与{x.Entry.Channel.Subject.Factor}（x）不相称：{one.Evidence}");
        }
    }

    private static IEnumerable<StoredRun> FlowsWithoutConcentration(PointGrid point)
    {
        if (point.Flow is not { } flow)
            yield break;
        foreach (var channel in point.Concentrations)
        {
            // A factor that is not measured at all has been given up, and is no finding.
            if (channel.Entry.RuleFor(WatchAlarms.FlowWithoutConcentration) is not { } rule || !Array.Exists(channel.Cells, cell => cell is { IsValid: true }))
                continue;
            var silent = point.Silent(rule, channel.Entry, point.Minutes);
            // A flag that gives a reason (calibration, maintenance, fault) is an answer.
            bool IsMissing(int step) => channel.Cells[step] is null or { Value: null, Flag: 'N' or '\0' };
            foreach (var (from, to) in StoredRun.Where(point.Minutes.Count, step => flow.Cells[step] is { IsValid: true, Value: > 0 } && IsMissing(step) && !silent(step), point.Minutes.StepsOf(rule.Delay)))
            {
                var mean = flow.Cells[from..(to + 1)].Average(cell => cell!.Value.Value);
                yield return new StoredRun(channel, rule, point.Minutes, from, to, string.Create(CultureInfo.InvariantCulture,
                    $"连续 {to - from + 1} 个时段有流量（平均 {mean:0.##} {flow.Entry.Channel.Subject.Unit}）而没有{channel.Entry.Channel.Subject.Factor}数据，也没有标记原因"));
            }
        }
    }

    /// <summary>One for the outlet, at its flow, whatever the number of factors that go on.</summary>
    private static IEnumerable<StoredRun> DataWhileStopped(PointGrid point)
    {
        if ((point.Flow ?? point.Concentrations.FirstOrDefault()) is not { } subject || subject.Entry.RuleFor(WatchAlarms.DataWhileStopped) is not { } rule)
            yield break;
        var silent = point.Silent(rule, subject.Entry, point.Minutes);
        var concentrations = point.Concentrations.Select(channel => (channel, values: channel.Values())).ToList();
        var reasons = new string?[point.Minutes.Count];
        for (var step = 0; step < reasons.Length; step++)
            reasons[step] = Stopped(point, step);
        foreach (var (from, to) in StoredRun.Where(reasons.Length, step => reasons[step] is not null && !silent(step) && concentrations.Exists(one => one.values[step] > 0), point.Minutes.StepsOf(rule.Delay)))
        {
            var going = concentrations.Where(one => Array.Exists(one.values[from..(to + 1)], value => value > 0))
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.channel.Entry.Channel.Subject.Factor} {one.values[from..(to + 1)].Where(value => value > 0).Average():0.##} {one.channel.Entry.Channel.Subject.Unit}"));
            yield return new StoredRun(subject, rule, point.Minutes, from, to, $"{reasons[from]}，却连续 {to - from + 1} 个时段有按正常上传的数据：{string.Join("、", going)}");
        }
    }

    /// <summary>Why the source counts as standing still, in words; <see langword="null"/> where it does not.</summary>
    private static string? Stopped(PointGrid point, int step)
    {
        var flow = point.Flow?.Cells[step];
        var subject = (point.Flow ?? point.Channels[0]).Entry.Channel.Subject;
        if (point.Book.StandsStill(subject, point.Minutes.At(step)))
        {
            // Standing water may be measured; water that runs may not.
            return point.Flow is null ? "停产计划期间" : flow is { IsValid: true, Value: > 0 and var running } ? string.Create(CultureInfo.InvariantCulture, $"停产计划期间仍有流量（{running:0.##} {subject.Unit}）") : null;
        }

        if (flow is { Flag: 'F' })
            return "流量标记为停运（F）";
        return point.Kind == PointKind.FlueGas && flow is { IsValid: true, Value: 0 } ? "废气流量为零" : null;
    }
}

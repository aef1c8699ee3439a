using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Readings;

/// <summary>Roll-up by the standards: method of the mean by factor, validity by medium and period.</summary>
internal sealed class RollupRule(IDeviceRegistry registry) : IRollupRule
{
    public RollupTarget? TargetOf(SeriesId series, DateTime time)
    {
        var registered = registry.Current;
        if (series.Interval == Interval.Month || !registered.ChannelById.TryGetValue(series.ChannelId, out var channel))
            return null;

        var minutes = MinuteIntervalOf(registered, channel);
        var interval = series.Interval + 1;
        var start = Period.StartOf(interval, time, minutes);
        return new RollupTarget(series.ChannelId, interval, start, Period.EndOf(interval, start, minutes));
    }

    public int? WeightChannelOf(RollupTarget target)
    {
        var registered = registry.Current;
        if (!registered.ChannelById.TryGetValue(target.ChannelId, out var channel) || MethodOf(registered, channel) != MeanMethod.FlowWeighted)
            return null;
        return registered.ChannelsByPoint[channel.PointId].FirstOrDefault(other => other.FactorCode == Means.WaterFlow)?.Id;
    }

    public Reading? Roll(RollupTarget target, IReadOnlyList<Reading> own, IReadOnlyList<Reading> weights)
    {
        var registered = registry.Current;
        if (own.Count == 0 || !registered.ChannelById.TryGetValue(target.ChannelId, out var channel))
            return null;

        var finer = Effective.Choose(own);
        // What is measured of water that does not flow is of no discharge: it stands in no mean, and is not owed either.
        var still = weights.Count == 0 ? [] : Effective.Choose(weights).Where(reading => reading is { IsValid: true, Value: 0 }).Select(reading => reading.Time).ToHashSet();
        var valid = finer.Where(reading => reading.IsValid && !still.Contains(reading.Time)).ToList();
        var coverage = CoverageOf(registered, channel, target, finer, valid, still);
        var rule = ValidityRule.For(MediumOf(registered, channel), IntervalOf(target.Interval), DateOnly.FromDateTime(ParkTime.FromUtc(target.Start)));
        var (mean, marks) = Mean(MethodOf(registered, channel), valid, weights);
        if (coverage < rule.Share - 1e-9)
            marks |= ReadingMarks.Insufficient;

        return new Reading
        {
            Series = new SeriesId(target.ChannelId, target.Interval, Origin.RolledUp),
            Time = target.Start,
            Value = mean is { } figure ? Rounding.Shortened(figure) : null,
            Min = Extreme(valid, reading => reading.Min ?? reading.Value, Enumerable.Min),
            Max = Extreme(valid, reading => reading.Max ?? reading.Value, Enumerable.Max),
            Total = Sum(valid),
            Corrected = valid.Select(reading => reading.Corrected).OfType<double>().Select(value => (double?)value).Average(),
            CorrectedMin = Extreme(valid, reading => reading.CorrectedMin ?? reading.Corrected, Enumerable.Min),
            CorrectedMax = Extreme(valid, reading => reading.CorrectedMax ?? reading.Corrected, Enumerable.Max),
            Flag = valid.Count > 0 ? 'N' : CommonestFlag(finer),
            Marks = marks,
            Coverage = coverage,
        };
    }

    /// <summary>Share of the period for which valid finer readings stand, each for its own length.</summary>
    private static double CoverageOf(RegistrySnapshot registered, Channel channel, RollupTarget target, List<Reading> finer, List<Reading> valid, HashSet<DateTime> still)
    {
        var length = target.End - target.Start;
        if (target.Interval != Interval.Minute)
        {
            var minutes = MinuteIntervalOf(registered, channel);
            long Length(DateTime start) => (Period.EndOf(target.Interval - 1, start, minutes) - start).Ticks;
            // An analyser that works in cycles stands for the whole of one with each result.
            var cycle = target.Interval == Interval.Day ? AnalysisCycle.Of(MediumOf(registered, channel), finer.Select(reading => ParkTime.FromUtc(reading.Time).Hour)) : new AnalysisCycle(1, 0);
            var owed = (length.Ticks / cycle.Hours) - still.Where(time => cycle.IsDue(ParkTime.FromUtc(time).Hour) || target.Interval != Interval.Day).Sum(Length);
            return owed <= 0 ? 0 : Math.Min(1, (double)valid.Sum(reading => Length(reading.Time)) / owed);
        }

        // Real-time readings are instants: each stands for one slot of the device's real-time interval.
        var slot = TimeSpan.FromSeconds(registered.DeviceOf(channel)?.RealTimeIntervalSeconds ?? Device.UsualRealTimeIntervalSeconds);
        var slots = Math.Max(1, length.Ticks / slot.Ticks);
        var filled = valid.Select(reading => (reading.Time - target.Start).Ticks / slot.Ticks).Distinct().LongCount();
        return Math.Min(1, (double)filled / slots);
    }

    private static (double? Mean, ReadingMarks Marks) Mean(MeanMethod method, List<Reading> valid, IReadOnlyList<Reading> weights)
    {
        if (valid.Count == 0)
            return (null, ReadingMarks.None);

        var values = valid.Select(reading => reading.Value!.Value);
        return method switch
        {
            MeanMethod.Direction => (Means.Direction(values), ReadingMarks.None),
            MeanMethod.SoundEnergy => (Means.SoundEnergy(values), ReadingMarks.None),
            MeanMethod.FlowWeighted => WeightedMean(valid, weights),
            _ => (values.Average(), ReadingMarks.None),
        };
    }

    /// <summary>HJ 212-2017 formulas (12)–(14): amount of the pollutant over amount of water; plain mean (15)–(17) without flow.</summary>
    private static (double? Mean, ReadingMarks Marks) WeightedMean(List<Reading> valid, IReadOnlyList<Reading> weights)
    {
        var flows = Effective.Choose(weights).Where(reading => reading.IsValid).ToDictionary(reading => reading.Time, reading => reading.Value!.Value);
        var weighted = valid.Where(reading => flows.ContainsKey(reading.Time)).Select(reading => (Value: reading.Value!.Value, Flow: flows[reading.Time])).ToList();
        var water = weighted.Sum(one => one.Flow);
        return weighted.Count == valid.Count && water > 0
            ? (weighted.Sum(one => one.Value * one.Flow) / water, ReadingMarks.None)
            : (valid.Average(reading => reading.Value!.Value), ReadingMarks.Unweighted);
    }

    private static double? Extreme(List<Reading> readings, Func<Reading, double?> value, Func<IEnumerable<double?>, double?> pick) =>
        pick(readings.Select(value));

    private static double? Sum(List<Reading> readings)
    {
        var totals = readings.Where(reading => reading.Total is not null).Select(reading => reading.Total!.Value).ToList();
        return totals.Count == 0 ? null : totals.Sum();
    }

    private static char CommonestFlag(List<Reading> readings) =>
        readings.GroupBy(reading => reading.Flag).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).First().Key;

    private static int MinuteIntervalOf(RegistrySnapshot registered, Channel channel) =>
        registered.DeviceOf(channel)?.MinuteInterval ?? Device.UsualMinuteInterval;

    private static MeanMethod MethodOf(RegistrySnapshot registered, Channel channel) => Means.MethodOf(channel.FactorCode, MediumOf(registered, channel));

    private static Medium MediumOf(RegistrySnapshot registered, Channel channel) =>
        registered.PointById.TryGetValue(channel.PointId, out var point)
            ? point.Kind.RollupMedium()
            : Medium.Other;

    private static Interval IntervalOf(Interval interval) => interval switch
    {
        Interval.Minute => Interval.Minute,
        Interval.Hour => Interval.Hour,
        Interval.Day => Interval.Day,
        _ => Interval.Month,
    };
}

using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>Curves as the chart draws them: thinned by the store, broken where data are missing, with the limits in force and what happened meanwhile.</summary>
public sealed class CurveBuilder(IReadingStore store, IDeviceRegistry registry, ChannelLimits limits, IEnumerable<ChartMarkSource> marks)
{
    /// <summary>About two points for every three pixels of a wide screen.</summary>
    public const int Buckets = 1_200;

    public async Task<ChartModel> Build(CurveRequest request, CancellationToken cancellationToken)
    {
        var (from, to) = (ChartTime.Of(request.From), ChartTime.Of(request.To));
        var drawn = await Lines(request, 0, cancellationToken);
        if (request.Compare != CurveComparison.None)
        {
            var before = request.Compare.Before(request.From);
            var earlier = request with { From = before, To = before + (request.To - request.From) };
            drawn.AddRange((await Lines(earlier, ChartTime.Of(request.From) - ChartTime.Of(before), cancellationToken)).Where(line => line.Points.Count > 0).Select(line => line with { Name = $"{line.Name}（{request.Compare.Title()}）", IsCompared = true }));
        }

        var happened = new List<ChartMark>();
        foreach (var source in marks)
            happened.AddRange(await source([.. request.Channels.Select(channel => channel.PointId).Distinct()], request.From, request.To, cancellationToken));
        return new ChartModel(from, to, drawn)
        {
            Limits = [.. request.Channels.SelectMany(channel => LimitsOf(channel, request, from, to)).Distinct()],
            Marks = [.. happened.Where(mark => mark.From < to && mark.To >= from).OrderBy(mark => mark.From)],
        };
    }

    /// <summary>Time between readings of a channel.</summary>
    public TimeSpan StepOf(Channel channel, Interval interval)
    {
        var device = registry.Current.DeviceOf(channel);
        return interval switch
        {
            Interval.RealTime => TimeSpan.FromSeconds(device?.RealTimeIntervalSeconds ?? Device.UsualRealTimeIntervalSeconds),
            Interval.Minute => TimeSpan.FromMinutes(device?.MinuteInterval ?? Device.UsualMinuteInterval),
            Interval.Hour => TimeSpan.FromHours(1),
            Interval.Day => TimeSpan.FromDays(1),
            _ => TimeSpan.FromDays(31),
        };
    }

    /// <summary>What a line is called: with its point where there are several.</summary>
    public string NameOf(Channel channel, bool hasSeveralPoints) =>
        hasSeveralPoints && registry.Current.PointById.TryGetValue(channel.PointId, out var point) ? $"{point.Name} {channel.Name}" : channel.Name;

    private async Task<List<ChartLine>> Lines(CurveRequest request, long shift, CancellationToken cancellationToken)
    {
        var hasSeveralPoints = request.Channels.DistinctBy(channel => channel.PointId).Count() > 1;
        var (drawn, bucket) = (new List<ChartLine>(), (request.To - request.From) / Buckets);
        foreach (var (channel, origin) in request.Channels.SelectMany(channel => request.Origins.Select(origin => (channel, origin))))
        {
            var points = await store.ReadCurve(new SeriesId(channel.Id, request.Interval, origin), request.From, request.To, Buckets, cancellationToken);
            if (points.Count == 0 && origin != Origin.Sent)
                continue;
            var step = StepOf(channel, request.Interval);
            var name = NameOf(channel, hasSeveralPoints);
            drawn.Add(new ChartLine(origin == Origin.Sent ? name : $"{name}（{ReadingNames.Of(origin)}）", channel.Unit, origin == Origin.RolledUp, Broken(points, step > bucket ? step : bucket, shift)) { Decimals = channel.Decimals });
        }

        return drawn;
    }

    /// <summary>Each limit over the days on which it holds.</summary>
    private IEnumerable<ChartLimit> LimitsOf(Channel channel, CurveRequest request, long from, long to)
    {
        var name = request.Channels.Count > 1 ? NameOf(channel, request.Channels.DistinctBy(one => one.PointId).Count() > 1) + " " : "";
        foreach (var limit in limits.Of(channel.Id))
        {
            var begin = limit.From is { } first ? Math.Max(from, ChartTime.Of(ParkTime.ToUtc(first.ToDateTime(TimeOnly.MinValue)))) : from;
            var end = limit.To is { } last ? Math.Min(to, ChartTime.Of(ParkTime.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue)))) : to;
            if (begin < end)
                yield return new ChartLimit(limit.Value, channel.Unit, $"{name}许可限值 {limit.Value:0.######} {channel.Unit}（{limit.Basis}）", begin, end);
        }
    }

    /// <summary>A gap stays a gap: where more than one and a half steps lie between points the line is interrupted.</summary>
    private static List<ChartPoint> Broken(IReadOnlyList<CurvePoint> points, TimeSpan step, long shift)
    {
        var chart = new List<ChartPoint>(points.Count + 16);
        DateTime? last = null;
        foreach (var point in points)
        {
            if (last is { } before && point.Time - before > step * 1.5)
                chart.Add(new ChartPoint(ChartTime.Of(before + step) + shift, null, false, null, ""));
            var isInvalid = point.InvalidCount > 0;
            chart.Add(new ChartPoint(ChartTime.Of(point.Time) + shift, point.Mean, isInvalid, isInvalid && point.Mean is null ? point.Max : null, point.Flag == '\0' ? "" : point.Flag.ToString()));
            last = point.Time;
        }

        return chart;
    }
}

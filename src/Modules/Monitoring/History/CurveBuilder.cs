using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>Curves as the chart draws them: thinned by the store, broken where data are missing.</summary>
public sealed class CurveBuilder(IReadingStore store)
{
    /// <summary>About two points for every three pixels of a wide screen.</summary>
    public const int Buckets = 1_200;

    public async Task<ChartModel> Build(IReadOnlyList<(Channel Channel, Origin Origin)> lines, Interval interval, DateTime from, DateTime to, Func<Channel, TimeSpan> stepOf, CancellationToken cancellationToken)
    {
        var drawn = new List<ChartLine>();
        foreach (var (channel, origin) in lines)
        {
            var points = await store.ReadCurve(new SeriesId(channel.Id, interval, origin), from, to, Buckets, cancellationToken);
            if (points.Count == 0 && origin != Origin.Sent)
                continue;
            var bucket = (to - from) / Buckets;
            var step = stepOf(channel) > bucket ? stepOf(channel) : bucket;
            var name = origin == Origin.Sent ? channel.Name : $"{channel.Name}（{ReadingNames.Of(origin)}）";
            drawn.Add(new ChartLine(name, channel.Unit, origin == Origin.RolledUp, Broken(points, step)));
        }

        return new ChartModel(WallMs(from), WallMs(to), drawn);
    }

    /// <summary>Milliseconds on the park's wall clock: the browser must not shift them into its own zone.</summary>
    public static long WallMs(DateTime utc) => (ParkTime.FromUtc(utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    public static DateTime FromWallMs(long wall) => ParkTime.ToUtc(DateTime.UnixEpoch.AddTicks(wall * TimeSpan.TicksPerMillisecond));

    /// <summary>A gap stays a gap: where more than one and a half steps lie between points the line is interrupted.</summary>
    private static List<ChartPoint> Broken(IReadOnlyList<CurvePoint> points, TimeSpan step)
    {
        var chart = new List<ChartPoint>(points.Count + 16);
        DateTime? last = null;
        foreach (var point in points)
        {
            if (last is { } before && point.Time - before > step * 1.5)
                chart.Add(new ChartPoint(WallMs(before + step), null, false, null, ""));
            var isInvalid = point.InvalidCount > 0;
            chart.Add(new ChartPoint(WallMs(point.Time), point.Mean, isInvalid, isInvalid && point.Mean is null ? point.Max : null, point.Flag == '\0' ? "" : point.Flag.ToString()));
            last = point.Time;
        }

        return chart;
    }
}

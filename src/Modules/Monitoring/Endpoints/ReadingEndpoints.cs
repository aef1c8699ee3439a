using System.Runtime.CompilerServices;
using EcoPark.Modules.Monitoring.History;
using EcoPark.Platform.Http;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A reading as the API shows it; numbers that were not given are null.</summary>
public sealed record ReadingView(
    int ChannelId, Interval Interval, Origin Origin, DateTime Time, double? Value, double? Min, double? Max, double? Total, double? Corrected, double? CorrectedMin, double? CorrectedMax,
    string? Flag, ReadingMarks Marks, bool IsValid, double? Coverage, long TelegramId)
{
    internal static ReadingView Of(Reading reading) => new(
        reading.Series.ChannelId, reading.Series.Interval, reading.Series.Origin, reading.Time, reading.Value, reading.Min, reading.Max, reading.Total,
        reading.Corrected, reading.CorrectedMin, reading.CorrectedMax, reading.Flag == '\0' ? null : reading.Flag.ToString(), reading.Marks, reading.IsValid, reading.Coverage, reading.TelegramId);
}

/// <summary>A thinned curve.</summary>
public sealed record CurveView(int ChannelId, Interval Interval, Origin Origin, DateTime From, DateTime To, IReadOnlyList<CurvePointView> Points);

public sealed record CurvePointView(DateTime Time, double? Mean, double? Min, double? Max, int Count, int InvalidCount);

internal static class ReadingEndpoints
{
    private const int LongestAnswer = 10_000;

    public static void MapReadings(this RouteGroupBuilder api)
    {
        var readings = api.MapGroup("/readings").WithTags("读数");
        readings.MapGet("/latest", (ILiveFeed feed, IDeviceRegistry registry, int? pointId) => feed.Values
                .Where(value => registry.Current.ChannelById.TryGetValue(value.ChannelId, out var channel) && (pointId is null || channel.PointId == pointId))
                .Select(value => ReadingView.Of(value.Reading)))
            .WithSummary("各通道的最新读数");
        readings.MapGet("/", Read).WithSummary($"一个通道的读数：from ≤ 时间 < to，按时间先后，至多 {LongestAnswer} 条；不足以一次给全时用最后一条的时间续取");
        readings.MapGet("/superseded", Superseded).WithSummary("同一时间另有内容、未被采用的读数");
        readings.MapGet("/curve", Curve).WithSummary("抽稀后的曲线：每段的均值（仅有效数据）、最小、最大、条数和无效条数");
        readings.MapGet("/export.xlsx", CurveExport.Excel).WithSummary("导出所选通道的读数（Excel）");
        readings.MapGet("/export.csv", CurveExport.Csv).WithSummary("导出所选通道的读数（CSV，UTF-8）");
        api.MapGet("/live", (ILiveFeed feed, IDeviceRegistry registry, CancellationToken token) => TypedResults.ServerSentEvents(Follow(feed, registry, token), "readings"))
            .WithTags("读数").WithSummary("实时推送（Server-Sent Events）：事件 readings，先是各通道的最新读数，之后是变化的读数");
    }

    private static async Task<Results<Ok<IEnumerable<ReadingView>>, ProblemHttpResult>> Read(
        int channelId, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token, Origin origin = Origin.Sent, int limit = LongestAnswer)
    {
        if (Check(channelId, from, to, registry) is { } problem)
            return problem;
        var found = await store.Read(new SeriesId(channelId, interval, origin), from.ToUniversalTime(), to.ToUniversalTime(), Math.Clamp(limit, 1, LongestAnswer), token);
        return TypedResults.Ok(found.Select(ReadingView.Of));
    }

    private static async Task<Results<Ok<IEnumerable<ReadingView>>, ProblemHttpResult>> Superseded(
        int channelId, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token)
    {
        if (Check(channelId, from, to, registry) is { } problem)
            return problem;
        return TypedResults.Ok((await store.Superseded(new SeriesId(channelId, interval, Origin.Sent), from.ToUniversalTime(), to.ToUniversalTime(), token)).Select(ReadingView.Of));
    }

    private static async Task<Results<Ok<CurveView>, ProblemHttpResult>> Curve(
        int channelId, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token, Origin origin = Origin.Sent, int buckets = 1_000)
    {
        if (Check(channelId, from, to, registry) is { } problem)
            return problem;
        var (begin, end) = (from.ToUniversalTime(), to.ToUniversalTime());
        var points = await store.ReadCurve(new SeriesId(channelId, interval, origin), begin, end, Math.Clamp(buckets, 10, 5_000), token);
        return TypedResults.Ok(new CurveView(channelId, interval, origin, begin, end, [.. points.Select(point => new CurvePointView(point.Time, point.Mean, point.Min, point.Max, point.Count, point.InvalidCount))]));
    }

    private static ProblemHttpResult? Check(int channelId, DateTime from, DateTime to, IDeviceRegistry registry)
    {
        if (!registry.Current.ChannelById.ContainsKey(channelId))
            return Problems.NotFound($"编号为 {channelId} 的通道");
        return from < to ? null : Problems.Bad("bad-range", "起始时间应早于截止时间。", "from");
    }

    private static async IAsyncEnumerable<IReadOnlyList<ReadingView>> Follow(ILiveFeed feed, IDeviceRegistry registry, [EnumeratorCancellation] CancellationToken token)
    {
        // Listening begins before the present values are told, so that nothing falls between.
        await using var changes = feed.Subscribe(token).GetAsyncEnumerator(token);
        var next = changes.MoveNextAsync().AsTask();
        yield return Seen(feed.Values);
        while (await next)
        {
            if (Seen(changes.Current.Values) is { Length: > 0 } seen)
                yield return seen;
            next = changes.MoveNextAsync().AsTask();
        }

        ReadingView[] Seen(IEnumerable<LiveValue> values) => [.. values.Where(value => registry.Current.ChannelById.ContainsKey(value.ChannelId)).Select(value => ReadingView.Of(value.Reading))];
    }
}

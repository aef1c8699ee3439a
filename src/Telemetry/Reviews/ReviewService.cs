using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Reviews;

/// <summary>
/// Carries out reviews: the review is on record first, then its readings are written to the channel's reviewed series, and
/// the roll-ups follow by themselves. Repeating it changes nothing, so a crash in between is made up for at the next start.
/// </summary>
public sealed class ReviewService(IDbContextFactory<ParkDb> databases, IReadingStore store, ReadingWriter writer, IDeviceRegistry registry, TimeProvider clock)
{
    /// <summary>Reviews a period. The result says how many readings it touched.</summary>
    public async Task<Outcome<ReadingReview>> Review(ReviewRequest request, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(TelemetryPermissions.ReviewReadings))
            return new Problem("forbidden", "本账户没有审核数据的权限。");
        if (request.Check() is { } problem)
            return problem;
        if (!registry.Current.ChannelById.TryGetValue(request.ChannelId, out var channel))
            return new Problem("not-found", "没有这个通道，请刷新。", "channelId");
        if (request.Value is { } replacement && Plausibility.RangeOf(channel, registry.Current) is { } range && !range.Contains(replacement))
            return new Problem("implausible", $"替换值不可能：{channel.Name}应{range.Text} {channel.Unit}。", "value");

        var review = new ReadingReview
        {
            ChannelId = request.ChannelId,
            Interval = request.Interval,
            From = request.From,
            To = request.To,
            Action = request.Action,
            Value = request.Value,
            Comment = request.Comment.Trim(),
            By = Actor.Current.Name,
            At = clock.UtcNow(),
        };
        if (request.Action != ReviewAction.Remark && (await ReadingsOf(review, cancellationToken).ConfigureAwait(false)).Count == 0)
            return new Problem("nothing", "这段时间没有可审核的数据。补录缺失的数据时，请选“替换”并只选一个时段。", "from");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.Add(review);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await CarryOut(db, review, cancellationToken).ConfigureAwait(false);
        return review;
    }

    /// <summary>Carries out what a crash has left; awaited at the start.</summary>
    public async Task Resume(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var left = await db.Set<ReadingReview>().Where(review => review.Readings == null).OrderBy(review => review.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var review in left)
            await CarryOut(db, review, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reviews that touch a period of a channel, newest first.</summary>
    public async Task<IReadOnlyList<ReadingReview>> Of(IReadOnlyCollection<int> channels, Interval interval, DateTime from, DateTime to, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<ReadingReview>().AsNoTracking()
            .Where(review => channels.Contains(review.ChannelId) && review.Interval == interval && review.From < to && review.To > from)
            .OrderByDescending(review => review.Id).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CarryOut(ParkDb db, ReadingReview review, CancellationToken cancellationToken)
    {
        var readings = review.Action == ReviewAction.Remark ? [] : await ReadingsOf(review, cancellationToken).ConfigureAwait(false);
        await writer.WriteAtOnce(readings, cancellationToken).ConfigureAwait(false);
        review.Readings = readings.Count;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the review writes: one reading for each that counts now, made from the original below any earlier review.</summary>
    private async Task<List<Reading>> ReadingsOf(ReadingReview review, CancellationToken cancellationToken)
    {
        var all = await store.ReadMany([.. Effective.SeriesOf(review.ChannelId, review.Interval)], review.From, review.To, cancellationToken).ConfigureAwait(false);
        if (review.Action == ReviewAction.Restore)
            return [.. all.Where(reading => reading.Series.Origin == Origin.Reviewed).Select(reading => reading with { Marks = reading.Marks | ReadingMarks.Withdrawn, Rank = review.Id })];

        var originals = Effective.Choose(all.Where(reading => reading.Series.Origin != Origin.Reviewed));
        if (originals.Count == 0 && review.Action == ReviewAction.Replace && Period.EndOf(review.Interval, review.From, MinutesOf(review.ChannelId)) == review.To)
            originals = [new Reading { Series = default, Time = review.From }]; // 补录: nothing was measured there.
        return [.. originals.Select(original => Reviewed(original, review))];
    }

    private static Reading Reviewed(Reading original, ReadingReview review)
    {
        var own = original with { Series = new SeriesId(review.ChannelId, review.Interval, Origin.Reviewed), Rank = review.Id };
        return review.Action == ReviewAction.Reject
            ? own with { Marks = own.Marks | ReadingMarks.Rejected }
            : own with { Value = review.Value, Min = null, Max = null, Corrected = null, CorrectedMin = null, CorrectedMax = null, Flag = 'N', Marks = ReadingMarks.Replaced };
    }

    private int MinutesOf(int channelId) =>
        registry.Current.DeviceOf(registry.Current.ChannelById[channelId])?.MinuteInterval ?? Device.UsualMinuteInterval;
}

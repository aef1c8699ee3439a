using EcoPark.Platform.Data;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Forecasting;

/// <summary>Forecasts in the database. An enterprise gets those that were made while the point was its own.</summary>
public sealed class ForecastBook(IDbContextFactory<ParkDb> databases, IDeviceRegistry registry)
{
    /// <summary>Issues are kept so long to be held against what came.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    /// <summary>How far all forecasts have come.</summary>
    /// <param name="issuesSince">Issues before are not looked at.</param>
    internal async Task<IReadOnlyDictionary<ForecastKey, ForecastState>> States(DateTime issuesSince, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var trained = await db.Set<StoredForecast>().Select(one => new { one.PointId, one.Factor, one.TrainedAt, one.Hours, IsRefused = one.Refusal != "" }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var newest = (await db.Set<ForecastIssue>().Where(issue => issue.LastHour >= issuesSince).GroupBy(issue => new { issue.PointId, issue.Factor })
            .Select(same => new { same.Key.PointId, same.Key.Factor, LastHour = same.Max(issue => issue.LastHour) }).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(one => new ForecastKey(one.PointId, one.Factor), one => one.LastHour);
        return trained.Select(one => (Key: new ForecastKey(one.PointId, one.Factor), one.TrainedAt, one.Hours, one.IsRefused))
            .ToDictionary(one => one.Key, one => new ForecastState(one.Key, one.TrainedAt, one.Hours, one.IsRefused, newest.TryGetValue(one.Key, out var last) ? last : null));
    }

    /// <summary>The trained forecast; null where none was trained yet.</summary>
    public async Task<StoredForecast?> Trained(ForecastKey key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var trained = await db.Set<StoredForecast>().AsNoTracking().FirstOrDefaultAsync(forecast => forecast.PointId == key.PointId && forecast.Factor == key.Factor, cancellationToken).ConfigureAwait(false);
        return trained is not null && IsOwn(key, trained.TrainedAt) ? trained : null;
    }

    /// <summary>Replaces the trained forecast.</summary>
    public async Task Keep(StoredForecast forecast, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<StoredForecast>().Where(one => one.PointId == forecast.PointId && one.Factor == forecast.Factor).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        db.Add(forecast);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps an issue; of two nodes that issue the same hour the first counts.</summary>
    public async Task Issue(ForecastIssue issue, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<ForecastIssue>().AnyAsync(one => one.PointId == issue.PointId && one.Factor == issue.Factor && one.LastHour == issue.LastHour, cancellationToken).ConfigureAwait(false))
            return;
        db.Add(issue);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        var oldest = issue.IssuedAt - Kept;
        await db.Set<ForecastIssue>().Where(one => one.PointId == issue.PointId && one.Factor == issue.Factor && one.LastHour < oldest).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Newest issue; null where there is none.</summary>
    public async Task<ForecastIssue?> Newest(ForecastKey key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var newest = await db.Set<ForecastIssue>().AsNoTracking().Where(issue => issue.PointId == key.PointId && issue.Factor == key.Factor).OrderByDescending(issue => issue.LastHour).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return newest is not null && IsOwn(key, newest.IssuedAt) ? newest : null;
    }

    /// <summary>The newest issue of every factor of these points that is not older than a time; one query, however many there are.</summary>
    public async Task<IReadOnlyDictionary<ForecastKey, ForecastIssue>> NewestOf(IReadOnlyCollection<int> points, DateTime since, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var recent = db.Set<ForecastIssue>().AsNoTracking().Where(issue => points.Contains(issue.PointId) && issue.LastHour >= since);
        var newest = await recent.Where(issue => !recent.Any(other => other.PointId == issue.PointId && other.Factor == issue.Factor && other.LastHour > issue.LastHour)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return newest.Where(issue => IsOwn(new ForecastKey(issue.PointId, issue.Factor), issue.IssuedAt)).ToDictionary(issue => new ForecastKey(issue.PointId, issue.Factor));
    }

    /// <summary>Issues since a time, oldest first.</summary>
    public async Task<IReadOnlyList<ForecastIssue>> Issues(ForecastKey key, DateTime from, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var issues = await db.Set<ForecastIssue>().AsNoTracking().Where(issue => issue.PointId == key.PointId && issue.Factor == key.Factor && issue.LastHour >= from).OrderBy(issue => issue.LastHour).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. issues.Where(issue => IsOwn(key, issue.IssuedAt))];
    }

    /// <summary>Issues of these points, and when the newest was made.</summary>
    public async Task<(long Count, DateTime? Newest)> Count(IReadOnlyCollection<int> points, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var issues = db.Set<ForecastIssue>().AsNoTracking().Where(issue => points.Contains(issue.PointId));
        return (await issues.LongCountAsync(cancellationToken).ConfigureAwait(false), await issues.MaxAsync(issue => (DateTime?)issue.IssuedAt, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>What programs are told; null where none was trained yet.</summary>
    public async Task<ForecastAnswer?> Answer(ForecastKey key, CancellationToken cancellationToken)
    {
        if (await Trained(key, cancellationToken).ConfigureAwait(false) is not { } trained)
            return null;
        var issue = await Newest(key, cancellationToken).ConfigureAwait(false);
        return new ForecastAnswer(trained.TrainedAt, trained.Hours, trained.Refusal, BackTestSummary.Read(trained.BackTest), issue?.LastHour, issue?.IssuedAt, issue is null ? null : IssuedForecast.Read(issue.Content));
    }

    private bool IsOwn(ForecastKey key, DateTime at) => registry.Current.TenureOfPoint(key.PointId).Covers(at);
}

using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>Forecasts in the database.</summary>
public sealed class ForecastBook(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Issues are kept so long to be held against what came.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    /// <summary>The trained forecast; null where none was trained yet.</summary>
    public async Task<StoredForecast?> Trained(int station, string factor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<StoredForecast>().AsNoTracking().FirstOrDefaultAsync(forecast => forecast.StationId == station && forecast.Factor == factor, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces the trained forecast.</summary>
    public async Task Keep(StoredForecast forecast, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<StoredForecast>().Where(one => one.StationId == forecast.StationId && one.Factor == forecast.Factor).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        db.Add(forecast);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps an issue; of two nodes that issue the same hour the first counts.</summary>
    public async Task Issue(ForecastIssue issue, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<ForecastIssue>().AnyAsync(one => one.StationId == issue.StationId && one.Factor == issue.Factor && one.LastHour == issue.LastHour, cancellationToken).ConfigureAwait(false))
            return;
        db.Add(issue);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        var oldest = issue.IssuedAt - Kept;
        await db.Set<ForecastIssue>().Where(one => one.StationId == issue.StationId && one.Factor == issue.Factor && one.LastHour < oldest).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Newest issue; null where there is none.</summary>
    public async Task<ForecastIssue?> Newest(int station, string factor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<ForecastIssue>().AsNoTracking().Where(issue => issue.StationId == station && issue.Factor == factor).OrderByDescending(issue => issue.LastHour).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Issues of a range, oldest first.</summary>
    public async Task<IReadOnlyList<ForecastIssue>> Issues(int station, string factor, DateTime from, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<ForecastIssue>().AsNoTracking().Where(issue => issue.StationId == station && issue.Factor == factor && issue.LastHour >= from).OrderBy(issue => issue.LastHour).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}

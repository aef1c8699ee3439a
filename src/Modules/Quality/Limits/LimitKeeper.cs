using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Limits;

/// <summary>Keeps the limit book as the database has it, on every node.</summary>
public sealed class LimitKeeper(JobKit kit, IDbContextFactory<ParkDb> databases, LimitBook book) : Job(kit, "limit-book", "限值同步", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    /// <summary>Reads what has changed.</summary>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var confirmed = await db.Set<ConfirmedLimit>().AsNoTracking().Select(limit => limit.Key).ToListAsync(cancellationToken).ConfigureAwait(false);
        var local = await db.Set<LocalLimit>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        book.Replace(confirmed.ToHashSet(StringComparer.Ordinal), [.. local.Select(one => (one.StationId, one.ToLimit()))]);
    }

    /// <summary>Switches a recalled row on: somebody has seen it in the document.</summary>
    /// <param name="limit">Row of the library.</param>
    /// <param name="source">Where the document was seen.</param>
    public async Task<Outcome<ConfirmedLimit>> Confirm(Limit limit, string source, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(TelemetryPermissions.ReviewReadings))
            return new Problem("forbidden", "本账户没有核对限值的权限。");
        if (string.IsNullOrWhiteSpace(source) || source.Length > 300)
            return new Problem("no-source", "请写明核对所依据的文件（300 字以内）。", "source");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var key = ConfirmedLimit.KeyOf(limit);
        if (await db.Set<ConfirmedLimit>().AnyAsync(one => one.Key == key, cancellationToken).ConfigureAwait(false))
            return new Problem("confirmed", "这一限值已经核对过，请刷新。");
        var confirmed = new ConfirmedLimit { Key = key, By = Actor.Current.Name, At = Clock.UtcNow(), Source = source.Trim() };
        db.Add(confirmed);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await Refresh(cancellationToken).ConfigureAwait(false);
        return confirmed;
    }

    /// <inheritdoc/>
    protected override Task Run(CancellationToken cancellationToken) => Refresh(cancellationToken);
}

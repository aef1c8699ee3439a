using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Statistics;

/// <summary>Statistics that the actor has kept, and those that colleagues share.</summary>
public sealed class SavedStatistics(IDbContextFactory<ParkDb> databases, StatisticDesk desk, TimeProvider clock)
{
    public const int LongestName = 60;
    public const int LongestQuery = 4_000;

    /// <summary>Of one account.</summary>
    public const int Most = 100;

    private static readonly Problem Missing = new("not-found", "没有这份统计，或者它不是您的。");

    /// <summary>One's own first, then those that colleagues share.</summary>
    public async Task<IReadOnlyList<SavedStatistic>> All(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ReportPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var mine = Actor.Current.AccountId;
        return await Seen(db).AsNoTracking().OrderBy(one => one.AccountId == mine ? 0 : 1).ThenBy(one => one.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null where there is none, or not for the actor.</summary>
    public async Task<SavedStatistic?> Find(int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ReportPermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Seen(db).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a statistic that can be made; one of one's own of the same name is replaced.</summary>
    public async Task<Outcome<SavedStatistic>> Save(string name, string query, bool isShared, CancellationToken cancellationToken)
    {
        if (Actor.Current.AccountId is not { } account || !Actor.Current.May(ReportPermissions.View))
            return new Problem("forbidden", "没有保存统计的权限。");
        var named = name.Trim();
        if (named.Length is 0 or > LongestName)
            return new Problem("name", $"请给统计起一个 {LongestName} 字以内的名称。", "name");
        var planned = desk.Plan(StatisticQuery.Parse(query));
        if (!planned.IsOk)
            return planned.Problem;
        var written = planned.Value.Query.Write();
        if (written.Length > LongestQuery)
            return new Problem("too-long", "筛选的对象太多，保存不下：请少选一些，或改按行业、行政区筛选。", "query");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var saved = await Own(db).FirstOrDefaultAsync(one => one.Name == named, cancellationToken).ConfigureAwait(false);
        if (saved is null && await Own(db).CountAsync(cancellationToken).ConfigureAwait(false) >= Most)
            return new Problem("too-many", $"每个账户至多保存 {Most} 份统计，请先删除不用的。");
        if (saved is null)
            db.Add(saved = new SavedStatistic { AccountId = account, EnterpriseId = Actor.Current.EnterpriseId ?? 0, Name = named });
        (saved.Query, saved.IsShared, saved.Owner, saved.SavedAt) = (written, isShared, Actor.Current.Name, clock.UtcNow());
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return saved;
    }

    /// <summary>Takes one of one's own away.</summary>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    public async Task<Problem?> Remove(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Own(db).FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } saved)
            return Missing;
        db.Remove(saved);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static IQueryable<SavedStatistic> Own(ParkDb db)
    {
        var account = Actor.Current.AccountId ?? 0;
        return db.Set<SavedStatistic>().Where(one => one.AccountId == account);
    }

    /// <summary>An account that went to another enterprise leaves what it shared to its former colleagues, and sees theirs no more.</summary>
    private static IQueryable<SavedStatistic> Seen(ParkDb db)
    {
        var (account, enterprise) = (Actor.Current.AccountId ?? 0, Actor.Current.EnterpriseId ?? 0);
        return db.Set<SavedStatistic>().Where(one => one.AccountId == account || (one.IsShared && one.EnterpriseId == enterprise));
    }
}

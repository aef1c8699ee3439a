using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Each account's own views of lists.</summary>
public sealed class SavedViews(IDbContextFactory<ParkDb> databases)
{
    public const int MostPerPage = 20;

    public async Task<IReadOnlyList<SavedView>> Of(string page, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Own(db, page).AsNoTracking().OrderBy(view => view.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    public async Task<Outcome<SavedView>> Save(string page, string name, string query, CancellationToken cancellationToken)
    {
        if (Actor.Current.AccountId is not { } account)
            return RecordProblems.Forbidden;
        if (name.Trim().Length is 0 or > 50 || query.Length > 2_000)
            return new Problem("name", "请给视图起一个 50 字以内的名称。", "name");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var present = await Own(db, page).ToListAsync(cancellationToken).ConfigureAwait(false);
        var view = present.FirstOrDefault(one => one.Name == name.Trim());
        if (view is null && present.Count >= MostPerPage)
            return new Problem("too-many", $"每个列表至多保存 {MostPerPage} 个视图，请先删除不用的。");
        if (view is null)
            db.Add(view = new SavedView { AccountId = account, Page = page, Name = name.Trim(), Query = query });
        view.Query = query;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return view;
    }

    public async Task Remove(string page, int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await Own(db, page).Where(view => view.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<SavedView> Own(ParkDb db, string page) => db.Set<SavedView>().Where(view => view.AccountId == Actor.Current.AccountId && view.Page == page);
}

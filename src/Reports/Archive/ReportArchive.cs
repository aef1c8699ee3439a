using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Archive;

/// <summary>A report of the archive.</summary>
/// <param name="Original">As issued.</param>
/// <param name="Amendments">In the order in which they were made.</param>
/// <param name="IsIntact">Its content has the hash that was registered when it was issued.</param>
/// <param name="Others">Of the same type, subject and period, oldest first, itself among them.</param>
public sealed record ArchivedReport(IssuedReport Issued, Report Original, IReadOnlyList<ReportAmendment> Amendments, bool IsIntact, IReadOnlyList<IssuedReport> Others)
{
    /// <summary>With what has been corrected since.</summary>
    public Report Report => AmendedReport.Of(Original, Amendments);

    public PrintedReport Printed => new(Report, $"{Issued.FileName}_{Issued.Number}", Issued.IssuedAt, Issued.Number);
}

/// <summary>What to look for in the archive.</summary>
/// <param name="Text">Within the name of report or subject, or a number.</param>
public sealed record ArchiveFilter(string? Text = null, string? Type = null, DateTime? From = null, DateTime? To = null);

/// <summary>报表存档: what was issued, by whom and when, as it was; what was corrected afterwards; what another issue says otherwise.</summary>
public sealed class ReportArchive(ReportDesk desk, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    private static readonly Problem None = new("not-found", "没有这份存档报表，或者您没有查看它的权限。");

    /// <summary>Makes a report and keeps it.</summary>
    public async Task<Outcome<IssuedReport>> Issue(string key, string? subject, string? period, CancellationToken cancellationToken)
    {
        if (Rights.Missing(ReportPermissions.Issue, "存档报表") is { } missing)
            return missing;
        var made = await desk.Make(key, subject, period, cancellationToken).ConfigureAwait(false);
        if (!made.IsOk)
            return made.Problem;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var issued = await Keep(db, made.Value, Actor.Current.Name, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return issued;
    }

    /// <summary>Keeps a report within the caller's transaction.</summary>
    internal static async Task<IssuedReport> Keep(ParkDb db, MadeReport made, string by, CancellationToken cancellationToken)
    {
        var (type, subject, period) = (made.Type.Key, made.Request.Subject?.Key ?? "", made.Request.Period?.Key ?? "");
        var before = await db.Set<IssuedReport>().Where(one => one.Type == type && one.Subject == subject && one.Period == period).MaxAsync(one => (int?)one.Id, cancellationToken).ConfigureAwait(false);
        var (packed, hash) = ReportContent.Pack(made.Report);
        var issued = new IssuedReport
        {
            EnterpriseId = made.Report.EnterpriseId,
            Type = type,
            Code = made.Type.Code,
            Title = made.Type.Title,
            Permission = made.Report.Permission.Length > 0 ? made.Report.Permission : made.Type.Permission,
            Subject = subject,
            SubjectName = ReportSubject.Fit(made.Request.Subject?.FullName ?? ""),
            Period = period,
            FileName = made.FileName,
            IssuedAt = made.MadeAt,
            IssuedBy = by,
            Replaces = before ?? 0,
            Hash = hash,
        };
        db.Add(issued);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        db.Add(new IssuedContent { Id = issued.Id, Content = packed });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return issued;
    }

    /// <summary>Newest first.</summary>
    public async Task<Page<IssuedReport>> Search(ArchiveFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (text, id) = (filter.Text?.Trim() ?? "", IssuedReport.IdOf(filter.Text?.Trim() ?? ""));
        var found = Mine(db)
            .Where(one => text == "" || one.Id == id || one.Title.Contains(text) || one.SubjectName.Contains(text) || one.Period.StartsWith(text))
            .Where(one => filter.Type == null || one.Type == filter.Type)
            .Where(one => filter.From == null || one.IssuedAt >= filter.From)
            .Where(one => filter.To == null || one.IssuedAt < filter.To);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new(await found.OrderByDescending(one => one.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    /// <summary>Null where there is none, or not for the actor.</summary>
    public async Task<ArchivedReport?> Open(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Open(db, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an issued report says otherwise than the one before it, corrections of both included; null where there is none before it.</summary>
    public async Task<IReadOnlyList<ReportChange>?> Differences(ArchivedReport report, CancellationToken cancellationToken)
    {
        if (report.Issued.Replaces == 0)
            return null;
        var before = await Open(report.Issued.Replaces, cancellationToken).ConfigureAwait(false);
        return before is null ? null : ReportDifference.Of(before.Report, report.Report);
    }

    /// <summary>Corrects one figure: the original stays, the correction is marked wherever the report is shown.</summary>
    public async Task<Outcome<ReportAmendment>> Amend(int id, AmendmentForm form, CancellationToken cancellationToken)
    {
        if (Rights.Missing(ReportPermissions.Amend, "修正存档报表") is { } missing)
            return missing;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Open(db, id, cancellationToken).ConfigureAwait(false) is not { } report)
            return None;
        if (!report.IsIntact)
            return new Problem("not-intact", "这份报表的存档内容与出具时登记的摘要不一致，不能修正。请先由系统管理员查明原因。");
        var amendment = form.Read(report.Report);
        if (!amendment.IsOk)
            return amendment.Problem;
        var made = amendment.Value;
        (made.EnterpriseId, made.ReportId, made.At, made.By) = (report.Issued.EnterpriseId, id, clock.UtcNow(), Actor.Current.Name);
        db.Add(made);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return made;
    }

    private static async Task<ArchivedReport?> Open(ParkDb db, int id, CancellationToken cancellationToken)
    {
        if (await Mine(db).FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } issued)
            return null;
        var content = await db.Set<IssuedContent>().AsNoTracking().SingleAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        var (report, hash) = ReportContent.Unpack(content.Content);
        var amendments = await db.Set<ReportAmendment>().AsNoTracking().Where(one => one.ReportId == id).OrderBy(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var others = await Mine(db).Where(one => one.Type == issued.Type && one.Subject == issued.Subject && one.Period == issued.Period).OrderBy(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new ArchivedReport(issued, report, amendments, hash == issued.Hash, others);
    }

    /// <summary>What lies within the actor's scope (a filter of every query) and permissions.</summary>
    private static IQueryable<IssuedReport> Mine(ParkDb db)
    {
        var all = db.Set<IssuedReport>().AsNoTracking();
        if (Actor.Current.Permissions is not { } permissions)
            return all;
        return permissions.Contains(ReportPermissions.View) ? all.Where(one => permissions.Contains(one.Permission)) : all.Where(_ => false);
    }
}

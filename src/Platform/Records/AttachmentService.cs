using System.Security.Cryptography;
using EcoPark.Platform.Data;
using EcoPark.Platform.Files;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>
/// Documents of records: who may see the record may read them, who may edit it may add and remove. When a record goes to another enterprise, what was attached before stays
/// with the one that had it.
/// </summary>
public sealed class AttachmentService(IDbContextFactory<ParkDb> databases, RecordReader reader, IEnumerable<IRecordCheck> checks, TimeProvider clock)
{
    public const int MostPerRecord = 50;

    public async Task<IReadOnlyList<Attachment>> Of(RecordType type, int recordId, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.View))
            return [];
        var isVisible = await reader.Find(type, recordId, cancellationToken).ConfigureAwait(false) is not null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Own(Of(db, type, recordId), isVisible).AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Attachment>> Add(RecordType type, int recordId, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Edit))
            return RecordProblems.Forbidden;
        if (await reader.Find(type, recordId, cancellationToken).ConfigureAwait(false) is not { } record)
            return RecordProblems.NotFound(type);
        var name = Path.GetFileName(fileName.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
            return new Problem("file-name", "文件名应为 1～200 个可见字符。", "file");
        var media = UploadCheck.Document(name, content);
        if (!media.IsOk)
            return media.Problem;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Of(db, type, recordId).CountAsync(cancellationToken).ConfigureAwait(false) >= MostPerRecord)
            return new Problem("too-many", $"每条档案至多 {MostPerRecord} 个附件。");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (!await db.Set<FileContent>().AnyAsync(one => one.Hash == hash, cancellationToken).ConfigureAwait(false))
            db.Add(new FileContent { Hash = hash, Bytes = content });
        var added = new Attachment { Type = type.Name, RecordId = recordId, EnterpriseId = OwnerOf(type, record), FileName = name, MediaType = media.Value, Size = content.LongLength, Hash = hash, At = clock.UtcNow(), By = Actor.Current.Name };
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <summary>The document itself; <see langword="null"/> where it is not there for the actor.</summary>
    public async Task<(Attachment Attachment, byte[] Content)?> Read(RecordType type, int recordId, int id, CancellationToken cancellationToken)
    {
        if ((await Of(type, recordId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { } found)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return (found, await db.Set<FileContent>().Where(one => one.Hash == found.Hash).Select(one => one.Bytes).SingleAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Takes it off the record; the content is kept.</summary>
    public async Task<Outcome<Attachment>> Remove(RecordType type, int recordId, int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Edit))
            return RecordProblems.Forbidden;
        if (RecordService.MustPropose(type))
            return new Problem("forbidden", "已审核档案的附件是园区审核的依据，企业可以补充，不能移除；需移除请联系园区。");
        if (await reader.Find(type, recordId, cancellationToken).ConfigureAwait(false) is null)
            return RecordProblems.NotFound(type);
        foreach (var check in checks.Where(one => one.Type == type.Name))
        {
            if (await check.CheckRemoval(recordId, cancellationToken).ConfigureAwait(false) is { } objection)
                return objection;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Own(Of(db, type, recordId), isVisible: true).FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } attachment)
            return new Problem("not-found", "没有这个附件，请刷新。");
        attachment.RemovedAt = clock.UtcNow();
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return attachment;
    }

    private static int? OwnerOf(RecordType type, RecordView record) =>
        type.IsEnterpriseItself ? record.Id : type.IsOfEnterprise ? record.Values.GetValueOrDefault("enterpriseId") as int? : null;

    /// <summary>What is no enterprise's goes with the record itself.</summary>
    private static IQueryable<Attachment> Own(IQueryable<Attachment> all, bool isVisible)
    {
        if (Actor.Current.EnterpriseId is not { } own)
            return isVisible ? all : all.Where(one => false);
        return all.Where(one => one.EnterpriseId == own || (isVisible && one.EnterpriseId == null));
    }

    private static IQueryable<Attachment> Of(ParkDb db, RecordType type, int recordId) =>
        db.Set<Attachment>().Where(one => one.Type == type.Name && one.RecordId == recordId && one.RemovedAt == null);
}

using System.Security.Cryptography;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Files;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Photos and documents of an alarm, beside those of records and under the same checks: who may see the alarm may read them, who handles or explains it may add.</summary>
public sealed class AlarmPhotos(IDbContextFactory<ParkDb> databases, AlarmReader reader, TimeProvider clock)
{
    /// <summary><see cref="Attachment.Type"/> of an alarm's documents.</summary>
    public const string Type = "alarms";

    private const int MostPerAlarm = 20;

    public async Task<IReadOnlyList<Attachment>> Of(int alarmId, CancellationToken cancellationToken)
    {
        if (await reader.Find(alarmId, cancellationToken).ConfigureAwait(false) is null)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Of(db, alarmId).AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<Attachment>> Add(int alarmId, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.Handle) && !Actor.Current.May(AlarmPermissions.Explain))
            return new Problem("forbidden", "您没有这项权限。");
        if (await reader.Find(alarmId, cancellationToken).ConfigureAwait(false) is not { IsOpen: true } alarm)
            return new Problem("not-found", "没有这条报警，或它已关闭。");
        var name = Path.GetFileName(fileName.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > 200 || name.Any(char.IsControl))
            return new Problem("file-name", "文件名应为 1～200 个可见字符。", "file");
        var media = UploadCheck.Document(name, content);
        if (!media.IsOk)
            return media.Problem;

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Of(db, alarmId).CountAsync(cancellationToken).ConfigureAwait(false) >= MostPerAlarm)
            return new Problem("too-many", $"每条报警至多 {MostPerAlarm} 个附件。");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (!await db.Set<FileContent>().AnyAsync(one => one.Hash == hash, cancellationToken).ConfigureAwait(false))
            db.Add(new FileContent { Hash = hash, Bytes = content });
        var added = new Attachment { Type = Type, RecordId = alarmId, FileName = name, MediaType = media.Value, Size = content.LongLength, Hash = hash, At = clock.UtcNow(), By = Actor.Current.Name };
        db.Add(added);
        db.Add(AlarmFlows.Line(alarm, clock.UtcNow(), "附件", name, Actor.Current));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <summary>The document itself; <see langword="null"/> where it is not there for the actor.</summary>
    public async Task<(Attachment Attachment, byte[] Content)?> Read(int alarmId, int id, CancellationToken cancellationToken)
    {
        if ((await Of(alarmId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Id == id) is not { } found)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return (found, await db.Set<FileContent>().Where(one => one.Hash == found.Hash).Select(one => one.Bytes).SingleAsync(cancellationToken).ConfigureAwait(false));
    }

    private static IQueryable<Attachment> Of(ParkDb db, int alarmId) =>
        db.Set<Attachment>().Where(one => one.Type == Type && one.RecordId == alarmId && one.RemovedAt == null);
}

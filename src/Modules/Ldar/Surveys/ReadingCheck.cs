using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>Judges a reading when it is saved or imported, and keeps those that repairs rest on.</summary>
internal sealed class ReadingCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => LdarReadingType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var reading = (LdarReading)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var ground = await GroundBook.Read(db, reading, cancellationToken).ConfigureAwait(false);
        return Judge(reading, ground) ?? await Kept(db, reading, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var reading = (LdarReading)record;
        return await IsRepaired(db, reading.SealPointId, reading.At, cancellationToken).ConfigureAwait(false) ? new("repaired", "这次检出的泄漏已有修复记录，不能删除。", "at") : null;
    }

    public IRecordCheck ForMany() => new Import(databases);

    private static Problem? Judge(LdarReading reading, ReadingGround? ground) =>
        ground is null ? new("ground", "没有这次现场检测或这个密封点，或它已被删除。", "surveyId") : ReadingRules.Judge(reading, ground);

    /// <summary>A leak that somebody has begun to repair stays one, at its time.</summary>
    private static async Task<Problem?> Kept(ParkDb db, LdarReading reading, CancellationToken cancellationToken)
    {
        if (reading.Id == 0)
            return null;
        var before = await db.Set<LdarReading>().AsNoTracking().Where(one => one.Id == reading.Id).Select(one => new { one.SealPointId, one.At, one.IsLeak }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (before is not { IsLeak: true } || (reading.IsLeak == true && before.SealPointId == reading.SealPointId && before.At == reading.At))
            return null;
        return await IsRepaired(db, before.SealPointId, before.At, cancellationToken).ConfigureAwait(false) ? new("repaired", "这次检出的泄漏已有修复记录，密封点、检测时间和泄漏与否不能再改。", "reading") : null;
    }

    private static Task<bool> IsRepaired(ParkDb db, int point, DateTime? at, CancellationToken cancellationToken) =>
        db.Set<LdarRepair>().AsNoTracking().Where(one => one.SealPointId == point && one.DetectedAt == at).AnyAsync(LdarRepair.IsTouched, cancellationToken);

    /// <summary>A round row by row: what the readings of an enterprise rest on is read once.</summary>
    private sealed class Import(IDbContextFactory<ParkDb> databases) : IRecordCheck
    {
        private readonly Dictionary<int, GroundBook> _books = [];

        public string Type => LdarReadingType.Name;

        public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
        {
            var reading = (LdarReading)record;
            if (!_books.TryGetValue(reading.EnterpriseId, out var book))
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
                _books[reading.EnterpriseId] = book = await GroundBook.Read(db, reading.EnterpriseId, cancellationToken).ConfigureAwait(false);
            }

            if (Judge(reading, book.Find(reading)) is { } objection)
                return objection;
            if (reading.Id == 0)
                return null;
            await using var fresh = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            return await Kept(fresh, reading, cancellationToken).ConfigureAwait(false);
        }
    }
}

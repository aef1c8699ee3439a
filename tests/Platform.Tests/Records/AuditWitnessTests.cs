using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace EcoPark.Platform.Tests.Records;

/// <summary>What is deleted from the log before it is sealed is missed.</summary>
public sealed class AuditWitnessTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_entry_that_is_deleted_before_it_is_sealed_is_missed_and_said_again(Database database)
    {
        await using var room = await Room.Build(database);
        var (witness, later) = (room.Get<AuditWitness>(), room.Get<TimeProvider>().GetUtcNow().UtcDateTime + AuditWitness.Patience + TimeSpan.FromSeconds(1));
        await room.NewFirm("甲厂");
        await room.Get<AuditLog>().Write("查看", "报文", "17", "", Room.Token);
        await using var db = await room.Open();
        (await witness.Missing(db, later, Room.Token)).ShouldBeEmpty(); // All is there.

        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntry\"", Room.Token);
        (await witness.Missing(db, later - AuditWitness.Patience, Room.Token)).ShouldBeEmpty(); // Another node may be about to seal it.
        // The node is killed meanwhile: the one that comes up after it knows as much.
        var risen = new AuditWitness(room.Get<AuditHeads>(), room.Get<AuditSeal>(), NullLogger<AuditWitness>.Instance);
        risen.Recall();
        foreach (var one in new[] { witness, risen })
        {
            var missing = await one.Missing(db, later, Room.Token);
            missing.Count.ShouldBe(2);
            missing.ShouldContain(what => what.Contains("新增 企业 ", StringComparison.Ordinal));
            missing.ShouldContain(what => what.Contains("查看 报文 17", StringComparison.Ordinal));
            (await one.Missing(db, later, Room.Token)).ShouldBeEmpty(); // Told once.
        }
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_was_undone_or_is_sealed_is_not_missed(Database database)
    {
        await using var room = await Room.Build(database);
        var (witness, later) = (room.Get<AuditWitness>(), room.Get<TimeProvider>().GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1));
        await using var db = await room.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync(Room.Token))
        {
            db.Add(AuditLog.New(Security.Actor.System, later, "查看", "报文", "1", ""));
            db.Add(AuditLog.New(Security.Actor.System, later, "查看", "报文", "2", ""));
            await db.SaveChangesAsync(Room.Token);
            await transaction.RollbackAsync(Room.Token);
        }

        (await witness.Missing(db, later.AddMinutes(1), Room.Token)).ShouldBeEmpty();
        await room.NewFirm("乙厂");
        (await room.Get<AuditChain>().SealNew(Room.Token)).ShouldBe(1);
        (await witness.Missing(db, later, Room.Token)).ShouldBeEmpty();
        File.Exists(room.Get<AuditHeads>().PendingFile).ShouldBeFalse(); // From now on the chain answers for it.
    }

    /// <summary>A change that is durable is not told as failed because a note beside it could not be made; memory still misses what is deleted.</summary>
    [Fact]
    public async Task A_folder_that_cannot_be_written_fails_no_change()
    {
        await using var room = await Room.Build(Database.Sqlite);
        var (witness, heads, later) = (room.Get<AuditWitness>(), room.Get<AuditHeads>(), room.Get<TimeProvider>().GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1));
        Directory.CreateDirectory(heads.PendingFile); // No file can be there.
        await room.NewFirm("丙厂");
        Directory.Delete(heads.PendingFile);

        await using var db = await room.Open();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntry\"", Room.Token);
        (await witness.Missing(db, later, Room.Token)).ShouldHaveSingleItem().ShouldContain("新增 企业 ");
    }
}

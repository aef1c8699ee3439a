using EcoPark.Platform.Audit;
using EcoPark.Platform.Changes;
using EcoPark.Support;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Platform.Tests;

/// <summary>Whatever was changed is seen by every subscriber at least once, in one order.</summary>
public sealed class ChangeFeedTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_subscriber_that_fails_is_given_the_same_again_and_after_it_what_came_meanwhile(Database database)
    {
        var park = await ParkDatabase.New(database, new AuditModel(), new ChangeModel());
        var feed = new ChangeFeed(park, _clock);
        (await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken)).Changes.ShouldBeEmpty(); // It begins now.
        await Save(park, ("filings", 1), ("others", 7), ("filings", 2));
        await Seal(park);

        var first = await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken);
        first.Changes.Select(change => change.RecordId).ShouldBe([1, 2]);
        await Save(park, ("filings", 3));
        await Seal(park);
        var again = await new ChangeFeed(park, _clock).Next("days", ["filings"], 10, TestContext.Current.CancellationToken); // After a restart.
        again.Changes.Select(change => change.RecordId).ShouldBe([1, 2, 3]);
        await feed.Advance("days", first.Through, TestContext.Current.CancellationToken);
        (await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken)).Changes.Select(change => change.RecordId).ShouldBe([3]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_change_that_commits_late_is_not_passed_over(Database database)
    {
        var park = await ParkDatabase.New(database, new AuditModel(), new ChangeModel());
        var feed = new ChangeFeed(park, _clock);
        await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken);
        await using var slow = park.CreateDbContext();
        if (database == Database.Postgres) // SQLite has one writer: nothing can be passed over there.
        {
            await slow.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            slow.Add(Entry("filings", 1));
            await slow.SaveChangesAsync(TestContext.Current.CancellationToken); // Has its id, and is not committed.
        }

        await Save(park, ("filings", 2));
        await Seal(park);
        var batch = await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken);
        await feed.Advance("days", batch.Through, TestContext.Current.CancellationToken);
        batch.Changes.Select(change => change.RecordId).ShouldBe([2]);
        if (database != Database.Postgres)
            return;
        await slow.Database.CommitTransactionAsync(TestContext.Current.CancellationToken);
        await Seal(park);
        (await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken)).Changes.Select(change => change.RecordId).ShouldBe([1]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Many_changes_come_in_pieces_and_none_twice_once_seen(Database database)
    {
        var park = await ParkDatabase.New(database, new AuditModel(), new ChangeModel());
        var feed = new ChangeFeed(park, _clock);
        await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken);
        await Save(park, [.. Enumerable.Range(1, 25).Select(id => ("filings", id))]);
        await Seal(park);
        var seen = new List<int>();
        while (await feed.Next("days", ["filings"], 10, TestContext.Current.CancellationToken) is { Changes.Count: > 0 } batch)
        {
            seen.AddRange(batch.Changes.Select(change => change.RecordId));
            await feed.Advance("days", batch.Through, TestContext.Current.CancellationToken);
        }

        seen.ShouldBe(Enumerable.Range(1, 25));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_version_of_some_types_differs_after_each_change_of_them_and_of_no_others(Database database)
    {
        var park = await ParkDatabase.New(database, new AuditModel(), new ChangeModel());
        var feed = new ChangeFeed(park, _clock);
        var before = await feed.Version(["filings"], TestContext.Current.CancellationToken);
        await Save(park, ("others", 1));
        (await feed.Version(["filings"], TestContext.Current.CancellationToken)).ShouldBe(before);
        await Save(park, ("filings", 1));
        var after = await feed.Version(["filings"], TestContext.Current.CancellationToken);
        after.ShouldNotBe(before); // Also before it has its number.
        await Seal(park);
        await Save(park, ("filings", 1));
        (await feed.Version(["filings"], TestContext.Current.CancellationToken)).ShouldNotBe(after);
    }

    private static Task<int> Seal(ParkDatabase park)
    {
        var seal = new AuditSeal(new byte[32]);
        var heads = new AuditHeads(Directory.CreateTempSubdirectory("ecopark-heads-").FullName, null, "node", seal, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditHeads>.Instance);
        return new AuditChain(park, seal, heads).SealNew(TestContext.Current.CancellationToken);
    }

    private static async Task Save(ParkDatabase park, params (string Type, int Id)[] records)
    {
        await using var db = park.CreateDbContext();
        db.AddRange(records.Select(record => Entry(record.Type, record.Id)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static AuditEntry Entry(string type, int id) => new() { Who = "test", Action = "修改", Subject = type, At = new DateTime(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc), RecordType = type, RecordId = id };
}

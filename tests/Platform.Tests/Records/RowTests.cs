using EcoPark.Platform.Audit;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Support;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Tests.Records;

/// <summary>Rows that belong to a record, and what is worked out of them.</summary>
public sealed class RowTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Rows_are_saved_changed_and_read_back_with_their_record(Database database)
    {
        await using var room = await Room.Build(database);
        var (firm, receiver) = (await room.NewFirm("甲厂"), await room.NewFirm("乙处置"));
        var made = await room.Save(room.Manifests, Of(firm, "L-1", Item("废油", 2.5, 100, receiver), Item("污泥", 10)));
        (made.Revision, made.Values["total"], made.Values["size"]).ShouldBe((1, 12.5, "大"));
        var rows = made.RowTexts!["items"];
        rows.Select(row => row["waste"]).ShouldBe(["废油", "污泥"]);
        (rows[0]["receiverId"], rows[0]["cost"]).ShouldBe(("乙处置", "250"));

        // One row stays, one is changed, one goes, one comes: four times a change, once a revision.
        var changed = await room.Save(room.Manifests, new() { ["items"] = new[] { Item("污泥", 3), Item("滤渣", 1) } }, made.Id);
        (changed.Revision, changed.Values["total"], changed.Values["size"]).ShouldBe((2, 4d, "小"));
        changed.RowTexts!["items"].Select(row => (row["waste"], row["quantity"])).ShouldBe([("污泥", "3"), ("滤渣", "1")]);
        // Nothing changed: no revision.
        (await room.Save(room.Manifests, new() { ["items"] = new[] { Item("污泥", 3), Item("滤渣", 1) } }, made.Id)).Revision.ShouldBe(2);
        // What is not mentioned stays.
        (await room.Save(room.Manifests, new() { ["window"] = "08:30" }, made.Id)).RowTexts!["items"].Count.ShouldBe(2);
        await using var db = await room.Open();
        (await db.Set<ManifestItem>().CountAsync(Room.Token)).ShouldBe(2);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task History_and_audit_tell_what_the_rows_said(Database database)
    {
        await using var room = await Room.Build(database);
        var made = await room.Save(room.Manifests, Of(await room.NewFirm("甲厂"), "L-1", Item("废油", 2)));
        await room.Save(room.Manifests, new() { ["items"] = new[] { Item("废油", 5) } }, made.Id);
        var history = await room.Get<RecordHistory>().Of(room.Manifests, made.Id, 0, 10, Room.Token);
        var change = history.Items[0].Changes.Single(one => one.Label == "明细");
        (change.Before, change.After).ShouldBe(("1. 废物名称 废油，数量 2t", "1. 废物名称 废油，数量 5t"));
        await using var db = await room.Open();
        var told = await db.Set<AuditEntry>().OrderBy(entry => entry.Id).LastAsync(Room.Token);
        told.Detail.ShouldContain("\"明细\":[\"废物名称 废油，数量 2\",\"废物名称 废油，数量 5\"]");
        told.Detail.ShouldContain("\"总量\":[2,5]");
        // What was true is kept with its rows.
        (await room.Get<RecordHistory>().On(room.Manifests, made.Id, new DateOnly(2026, 3, 2), Room.Token))!.Value.Values["total"].ShouldBe(5d);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Every_wrong_cell_of_a_row_is_named(Database database)
    {
        await using var room = await Room.Build(database);
        var firm = await room.NewFirm("甲厂");
        var problems = await room.Refused(room.Manifests, Of(firm, "L-1", Item("废油", -1), Item("", 2), Item("废油", 3)));
        problems.Select(problem => (problem.Field, problem.Message)).ShouldBe(
        [
            ("items[0].quantity", "明细第 1 行：数量应不小于 0（t），现为 -1。"),
            ("items[1].waste", "明细第 2 行：请填写废物名称。"),
            ("items[2].waste", "明细第 3 行：与第 1 行重复（废物名称相同）。"),
        ]);
        (await room.Refused(room.Manifests, Of(firm, "L-1", [.. Enumerable.Range(0, 4).Select(at => Item($"废物{at}", 1))]))).Single().Message.ShouldBe("一张联单至多 3 种废物。");
        (await room.Refused(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = "L-1", ["items"] = 7 })).Single().Message.ShouldContain("应为若干行");
        (await room.Titles(room.Manifests)).ShouldBeEmpty();
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_is_worked_out_is_filtered_and_sorted_by_and_worked_out_anew_when_the_formula_changes(Database database)
    {
        await using var room = await Room.Build(database);
        var firm = await room.NewFirm("甲厂");
        foreach (var (number, quantity) in new[] { ("L-1", 5d), ("L-2", 20), ("L-3", 8) })
            await room.Save(room.Manifests, Of(firm, number, Item("污泥", quantity)));
        (await room.Titles(room.Manifests, ("total", "6..20"))).ShouldBe(["L-2", "L-3"]);
        var sorted = await room.Reader.Search(room.Manifests, new RecordQuery { Sort = "total" }, Room.Token);
        sorted.Items.Select(one => one.Title).ShouldBe(["L-1", "L-3", "L-2"]);
        (await room.Refused(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = "L-9", ["total"] = 3 })).Single().Code.ShouldBe("unknown-field");

        await using (var db = await room.Open())
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Manifest" SET "Total" = 1, "Size" = '旧' WHERE "Number" = 'L-2'""", Room.Token);
        (await room.Get<RecordRecompute>().Run(Room.Token)).ShouldBe(new Dictionary<string, int> { ["转移联单"] = 1 });
        (await room.Titles(room.Manifests, ("total", "20..20"))).ShouldBe(["L-2"]);
        (await room.Get<RecordRecompute>().Run(Room.Token))["转移联单"].ShouldBe(0);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Rows_of_another_enterprise_and_of_deleted_records_are_not_seen(Database database)
    {
        await using var room = await Room.Build(database);
        var (mine, other) = (await room.NewFirm("甲厂"), await room.NewFirm("乙厂"));
        await room.Save(room.Manifests, Of(mine, "L-1", Item("废油", 1)));
        var theirs = await room.Save(room.Manifests, Of(other, "L-2", Item("污泥", 1)));
        await room.Records.Delete(room.Manifests, (await room.Save(room.Manifests, Of(mine, "L-3", Item("滤渣", 1)))).Id, "作废", Room.Token);
        Actor.Become(new Actor(1, "环保员", mine, "", new HashSet<string> { room.Manifests.View, room.Manifests.Edit, room.Firms.View }));
        await using (var db = await room.Open())
            (await db.Set<ManifestItem>().Select(row => row.Waste).ToListAsync(Room.Token)).ShouldBe(["废油"]);
        (await room.Refused(room.Manifests, new() { ["items"] = new[] { Item("偷改", 1) } }, theirs.Id)).Single().Code.ShouldBe("not-found");
    }

    private static Dictionary<string, object?> Of(int firm, string number, params Dictionary<string, object?>[] items) => new() { ["enterpriseId"] = firm, ["number"] = number, ["items"] = items };

    private static Dictionary<string, object?> Item(string waste, double quantity, double? price = null, int? receiver = null) =>
        new() { ["waste"] = waste, ["quantity"] = quantity, ["price"] = price, ["receiverId"] = receiver };
}

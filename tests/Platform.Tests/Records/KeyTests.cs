using EcoPark.Platform.Records;
using EcoPark.Support;

namespace EcoPark.Platform.Tests.Records;

/// <summary>What names a record is there once, and whoever enters it twice is told.</summary>
public sealed class KeyTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_duplicate_by_references_alone_is_told_by_their_titles(Database database)
    {
        await using var room = await Room.Build(database);
        var (one, other) = (await room.NewFirm("甲厂"), await room.NewFirm("乙厂"));
        var pair = new Dictionary<string, object?> { ["firmId"] = one, ["partnerId"] = other };
        await room.Save(room.Pairings, pair);
        var problem = (await room.Refused(room.Pairings, pair)).Single();
        (problem.Code, problem.Field, problem.Message).ShouldBe(("duplicate", "firmId", "甲方“甲厂”、乙方“乙厂”已有一条结对，请修改原有的一条，或更正其中一项。"));
        // The other way round is another pair.
        await room.Save(room.Pairings, new() { ["firmId"] = other, ["partnerId"] = one });
        (await room.Refused(room.Firms, new() { ["name"] = "甲厂" })).Single().Message.ShouldBe("企业名称“甲厂”已有一条企业，请修改原有的一条，或更正企业名称。");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Of_saves_of_the_same_at_the_same_time_one_is_kept_and_the_others_are_told(Database database)
    {
        await using var room = await Room.Build(database);
        var (one, other) = (await room.NewFirm("甲厂"), await room.NewFirm("乙厂"));
        for (var round = 0; round < 5; round++)
        {
            var name = $"同名{round}";
            var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => room.Records.Save(room.Firms, null, new Dictionary<string, object?> { ["name"] = name }, null, null, Room.Token)));
            saves.Count(save => save.Saved is not null).ShouldBe(1);
            saves.Where(save => save.Saved is null).ShouldAllBe(save => save.Problems.Single().Code == "duplicate");
        }

        var pairs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => room.Records.Save(room.Pairings, null, new Dictionary<string, object?> { ["firmId"] = one, ["partnerId"] = other }, null, null, Room.Token)));
        pairs.Count(save => save.Saved is not null).ShouldBe(1);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_comes_back_beside_its_successor_is_told_too(Database database)
    {
        await using var room = await Room.Build(database);
        var first = await room.NewFirm("甲厂");
        await room.Records.Delete(room.Firms, first, "录重了", Room.Token);
        await room.NewFirm("甲厂");
        (await room.Records.Restore(room.Firms, first, Room.Token)).Problems.Single().Code.ShouldBe("duplicate");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_rows_and_links_refer_to_is_not_deleted(Database database)
    {
        await using var room = await Room.Build(database);
        var (one, other, third) = (await room.NewFirm("甲厂"), await room.NewFirm("乙厂"), await room.NewFirm("丙厂"));
        await room.Save(room.Manifests, new() { ["enterpriseId"] = one, ["number"] = "L-1", ["items"] = new[] { new Dictionary<string, object?> { ["waste"] = "废油", ["quantity"] = 1, ["receiverId"] = other } } });
        (await room.Records.Delete(room.Firms, other, "关闭", Room.Token)).Problems.Single().Message.ShouldBe("还有1 条转移联单引用它，请先处理这些记录再删除。");
        var pair = await room.Save(room.Pairings, new() { ["firmId"] = one, ["partnerId"] = other, ["about"] = new RecordLink("enterprises", third).ToString() });
        pair.Texts["about"].ShouldBe("丙厂");
        (await room.Records.Delete(room.Firms, third, "关闭", Room.Token)).Problems.Single().Code.ShouldBe("referred");
        (await room.Refused(room.Pairings, new() { ["about"] = "enterprises/99999" }, pair.Id)).Single().Field.ShouldBe("about");
        (await room.Refused(room.Pairings, new() { ["about"] = "丙厂" }, pair.Id)).Single().Message.ShouldContain("类别/编号");
    }
}

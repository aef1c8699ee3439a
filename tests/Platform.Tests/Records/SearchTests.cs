using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Support;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Tests.Records;

/// <summary>The search over all records.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("环保局", "环保 保局 局"), InlineData("DA-001", "da a0 00 01 1"), InlineData("Ｄ１", "d1 1"), InlineData("甲", "甲"), InlineData("　、", ""), InlineData("𠮷野家", "𠮷野 野家 家")]
    public void A_text_is_cut_into_pairs_of_letters(string text, string grams) => SearchGrams.Of([text]).ShouldBe(grams);

    [Fact]
    public void No_pair_reaches_from_one_text_into_the_next() => SearchGrams.Of(["甲乙", "丙丁"]).ShouldBe("甲乙 乙 丙丁 丁");

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Chinese_is_found_by_one_letter_by_two_in_the_middle_and_by_many(Database database)
    {
        await using var room = await Room.Build(database);
        var firm = await room.NewFirm("昆山东方化工新材料（集团）有限公司 91320583MA1X7Q2R5T");
        await room.NewFirm("南方电镀厂");
        foreach (var text in new[] { "东", "方化", "新材料", "材料集团", "料（集", "1x7q", "MA1X7Q2R5T", "昆山东方化工新材料（集团）有限公司", "９１３２" })
            (await Find(room, text)).Select(one => one.RecordId).ShouldBe([firm], text);
        (await Find(room, "方")).Count.ShouldBe(2);
        foreach (var text in new[] { "方新", "东化", "q7x1", "“”", "  ", "'", "\"", "* OR 东" })
            (await Find(room, text)).ShouldBeEmpty(text);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_index_follows_changes_deletions_and_returns_and_can_be_made_anew(Database database)
    {
        await using var room = await Room.Build(database);
        var firm = await room.NewFirm("旧名化工");
        await room.Save(room.Firms, new() { ["name"] = "新号化工" }, firm);
        ((await Find(room, "旧名")).Count, (await Find(room, "新号")).Single().Title).ShouldBe((0, "新号化工"));
        await room.Records.Delete(room.Firms, firm, "关闭", Room.Token);
        (await Find(room, "新号")).ShouldBeEmpty();
        await room.Records.Restore(room.Firms, firm, Room.Token);
        (await Find(room, "新号")).Count.ShouldBe(1);
        // A save that fails leaves nothing behind.
        await room.Refused(room.Firms, new() { ["name"] = "新号化工" });
        await using (var db = await room.Open())
            await db.Set<SearchEntry>().ExecuteDeleteAsync(Room.Token);
        (await Find(room, "新号")).ShouldBeEmpty();
        (await room.Get<RecordSearch>().Rebuild(Room.Token)).ShouldBe(1);
        (await Find(room, "新号")).Count.ShouldBe(1);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Others_records_and_types_without_the_right_are_not_found(Database database)
    {
        await using var room = await Room.Build(database);
        var (mine, other) = (await room.NewFirm("甲方化工"), await room.NewFirm("乙方化工"));
        foreach (var firm in new[] { mine, other })
            await room.Save(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = $"化工联单{firm}" });
        (await Find(room, "化工")).Count.ShouldBe(4);
        Actor.Become(new Actor(1, "环保员", mine, "", new HashSet<string> { room.Manifests.View, room.Firms.View }));
        (await Find(room, "化工")).Select(one => (one.Type, one.Title)).ShouldBe([("enterprises", "甲方化工"), ("manifests", $"化工联单{mine}")]);
        Actor.Become(new Actor(1, "环保员", mine, "", new HashSet<string> { room.Manifests.View }));
        (await Find(room, "化工")).Select(one => one.Type).ShouldBe(["manifests"]);
        Actor.Become(new Actor(1, "无权", null, "", new HashSet<string>()));
        (await Find(room, "化工")).ShouldBeEmpty();
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Counts_of_an_enterprise_are_one_answer(Database database)
    {
        await using var room = await Room.Build(database);
        var (mine, other) = (await room.NewFirm("甲厂"), await room.NewFirm("乙厂"));
        foreach (var (firm, number) in new[] { (mine, "L-1"), (mine, "L-2"), (other, "L-3") })
            await room.Save(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = number });
        await room.Save(room.Types["visits"], new() { ["enterpriseId"] = mine, ["purpose"] = "检查" });
        (await room.Reader.CountsOf(mine, Room.Token)).OrderBy(one => one.Key).Select(one => (one.Key, one.Value)).ShouldBe([("manifests", 2), ("visits", 1)]);
        (await room.Reader.CountsOf(other, Room.Token)).ShouldBe(new Dictionary<string, int> { ["manifests"] = 1 });
    }

    private static Task<IReadOnlyList<FoundRecord>> Find(Room room, string text) => room.Get<RecordSearch>().Find(text, 5, Room.Token);
}

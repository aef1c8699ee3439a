using EcoPark.Alarms;
using EcoPark.Modules.OneMap;
using EcoPark.Web.Components;

namespace EcoPark.OneMap.Tests;

/// <summary>What of the layers is shown, and how alarms are seen on them.</summary>
public sealed class LayerBookTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 8, 0, 0, DateTimeKind.Utc);
    private static readonly MapSign Running = new("在线运行", "#1b7a43", "气") { Form = MapForm.Square, Rank = 2 };
    private static readonly Dictionary<int, PointAlarms> Quiet = [];
    private int _reads;

    /// <summary>As the bell and the list have them: 红 #b3261e, 橙 #b84a00, 黄 #ffd54a, 蓝 #1f5fa8.</summary>
    [Theory]
    [InlineData(AlarmLevel.Red, "#b3261e", "红")]
    [InlineData(AlarmLevel.Orange, "#b84a00", "橙")]
    [InlineData(AlarmLevel.Yellow, "#ffd54a", "黄")]
    [InlineData(AlarmLevel.Blue, "#1f5fa8", "蓝")]
    public void An_outlet_takes_the_colour_of_its_most_urgent_alarm_with_its_word(AlarmLevel level, string colour, string word)
    {
        var sign = LayerBook.Alarmed(Outlet(1, 7) with { Sign = Running }, new PointAlarms(1, level, 2)).Shown;
        (sign.Colour, sign.Badge, sign.Mark).ShouldBe((colour, word, "气"));
        sign.Word.ShouldBe($"在线运行，{word}色报警等 2 条未关闭");
    }

    [Fact]
    public void The_more_urgent_alarm_lies_above()
    {
        var ranks = Enum.GetValues<AlarmLevel>().Order().Select(level => LayerBook.Alarmed(Outlet(1, 7), new PointAlarms(1, level, 1)).Shown.Rank).ToList();
        ranks.ShouldBe(ranks.OrderDescending());
        ranks[^1].ShouldBeGreaterThan(Running.Rank);
    }

    [Fact]
    public void A_station_keeps_the_colour_of_its_index_and_bears_the_alarm_beside_it()
    {
        var station = new MapPoint("station-air/1", "北站", 120.9, 32.0) { Sign = new MapSign("优", "#00E400", "45"), PointId = 5 };
        var sign = LayerBook.Alarmed(station, new PointAlarms(5, AlarmLevel.Orange, 1)).Shown;
        (sign.Colour, sign.Badge, sign.BadgeColour).ShouldBe(("#00E400", "橙", "#b84a00"));
    }

    [Fact]
    public async Task An_enterprise_filter_keeps_its_own_and_what_is_nobodys()
    {
        var book = new LayerBook([Layer("outlet-gas", null, Outlet(1, 7), Outlet(2, 8)), Layer("receptors", null, new MapPoint("receptors/1", "村", 120.9, 32.0))]);
        await book.Read(["outlet-gas", "receptors"], Now, CancellationToken.None);
        book.Shown(["outlet-gas", "receptors"], 7, Quiet).Select(thing => thing.Id).ShouldBe(["outlet-gas/1", "receptors/1"]);
        book.Shown(["outlet-gas"], null, Quiet).Count.ShouldBe(2);
        book.Shown(["receptors"], 9, Quiet).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_people_enter_is_read_once_and_what_lives_when_it_is_time()
    {
        var book = new LayerBook([Layer("outlet-gas", TimeSpan.FromSeconds(10), Outlet(1, 7)), Layer("receptors", null)]);
        await book.Read(["outlet-gas"], Now, CancellationToken.None);
        _reads.ShouldBe(1); // The other is not shown.
        await book.Read(["outlet-gas", "receptors"], Now.AddSeconds(5), CancellationToken.None);
        _reads.ShouldBe(2);
        await book.Read(["outlet-gas", "receptors"], Now.AddSeconds(10), CancellationToken.None);
        _reads.ShouldBe(3);
        await book.Read(["outlet-gas", "receptors"], Now.AddSeconds(15), CancellationToken.None);
        _reads.ShouldBe(3);
    }

    [Fact]
    public void The_browser_is_told_only_what_has_changed()
    {
        MapPoint[] before = [Outlet(1, 7) with { Sign = Running }, Outlet(2, 8) with { Sign = Running }];
        MapRows.Changes(before, [before[0], before[1] with { }]).ShouldBe([]);
        var change = MapRows.Changes(before, [before[0], before[1] with { Sign = Running with { Colour = "#6b7780", Word = "离线" } }]).ShouldNotBeNull().ShouldHaveSingleItem();
        change[0].ShouldBe(1);
        change[3].ShouldBe("离线");
        MapRows.Changes(before, [before[1], before[0]]).ShouldBeNull();
        MapRows.Changes(before, [before[0]]).ShouldBeNull();
        MapRows.Changes(before, [before[0], before[1] with { Longitude = 121 }]).ShouldBeNull();
    }

    /// <summary>Contrast by WCAG 2: black on the yellow of AQI level two is 19.6 : 1, white on its level five 8.9 : 1.</summary>
    [Theory]
    [InlineData("#FFFF00", false)]
    [InlineData("#00E400", false)]
    [InlineData("#FF7E00", false)]
    [InlineData("#99004C", true)]
    [InlineData("#7E0023", true)]
    [InlineData("#b3261e", true)]
    [InlineData("#CCFFFF", false)]
    public void Marks_are_black_or_white_whichever_reads_better(string colour, bool isWhite) => SignInk.IsWhiteOn(colour).ShouldBe(isWhite);

    private static MapPoint Outlet(int id, int enterprise) => new($"outlet-gas/{id}", $"排口{id}", 120.9, 32.0) { EnterpriseId = enterprise, PointId = id, TakesAlarms = true };

    private MapLayer Layer(string key, TimeSpan? every, params MapPoint[] points) => new(key, key, "any", _ =>
    {
        _reads++;
        return Task.FromResult(new MapModel([], points));
    })
    { Every = every };
}

using EcoPark.Modules.Monitoring.Live;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;

namespace EcoPark.Telemetry.Tests;

/// <summary>What the live page shows, in which order.</summary>
public sealed class LiveBoardTests
{
    private static readonly PointStanding[] Park =
    [
        Of(1, "北站", "", StandingState.Unjudged, PointKind.AmbientAir, 120.90, 32.09), Of(2, "甲水", "甲公司", StandingState.Normal, PointKind.WasteWater, 120.90, 32.00),
        Of(3, "甲气", "甲公司", StandingState.OffLine, PointKind.FlueGas, 120.91, 32.00), Of(4, "乙水", "乙公司", StandingState.Near, PointKind.WasteWater, 120.99, 32.00),
        Of(5, "乙气", "乙公司", StandingState.Over, PointKind.FlueGas, 120.99, 32.04), Of(6, "丙水", "丙公司", StandingState.Stopped, PointKind.WasteWater),
    ];

    [Fact]
    public void The_worst_point_comes_first_and_its_group_with_it() => Show(new LiveChoice()).ShouldBe(["乙公司: 乙气 乙水", "甲公司: 甲气 甲水", "园区站点: 北站", "丙公司: 丙水"]);

    [Fact]
    public void By_kind_and_by_place() => (string.Join('；', Show(new LiveChoice(Group: LiveChoice.ByKind))), string.Join('；', Show(new LiveChoice(Group: LiveChoice.ByArea)))).ShouldBe((
        "废气排口: 乙气 甲气；废水排口: 乙水 甲水 丙水；环境空气: 北站", "东片: 乙气；东南片: 乙水；西南片: 甲气 甲水；西北片: 北站；没有坐标: 丙水"));

    [Fact]
    public void Abnormal_is_over_near_not_valid_off_line_or_silent_and_the_counts_stay()
    {
        Show(new LiveChoice(State: LiveChoice.Abnormal)).ShouldBe(["乙公司: 乙气 乙水", "甲公司: 甲气"]);
        Show(new LiveChoice(State: "near")).ShouldBe(["乙公司: 乙水"]);
        Enum.GetValues<StandingState>().Where(state => state.IsAbnormal()).ShouldBe([StandingState.Over, StandingState.Near, StandingState.Invalid, StandingState.OffLine, StandingState.Silent]);
        var board = Board(new LiveChoice(State: "near"), 1, 20);
        (board.Fitting, board.Counts[StandingState.Over], board.Counts.Values.Sum()).ShouldBe((1, 1, 6));
    }

    [Fact]
    public void Pages_are_cut_after_the_order_and_the_last_is_shown_where_there_are_fewer()
    {
        Show(new LiveChoice(), 2, 4).ShouldBe(["园区站点: 北站", "丙公司: 丙水"]);
        var beyond = Board(new LiveChoice(), 9, 4);
        (beyond.Skip, beyond.Groups.Count).ShouldBe((4, 2));
    }

    [Fact]
    public void Names_of_points_enterprises_and_factors_are_looked_for()
    {
        var channel = new Channel { FactorCode = "w01018", OriginalCode = "w01018", Name = "化学需氧量" };
        new LiveChoice(Text: "需氧").Names(Park[1].Point, [channel]).ShouldBeTrue();
        new LiveChoice(Text: "甲公").Names(Park[1].Point, []).ShouldBeTrue();
        new LiveChoice(Text: "乙").Names(Park[1].Point, [channel]).ShouldBeFalse();
        new LiveChoice(Kind: nameof(PointKind.FlueGas)).Names(Park[1].Point, []).ShouldBeFalse();
    }

    [Fact]
    public void Who_grows_worse_moves_at_once_and_who_grows_better_after_a_while()
    {
        var (ranks, now) = (new HeldRanks(), new DateTime(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc));
        ranks.Of(1, 6, now).ShouldBe(6);
        ranks.Of(1, 1, now.AddSeconds(1)).ShouldBe(1);
        ranks.Of(1, 6, now.AddSeconds(30)).ShouldBe(1);
        ranks.Of(1, 1, now.AddSeconds(30)).ShouldBe(1); // Again over: the while begins anew.
        ranks.Of(1, 6, now.AddSeconds(59)).ShouldBe(1);
        ranks.Of(1, 6, now.AddSeconds(60)).ShouldBe(6);
    }

    private static IReadOnlyList<string> Show(LiveChoice choice, int page = 1, int size = 20) => [.. Board(choice, page, size).Groups.Select(group => $"{group.Title}: {string.Join(' ', group.Points.Select(one => one.Point.Name))}")];

    private static LiveBoard Board(LiveChoice choice, int page, int size) => LiveBoard.Arrange(Park, choice, one => (int)one.State, new LiveAreas(Park.Select(one => one.Point)), page, size);

    private static PointStanding Of(int id, string name, string enterprise, StandingState state, PointKind kind, double? longitude = null, double? latitude = null) =>
        new(new MonitoringPoint { Id = id, Name = name, Enterprise = enterprise, Kind = kind, Longitude = longitude, Latitude = latitude }, state);
}

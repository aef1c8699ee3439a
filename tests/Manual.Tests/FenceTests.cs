using EcoPark.Modules.Manual.Fence;

namespace EcoPark.Manual.Tests;

/// <summary>Which points at a fence lie upwind and downwind.</summary>
public sealed class FenceTests
{
    /// <summary>North, east, south and west of a plant at 32° north.</summary>
    private static readonly IReadOnlyList<FencePoint> Four = WindPairs.Around([(1, "北", 120.95, 32.051), (2, "东", 120.952, 32.05), (3, "南", 120.95, 32.049), (4, "西", 120.948, 32.05)]);

    private static readonly DateTime At = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Points_lie_where_the_compass_says() => Four.Select(point => Math.Round(point.Bearing)).ShouldBe([0, 90, 180, 270]);

    [Theory]
    [InlineData(0, "北", 10, "南", 40, 30)] // Wind from the north: what leaves in the south.
    [InlineData(359, "北", 10, "南", 40, 30)]
    [InlineData(90, "东", 20, "西", 25, 5)]
    [InlineData(180, "南", 40, "北", 10, -30)] // More came in than left.
    [InlineData(44, "北", 10, "南", 40, 30)]
    public void The_background_is_taken_off(double from, string upwind, double background, string downwind, double highest, double difference)
    {
        var pair = WindPairs.Of(Four, Hour(2, from, (1, 10), (2, 20), (3, 40), (4, 25)));
        (pair.State, pair.Upwind, pair.Background, pair.Downwind, pair.Highest, pair.Difference).ShouldBe((PairState.Pair, upwind, background, downwind, highest, difference));
    }

    [Fact]
    public void Between_two_points_both_count()
    {
        var pair = WindPairs.Of(Four, Hour(2, 45, (1, 10), (2, 20), (3, 40), (4, 25)));
        (pair.Upwind, pair.Background, pair.Downwind, pair.Highest).ShouldBe(("北、东", 15, "南", 40));
    }

    [Fact]
    public void What_cannot_be_compared_says_why()
    {
        WindPairs.Of(Four, Hour(0.49, 0, (1, 10), (3, 40))).State.ShouldBe(PairState.Calm);
        WindPairs.Of(Four, Hour(0.5, 0, (1, 10), (3, 40))).State.ShouldBe(PairState.Pair);
        WindPairs.Of(Four, Hour(null, 0, (1, 10), (3, 40))).State.ShouldBe(PairState.NoWind);
        WindPairs.Of(Four, Hour(3, null, (1, 10), (3, 40))).State.ShouldBe(PairState.NoWind);
        WindPairs.Of(Four, Hour(3, 0, (2, 10), (3, 40))).ShouldSatisfyAllConditions(pair => pair.State.ShouldBe(PairState.NoUpwind), pair => pair.Difference.ShouldBeNull());
        WindPairs.Of(Four, Hour(3, 0, (1, 10), (2, 40))).State.ShouldBe(PairState.NoDownwind);
    }

    private static FenceHour Hour(double? speed, double? from, params (int Point, double Value)[] values) => new(At, speed, from, values.ToDictionary(one => one.Point, one => one.Value));
}

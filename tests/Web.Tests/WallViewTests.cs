using EcoPark.Platform.Accounts;
using EcoPark.Web.Home;
using EcoPark.Web.Wall;

namespace EcoPark.Web.Tests;

/// <summary>What a wall shows is its address.</summary>
public sealed class WallViewTests
{
    [Theory]
    [InlineData(null, null, null, "/wall?every=20")]
    [InlineData("未关闭的报警, 逾期未办,", "90", "0", "/wall?every=90&maps=0&tiles=%E6%9C%AA%E5%85%B3%E9%97%AD%E7%9A%84%E6%8A%A5%E8%AD%A6%2C%E9%80%BE%E6%9C%9F%E6%9C%AA%E5%8A%9E")]
    [InlineData("", "1", "1", "/wall?every=5")]
    [InlineData("", "99999", "x", "/wall?every=600")]
    [InlineData("", "-3", null, "/wall?every=20")]
    public void What_makes_no_sense_in_the_address_is_as_usual(string? tiles, string? every, string? maps, string written) => WallView.Read(tiles, every, maps).Write().ShouldBe(written);

    [Fact]
    public void Lists_take_turns_three_at_a_time_and_those_that_stay_do_not()
    {
        HomeTile[] all =
        [
            Tile("数字", 1, isList: false), Tile("一", 5), Tile("二", 4), Tile("三", 3), Tile("四", 2), Tile("常在", 1) with { StaysOnWall = true },
            Tile("领导", 1) with { Desks = [Desk.Direction] },
        ];
        WallView.Read(null, null, null).Scenes(all).Select(scene => string.Join("", scene.Select(tile => tile.Title))).ShouldBe(["四三二", "一"]);
        WallView.Read("领导,一", null, null).Scenes(all).Select(scene => string.Join("", scene.Select(tile => tile.Title))).ShouldBe(["领导一"]);
    }

    private static HomeTile Tile(string title, int order, bool isList = true) => new(title, "/", "any.view", (_, _) => Task.FromResult(new TileValue(""))) { Order = order, IsList = isList };
}

using EcoPark.Modules.OneMap;
using Microsoft.AspNetCore.WebUtilities;

namespace EcoPark.OneMap.Tests;

/// <summary>One address is the whole view.</summary>
public sealed class MapAddressTests
{
    private static readonly MapAddress Full = new()
    {
        Layers = ["park", "outlet-gas"],
        Place = new MapPlace(120.947123, 32.049456, 14.25),
        Object = "outlet-gas/12",
        Enterprise = 3,
        Near = new MapCircle(120.95, 32.05, 500),
        Factor = "a34004@μg/m³",
        Days = 7,
        Hour = new DateTime(2026, 11, 28, 6, 0, 0, DateTimeKind.Utc),
        HasSurface = true,
        IsList = true,
    };

    [Fact]
    public void What_is_written_is_read_back_whole()
    {
        var read = Read(Full.Write());
        read.Layers.ShouldBe(Full.Layers);
        (read with { Layers = null }).ShouldBe(Full with { Layers = null });
    }

    /// <summary>People read it too: places as they are written elsewhere, hours on the park's clock (14:00 where UTC has 6:00).</summary>
    [Fact]
    public void It_can_be_read_by_people()
    {
        var text = Full.Write();
        text.ShouldStartWith("/map?layers=park,outlet-gas&at=120.947123,32.049456,14.25&object=outlet-gas/12&enterprise=3&near=120.95,32.05,500&");
        text.ShouldContain("&hour=2026112814&");
    }

    [Fact]
    public void Nothing_chosen_is_the_bare_page_and_no_layer_at_all_is_a_choice()
    {
        new MapAddress().Write().ShouldBe("/map");
        Read("/map").Layers.ShouldBeNull();
        Read(new MapAddress { Layers = [] }.Write()).Layers.ShouldBe([]);
    }

    [Theory]
    [InlineData("at=here")]
    [InlineData("at=120,32")]
    [InlineData("at=320,32,10")]
    [InlineData("at=120,NaN,10")]
    [InlineData("near=120,32,-5")]
    [InlineData("near=120,32,1e9")]
    [InlineData("hour=yesterday")]
    [InlineData("enterprise=-1")]
    [InlineData("days=400")]
    public void What_makes_no_sense_is_left_out(string words) => Read("/map?" + words).ShouldBe(new MapAddress());

    private static MapAddress Read(string address)
    {
        var words = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        return MapAddress.Read(name => words.TryGetValue(name, out var value) ? value.ToString() : null);
    }
}

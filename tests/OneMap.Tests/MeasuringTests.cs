using EcoPark.Modules.OneMap;
using EcoPark.Modules.OneMap.Measuring;
using EcoPark.Web.Components;

namespace EcoPark.OneMap.Tests;

/// <summary>Figures from GeographicLib (C. F. F. Karney): WGS 84.</summary>
public sealed class MeasuringTests
{
    private static readonly MapLayer Layer = new("any", "图层", "any", _ => Task.FromResult(MapModel.Empty));

    [Fact]
    public void A_line_across_the_park_is_as_long_as_it_is()
    {
        var line = new Measurement(MapTool.Length, []).With(120.922, 32.034).With(120.972, 32.064);
        line.Words.ShouldBe("长 5.776 km，1 段");
    }

    [Fact]
    public void The_second_click_of_a_double_click_is_no_corner_and_the_next_begins_anew()
    {
        var line = new Measurement(MapTool.Length, []).With(120.922, 32.034).With(120.972, 32.064).With(120.972, 32.0640001);
        line.Corners.Count.ShouldBe(2);
        (line with { IsDone = true }).With(120.95, 32.05).Corners.Count.ShouldBe(1);
    }

    [Fact]
    public void An_area_has_hectares_and_a_perimeter()
    {
        var area = new Measurement(MapTool.Area, []).With(120.922, 32.034).With(120.972, 32.034).With(120.972, 32.064).With(120.922, 32.064);
        area.Words.ShouldBe("面积 1570.88 公顷（15.709 km²），周长 16.098 km");
    }

    [Theory]
    [InlineData(840.4, "840 m²")]
    [InlineData(157_088, "15.71 公顷")]
    public void Areas_are_said_in_the_unit_that_fits(double metres, string text) => Measurement.AreaText(metres).ShouldBe(text);

    /// <summary>3000 m to the north-east lies 120.96946609, 32.06812833.</summary>
    [Fact]
    public void What_is_within_is_found_the_nearest_first_with_its_direction()
    {
        MapThing[] things =
        [
            new(Layer, new MapPoint("any/1", "东北", 120.96946609119425, 32.06812833465463)),
            new(Layer, new MapPoint("any/2", "这里", 120.947, 32.049)),
            new(Layer, new MapShape("any/3", "四周", """{"type":"Polygon","coordinates":[[[120.9,32],[121,32],[121,32.1],[120.9,32.1],[120.9,32]]]}""", MapStyle.Water)),
            new(Layer, new MapShape("any/4", "南边的路", """{"type":"LineString","coordinates":[[120.9,32.04],[121,32.04]]}""", MapStyle.Road)),
        ];
        var found = Neighbour.Of(things, new MapCircle(120.947, 32.049, 3_000.01));
        found.Select(one => one.Thing.Name).ShouldBe(["四周", "这里", "南边的路", "东北"], ignoreOrder: false);
        found[3].Metres.ShouldBe(3_000, 0.001);
        found[3].Direction.ShouldBe("东北");
        // 0.009° of the meridian at 32° north: 110.9 km a degree.
        found[2].Metres.ShouldBe(998, 3);
        found[2].Direction.ShouldBe("南");
        Neighbour.Of(things, new MapCircle(120.947, 32.049, 2_999.99)).Count.ShouldBe(3);
    }
}

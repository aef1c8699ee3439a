using EcoPark.Modules.OneMap;
using EcoPark.Modules.OneMap.Hours;
using EcoPark.Platform.Geometry;
using EcoPark.Standards;

namespace EcoPark.OneMap.Tests;

/// <summary>Colours of an hour and the surface between the stations.</summary>
public sealed class HourTests
{
    private static readonly DateTime Noon = new(2026, 11, 28, 4, 0, 0, DateTimeKind.Utc);

    /// <summary>HJ 633-2026 table 3, SO₂ of an hour: 150 μg/m³ is sub-index 50, 500 is 100; appendix A: 优 0,228,0, 良 255,255,0, 轻度污染 255,126,0.</summary>
    [Theory]
    [InlineData(150, "优", "#00E400")]
    [InlineData(151, "良", "#FFFF00")]
    [InlineData(500, "良", "#FFFF00")]
    [InlineData(501, "轻度污染", "#FF7E00")]
    public void An_item_of_the_index_has_the_colour_of_its_sub_index(double value, string word, string colour)
    {
        var sign = HourScale.Of("a21026", "μg/m³", Medium.AmbientAir, [value], 0, Noon).Of(value);
        (sign.Word, sign.Colour, sign.Mark).ShouldBe((word, colour, value.ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void In_another_unit_or_medium_it_is_a_value_like_others()
    {
        HourScale.Of("a21026", "mg/m³", Medium.AmbientAir, [0.1], 2, Noon).IsOfStandard.ShouldBeFalse();
        HourScale.Of("a21026", "μg/m³", Medium.FlueGas, [100], 0, Noon).IsOfStandard.ShouldBeFalse();
    }

    [Fact]
    public void Other_factors_have_six_steps_between_lowest_and_highest()
    {
        var scale = HourScale.Of("a01001", "℃", Medium.AmbientAir, [10, 16, double.NaN], 1, Noon);
        scale.Legend.Select(sign => sign.Word).ShouldBe(["10–11", "11–12", "12–13", "13–14", "14–15", "15–16"]);
        scale.Legend.Select(sign => sign.Colour).Distinct().Count().ShouldBe(6);
        scale.Of(10).Colour.ShouldBe(scale.Legend[0].Colour);
        scale.Of(12.5).Colour.ShouldBe(scale.Legend[2].Colour);
        scale.Of(16).Colour.ShouldBe(scale.Legend[5].Colour);
        HourScale.Of("a01001", "℃", Medium.AmbientAir, [], 1, Noon).Of(3).Mark.ShouldBe("3");
    }

    [Fact]
    public void With_three_stations_no_surface_is_drawn_and_it_says_why()
    {
        var surface = SurfacePainter.Paint([(120.94, 32.06, 30), (120.95, 32.03, 40), (120.96, 32.05, 35), (120.97, 32.05, double.NaN)], null, _ => "#ff0000");
        surface.Picture.ShouldBeNull();
        surface.Refusal.ShouldBe("这一小时有有效值的站点只有 3 个，少于 4 个，不绘制浓度面。");
    }

    /// <summary>Alike everywhere: every cell has the one value, the error is none.</summary>
    [Fact]
    public void The_surface_covers_the_park_and_a_kilometre_around_and_no_more()
    {
        var park = GeoShape.Read("""{"type":"Polygon","coordinates":[[[120.922,32.034],[120.972,32.034],[120.972,32.064],[120.922,32.064],[120.922,32.034]]]}""").Value!;
        var asked = new List<double>();
        var surface = SurfacePainter.Paint([(120.93, 32.04, 35), (120.96, 32.04, 35), (120.96, 32.06, 35), (120.93, 32.06, 35)], park, value =>
        {
            asked.Add(value);
            return "#0a141e";
        });
        asked.ShouldAllBe(value => Math.Abs(value - 35) < 1e-9);
        surface.Validation!.RootMeanSquare.ShouldBe(0, 1e-9);
        var picture = surface.Picture.ShouldNotBeNull();
        // From the boundary's corner the picture's edge is a kilometre off, along the parallel and the meridian.
        Geodesy.Way(picture.West, 32.034, 120.922, 32.034).Metres.ShouldBe(1_000, 5);
        Geodesy.Way(120.922, picture.North, 120.922, 32.064).Metres.ShouldBe(1_000, 5);
        var pixels = Convert.FromBase64String(picture.Pixels);
        pixels.Length.ShouldBe(picture.Width * picture.Height * 4);
        var middle = ((picture.Height / 2 * picture.Width) + (picture.Width / 2)) * 4;
        pixels[middle..(middle + 4)].ShouldBe([10, 20, 30, 150]);
        pixels[3].ShouldBe((byte)0); // The corner lies farther than a kilometre from the boundary's corner.
    }

    [Fact]
    public void An_hour_is_found_by_its_time_and_the_newest_where_none_is_asked_for()
    {
        var table = new HourTable(new HourFactor("a34004", "PM2.5", "μg/m³", 0), Medium.AmbientAir, [.. Enumerable.Range(0, 24).Select(hour => Noon.AddHours(hour))], new Dictionary<int, double[]>(), new Dictionary<int, (double[], double[])>());
        table.HourAt(Noon.AddHours(5)).ShouldBe(5);
        table.HourAt(Noon.AddHours(-5)).ShouldBe(0);
        table.HourAt(null).ShouldBe(23);
    }
}

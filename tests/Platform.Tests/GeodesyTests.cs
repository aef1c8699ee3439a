using EcoPark.Platform.Geometry;

namespace EcoPark.Platform.Tests;

/// <summary>Against published and independent figures: Geoscience Australia's line Flinders Peak–Buninyong, and GeographicLib (C. F. F. Karney) for the others.</summary>
public sealed class GeodesyTests
{
    [Fact]
    public void A_surveyed_line_has_its_published_length_and_azimuth()
    {
        var (metres, bearing) = Geodesy.Way(Degrees(144, 25, 29.52440), -Degrees(37, 57, 3.72030), Degrees(143, 55, 35.38390), -Degrees(37, 39, 10.15610));
        metres.ShouldBe(54_972.271, 0.001);
        bearing.ShouldBe(Degrees(306, 52, 5.37), 1e-5);
    }

    [Fact]
    public void A_way_across_the_park_is_that_of_GeographicLib() => Geodesy.Way(120.922, 32.034, 120.972, 32.064).Metres.ShouldBe(5776.252895, 1e-4);

    [Fact]
    public void Going_three_kilometres_north_east_leads_where_GeographicLib_says_and_the_way_back_is_as_long()
    {
        var (x, y) = Geodesy.Go(120.947, 32.049, 45, 3000);
        x.ShouldBe(120.96946609119425, 1e-10);
        y.ShouldBe(32.06812833465463, 1e-10);
        Geodesy.Way(120.947, 32.049, x, y).Metres.ShouldBe(3000, 1e-4);
    }

    [Fact]
    public void Areas_are_those_of_GeographicLib_whichever_way_round_the_corners_go()
    {
        (double, double)[] park = [(120.922, 32.034), (120.972, 32.034), (120.972, 32.064), (120.922, 32.064)];
        Geodesy.Area(park).ShouldBe(15_708_821.655, 20);
        Geodesy.Area([.. park.Reverse()]).ShouldBe(Geodesy.Area(park), 1e-3);
        Geodesy.Area([(121.0, 32.0), (121.3, 32.1), (121.25, 32.4), (121.1, 32.2)]).ShouldBe(549_161_344.26, 5_000);
        Geodesy.Area([(121, 32), (121.1, 32)]).ShouldBe(0);
    }

    [Fact]
    public void A_circle_is_everywhere_as_far_from_its_middle_and_has_the_area_of_a_circle()
    {
        var circle = Geodesy.Circle(120.947, 32.049, 500, 360);
        circle[0].ShouldBe(circle[^1]);
        circle.ShouldAllBe(corner => Math.Abs(Geodesy.Way(120.947, 32.049, corner.Longitude, corner.Latitude).Metres - 500) < 0.001);
        Geodesy.Area(circle).ShouldBe(Math.PI * 500 * 500, 100);
    }

    [Fact]
    public void The_same_place_is_no_way_at_all() => Geodesy.Way(120, 32, 120, 32).Metres.ShouldBe(0);

    private static double Degrees(double degrees, double minutes, double seconds) => degrees + (minutes / 60) + (seconds / 3600);
}

using EcoPark.Platform.Geometry;

namespace EcoPark.Platform.Tests;

/// <summary>Against gcoord, an implementation of others (npm, hujiulong/gcoord).</summary>
public sealed class ChinaCoordinatesTests
{
    [Theory]
    [InlineData(120.947, 32.049, 120.95127961895449, 32.04685876681107, 120.95770012144264, 32.053186249212494)]
    [InlineData(116.397428, 39.90923, 116.40367162595768, 39.91063350638631, 116.41004410170474, 39.916972856075134)]
    [InlineData(121.5, 31.2, 121.5044286589165, 31.1979666854059, 121.51101768878121, 31.203611399590887)]
    public void A_place_has_its_coordinates_in_either_system(double x, double y, double gcjX, double gcjY, double bdX, double bdY)
    {
        Near(ChinaCoordinates.ToGcj02(x, y), gcjX, gcjY, 1e-9);
        Near(ChinaCoordinates.ToBd09(x, y), bdX, bdY, 1e-9);
    }

    /// <summary>To a centimetre there and back by GCJ-02; BD-09 is itself only inverted to some decimetres.</summary>
    [Theory]
    [InlineData(120.947, 32.049)]
    [InlineData(116.397428, 39.90923)]
    public void The_way_back_leads_to_where_one_was(double x, double y)
    {
        var (gcj, bd) = (ChinaCoordinates.ToGcj02(x, y), ChinaCoordinates.ToBd09(x, y));
        Near(ChinaCoordinates.FromGcj02(gcj.Longitude, gcj.Latitude), x, y, 1e-8);
        Near(ChinaCoordinates.FromBd09(bd.Longitude, bd.Latitude), x, y, 1e-5);
    }

    [Fact]
    public void Abroad_nothing_is_shifted() => ChinaCoordinates.ToGcj02(2.35, 48.85).ShouldBe((2.35, 48.85));

    private static void Near((double Longitude, double Latitude) place, double x, double y, double within)
    {
        place.Longitude.ShouldBe(x, within);
        place.Latitude.ShouldBe(y, within);
    }
}

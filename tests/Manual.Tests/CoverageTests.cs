using EcoPark.Modules.Manual.Fence;

namespace EcoPark.Manual.Tests;

/// <summary>Blind arcs and peaks against examples worked out by hand.</summary>
public sealed class CoverageTests
{
    private static readonly DateTime At = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("", "0-360")]
    [InlineData("0", "45-315")]
    [InlineData("350", "35-305")]
    [InlineData("0 90 180 270", "")]
    [InlineData("0 91 180 270", "45-46")]
    [InlineData("10 190", "55-145 235-325")]
    [InlineData("300 320", "5-255")]
    [InlineData("80 80", "125-35")]
    public void Where_no_point_lies_downwind_the_fence_is_blind(string bearings, string blind)
    {
        double[] points = [.. bearings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];
        string.Join(' ', Coverage.BlindOf(points).OrderBy(arc => arc.From).Select(arc => $"{arc.From}-{arc.To}")).ShouldBe(blind);
    }

    [Fact]
    public void The_share_is_of_the_hours_with_wind_that_blow_into_blind_arcs()
    {
        // One point in the south (180°): seen are 135° to 225°, that is wind from 315° over north to 45°.
        var coverage = Coverage.Of([new(1, "南", 180)], [(2, 0), (2, 44), (2, 316), (3, 90), (0.4, 90), (null, 90), (2, null), (1, 200)]);
        (coverage.Hours, coverage.BlindShare, coverage.Seen).ShouldBe((5, 0.4, 90));
        Coverage.Of([new(1, "南", 180)], [(0.2, 10)]).BlindShare.ShouldBeNull("no wind");
    }

    [Fact]
    public void Blind_arcs_are_drawn_as_sectors_around_the_enterprise()
    {
        // 45° to 315° over south, to 110 % of 400 m: its southernmost corner lies 440 m south of the middle, and nothing of it in the north.
        var row = new EnterpriseCoverage(1, "企业", 1, 0, true, Coverage.Of([new(1, "北", 0)], []), "") { Longitude = 120, Latitude = 32, Metres = 400 };
        var shape = Platform.Geometry.GeoShape.Read(FenceLayer.ShapeOf(row)).Value!;
        var box = shape.EnvelopeInternal;
        ((32 - box.MinY) * 111_195).ShouldBe(440, 1);
        ((box.MaxX - 120) * 111_195 * Math.Cos(32 * Math.PI / 180)).ShouldBe(440, 1);
        ((box.MaxY - 32) * 111_195).ShouldBe(440 * Math.Cos(Math.PI / 4), 1);
        // Three quarters of a circle of 440 m: 45.6 ha.
        Platform.Geometry.GeoShape.Hectares(shape).ShouldBe(Math.PI * 440 * 440 * 0.75 / 10_000, 0.3);
        Platform.Geometry.GeoShape.Read(FenceLayer.ShapeOf(row with { Coverage = Coverage.Of([], []) })).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_single_point_has_a_direction_from_the_enterprise()
    {
        WindPairs.Around([(1, "东", 120.96, 32.05)], (120.95, 32.05)).ShouldHaveSingleItem().Bearing.ShouldBe(90, 1e-6);
    }

    [Fact]
    public void Hours_far_above_the_usual_are_a_peak_and_one_missing_hour_does_not_end_it()
    {
        // 60 hours of 1.0 and 1.2 in turn: median 1.1, |x − 1.1| = 0.1, deviation 0.14826; 1.1 + 4 × 0.14826 = 1.69304 < 2 × 1.1.
        List<(DateTime At, double Value)> hours = [.. Enumerable.Range(0, 60).Select(at => (At.AddHours(at), at % 2 == 0 ? 1.0 : 1.2))];
        hours[20] = (hours[20].At, 3);
        hours[21] = (hours[21].At, 5);
        hours.RemoveAt(22);
        hours[22] = (hours[22].At, 4); // 23:00.
        hours[40] = (hours[40].At, 2.2); // Not above.
        Peaks.Threshold([.. hours.Select(hour => hour.Value)])!.Value.ShouldBe(2.2, 0.21);
        var peak = Peaks.Of(7, "北", hours).ShouldHaveSingleItem();
        (peak.From, peak.To, peak.Hours, peak.Highest, peak.HighestAt, peak.Mean).ShouldBe((At.AddHours(20), At.AddHours(24), 4, 5, At.AddHours(21), 4));
        Peaks.Of(7, "北", [.. hours.Take(47)]).ShouldBeEmpty("too few hours say what is usual");
        Peaks.Of(7, "北", [.. hours.Select(hour => (hour.At, 0d))]).ShouldBeEmpty();
    }

    [Fact]
    public void Peaks_an_hour_beside_each_other_are_seen_together()
    {
        static Peak Of(int from, int to) => new(1, "a", At.AddHours(from), At.AddHours(to), 1, At, 1, 0);
        Of(2, 4).Overlaps(Of(4, 5)).ShouldBeTrue();
        Of(2, 4).Overlaps(Of(5, 6)).ShouldBeFalse();
        Of(2, 4).Overlaps(Of(0, 2)).ShouldBeTrue();
        Of(2, 4).Overlaps(Of(0, 1)).ShouldBeFalse();
    }
}

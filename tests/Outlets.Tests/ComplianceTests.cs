using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Compliance;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Quotas;

namespace EcoPark.Outlets.Tests;

/// <summary>How often the permit was kept.</summary>
public class ComplianceTests
{
    /// <summary>20 hours at 30 and 4 at 60 mg/m³ against 50; two of the four are marked as maintenance and not judged.</summary>
    [Fact]
    public void Gas_is_judged_by_the_hour()
    {
        var outlet = Limited(TestOutlet.Gas(), TestOutlet.Sulphur, 50, "mg/m³");
        var readings = TestOutlet.Flagged(outlet, 24, hour => hour < 2 ? 'M' : 'N', (TestOutlet.Sulphur, hour => hour < 4 ? 60 : 30), ("a00000", _ => 36_000));
        var day = Day(outlet, readings, TestOutlet.Sulphur);
        (day.Judged, day.Over).ShouldBe((22, 2));
    }

    /// <summary>The mean of the day decides, not its hours: 12 · 20 and 12 · 100 of the same flow are 60 mg/L.</summary>
    [Theory]
    [InlineData(59, 1)]
    [InlineData(61, 0)]
    public void Waste_water_is_judged_by_the_day(double limit, int over)
    {
        var outlet = Limited(TestOutlet.Water(), TestOutlet.Cod, limit, "mg/L");
        var day = Day(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 12 ? 20 : 100), ("w00000", _ => 10)), TestOutlet.Cod);
        (day.Judged, day.Over).ShouldBe((1, over));
    }

    [Fact]
    public void Without_a_limit_nothing_is_judged()
    {
        var outlet = TestOutlet.Gas();
        var day = Day(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Sulphur, _ => 1_000), ("a00000", _ => 36_000)), TestOutlet.Sulphur);
        (day.Judged, day.Over).ShouldBe((0, 0));
    }

    /// <summary>Nothing of a month is whole on its first day.</summary>
    [Theory]
    [InlineData("2026-11-29", "month", "2026-11-01", "2026-11-28", "2025-11-01")]
    [InlineData("2026-11-01", "month", "2026-10-01", "2026-10-31", "2025-10-01")]
    [InlineData("2026-11-29", "lastmonth", "2026-10-01", "2026-10-31", "2025-10-01")]
    [InlineData("2026-11-29", "year", "2026-01-01", "2026-11-28", "2025-01-01")]
    [InlineData("2027-01-01", "year", "2026-01-01", "2026-12-31", "2025-01-01")]
    public void Spans_are_of_whole_days_and_compared_with_the_year_before(string today, string key, string first, string last, string before)
    {
        var span = ComplianceSpan.All(Of(today)).Single(one => one.Key == key);
        (span.First, span.Last, span.YearBefore.First).ShouldBe((Of(first), Of(last), Of(before)));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-10", "2026-01-01", 0.1)]
    [InlineData("2026-01-01", "2026-01-10", "2026-01-10", 1)]
    [InlineData("2026-01-01", "2026-01-10", "2025-12-31", 0)]
    [InlineData("2026-01-01", "2026-01-10", "2026-02-01", 1)]
    public void The_calendar_is_a_share_too(string from, string to, string day, double share) => Pace.Of(Of(from), Of(to), Of(day)).ShouldBe(share, 1e-12);

    private static OutletDay Day(Outlet outlet, HourlyReadings readings, string factor)
    {
        var control = TestOutlet.Control(outlet.IsGas);
        return DayBuilder.Build(HourBuilder.Build(outlet, readings, control), control, []).Single(day => day.Factor == factor);
    }

    private static Outlet Limited(Outlet outlet, string factor, double limit, string unit) => outlet with { Limits = [new KnownLimit(new PermitOutletId(1), factor, limit, unit, "GB 13271-2014", new DateOnly(2024, 1, 1), null)] };

    private static DateOnly Of(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}

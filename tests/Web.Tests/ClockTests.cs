using EcoPark.Platform.Records;
using EcoPark.Web.Records;

namespace EcoPark.Web.Tests;

/// <summary>Instants in a browser's inputs.</summary>
public sealed class ClockTests
{
    private static readonly Field Moment = new("x", "时间", FieldKind.Moment);

    [Theory]
    [InlineData("2026-03-01T00:05:00Z", "2026-03-01T08:05")] // The park is eight hours ahead of UTC.
    [InlineData("2026-03-01T16:05:09Z", "2026-03-02T00:05:09")]
    [InlineData("2026-03-01T08:05", "2026-03-01T08:05")] // As just typed.
    [InlineData("", "")]
    public void What_is_stored_is_shown_on_the_parks_clock(string value, string shown) => Clock.Shown(Moment, value).ShouldBe(shown);

    [Fact]
    public void Other_fields_are_shown_as_they_are() => Clock.Shown(new Field("x", "名称", FieldKind.Text), "ABCZ").ShouldBe("ABCZ");
}

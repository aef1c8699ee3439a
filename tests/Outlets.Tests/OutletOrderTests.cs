using EcoPark.Modules.Outlets;
using EcoPark.Telemetry.Standing;

namespace EcoPark.Outlets.Tests;

/// <summary>The order of outlets where nobody has chosen another.</summary>
public sealed class OutletOrderTests
{
    [Fact]
    public void What_exceeds_comes_first_then_what_is_near_not_valid_off_line_and_the_others_as_they_were()
    {
        var park = new[] { Of(StandingState.Normal), Of(StandingState.OffLine), Of(StandingState.Unjudged, StandingState.Over), Of(StandingState.Normal), Of(StandingState.Near, StandingState.Normal), Of(), Of(StandingState.Invalid, StandingState.Normal) };
        OutletOrder.WorstFirst(park).Select(outlet => Array.IndexOf(park, outlet)).ShouldBe([2, 4, 6, 1, 0, 3, 5]);
    }

    [Fact]
    public void An_outlet_is_over_by_the_one_standing_of_its_factors()
    {
        Of(StandingState.Normal, StandingState.Over).IsOver.ShouldBeTrue();
        Of(StandingState.Near, StandingState.OffLine).IsOver.ShouldBeFalse();
        Of(StandingState.Near, StandingState.OffLine).Worst.ShouldBe(StandingState.Near);
    }

    private static LiveOutlet Of(params StandingState[] states)
    {
        var outlet = TestOutlet.Gas();
        return new LiveOutlet(outlet, OutletState.Running, null, [.. states.Select((state, at) => new LiveFactor(outlet.Channels[at], new FactorStanding(state, null)))]);
    }
}

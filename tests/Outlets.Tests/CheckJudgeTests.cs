using EcoPark.Modules.Outlets.Filing;

namespace EcoPark.Outlets.Tests;

/// <summary>What devices send as the result of a check may be any number.</summary>
public sealed class CheckJudgeTests
{
    [Theory]
    [InlineData(9e99, 80, 100), InlineData(80, -9e99, 100), InlineData(80, 80, 1e300), InlineData(double.NaN, 80, 100), InlineData(80, double.PositiveInfinity, 100), InlineData(1e12, 80, 100), InlineData(double.MaxValue, double.MinValue, double.MaxValue)]
    public void What_no_instrument_can_read_is_not_judged_and_stops_nothing(double reading, double reference, double scale)
    {
        foreach (var kind in CheckJudge.Kinds)
        {
            foreach (var factor in new[] { "w01018", "a21026", "a19001", "w01001" })
                CheckJudge.Judge(new InstrumentCheck { Factor = factor, Kind = kind, Reading = reading, Reference = reference, FullScale = scale }).State.ShouldBe(CheckState.Unknown);
        }
    }

    /// <summary>HJ 75-2017: the zero of a gas analyser may drift by 2.5 % of its full scale; beyond 5 % it is out of control.</summary>
    [Theory, InlineData(2.5, CheckState.Passed), InlineData(5.1, CheckState.Failed)]
    public void What_one_can_read_is(double reading, CheckState state) =>
        CheckJudge.Judge(new InstrumentCheck { Factor = "a21026", Kind = CheckJudge.Zero, Reading = reading, Reference = 0, FullScale = 100 }).State.ShouldBe(state);
}

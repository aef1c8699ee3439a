using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Limits;
using EcoPark.Modules.Quality.Manual;
using EcoPark.Standards;

namespace EcoPark.Quality.Tests;

public sealed class ManualResultTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("w21003", "-0.1", "mg/L", "2026-05-20", "implausible")]
    [InlineData("w01009", "150", "mg/L", "2026-05-20", "implausible")]
    [InlineData("w01001", "15", "无量纲", "2026-05-20", "implausible")]
    [InlineData("砷", "-1", "mg/kg", "2026-05-20", "implausible")]
    [InlineData("Leq", "200", "dB(A)", "2026-05-20", "implausible")]
    [InlineData("w21003", "0.1", "mg/L", "2031-05-20", "future")]
    [InlineData("w21003", "0.1", "mg/L", "2026-06-01", null)]
    [InlineData("w21003", "<0.025", "mg/L", "2026-05-20", null)]
    [InlineData("w01009", "8.2", "mg/L", "2026-05-20", null)]
    [InlineData("w01010", "-0.5", "℃", "2026-01-20", null)]
    public void What_cannot_be_is_refused(string factor, string result, string unit, string day, string? problem) =>
        (ManualResultType.Create(new ManualJudge(new StationJudge(new LimitBook()))).Check(
            new ManualResult { StationId = 1, Factor = factor, Result = result, Unit = unit, SampledOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, Now)?.Code).ShouldBe(problem);

    /// <summary>Names and units as laboratories write them are the factors and units of the standards (D13, low).</summary>
    [Theory]
    [InlineData("铬（六价）", "0.06", "mg/L", LimitOutcome.Fail)]
    [InlineData("六价铬", "0.06", "mg/L", LimitOutcome.Fail)]
    [InlineData("粪大肠菌群", "12000", "MPN/L", LimitOutcome.Fail)]
    [InlineData("w01001", "7.1", "/", LimitOutcome.Pass)]
    [InlineData("w21003", "0.4", "mg/l", LimitOutcome.Pass)]
    public void Other_spellings_are_judged(string factor, string result, string unit, LimitOutcome outcome) =>
        new ManualJudge(TestStation.Judge).Judge(TestStation.River(), new ManualResult { Factor = factor, Result = result, Unit = unit, SampledOn = new(2026, 5, 20) }).Outcome.ShouldBe(outcome);

    [Theory]
    [InlineData("耗氧量", FactorCodes.PermanganateIndex)]
    [InlineData("石油烃（C10-C40）", "石油烃(C10-C40)")]
    [InlineData("ＣＯＤ", FactorCodes.ChemicalOxygenDemand)]
    [InlineData("氨氮", FactorCodes.AmmoniaNitrogen)]
    public void The_dictionary_recognizes_other_names(string name, string code) => StandardFactorDictionary.Create().Recognize(name)!.Code.ShouldBe(code);
}

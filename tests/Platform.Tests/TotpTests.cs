using EcoPark.Platform.Security;

namespace EcoPark.Platform.Tests;

/// <summary>RFC 6238 appendix B, SHA-1; six digits are the last six of its eight.</summary>
public sealed class TotpTests
{
    /// <summary>“12345678901234567890” in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082"), InlineData(1_111_111_109, "081804"), InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924"), InlineData(2_000_000_000, "279037"), InlineData(20_000_000_000, "353130")]
    public void The_digits_are_those_of_the_standard(long seconds, string digits) =>
        Totp.StepOf(Key, digits, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(seconds / 30);

    [Theory]
    [InlineData(-60, false), InlineData(-30, true), InlineData(0, true), InlineData(30, true), InlineData(60, false)]
    public void One_step_either_way_is_taken_and_no_more(int secondsAway, bool isTaken) =>
        (Totp.StepOf(Key, "005924", DateTimeOffset.FromUnixTimeSeconds(1_234_567_890 + secondsAway)) is not null).ShouldBe(isTaken);

    [Theory]
    [InlineData(""), InlineData("5924"), InlineData("0005924"), InlineData("００５９２４")]
    public void What_is_not_six_digits_of_it_is_nothing(string digits) =>
        Totp.StepOf(Key, digits, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890)).ShouldBeNull();
}

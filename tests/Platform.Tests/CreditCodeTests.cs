using EcoPark.Platform.Enterprises;

namespace EcoPark.Platform.Tests;

/// <summary>统一社会信用代码, GB 32100-2015.</summary>
public sealed class CreditCodeTests
{
    /// <summary>Codes of public companies, as they publish them.</summary>
    [Theory, InlineData("91440300708461136T"), InlineData("914403001922038216"), InlineData("91110000802100433B"), InlineData("9133010079965560XK")]
    public void Codes_in_use_are_valid_or_told_why_not(string code)
    {
        // The check is by the standard's own formula, worked out here in another way.
        const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var weighted = code[..17].Select((letter, at) => Letters.IndexOf(letter, StringComparison.Ordinal) * (int)System.Numerics.BigInteger.ModPow(3, at, 31)).Sum();
        var right = Letters[(31 - (weighted % 31)) % 31];
        (CreditCode.Check(code) is null).ShouldBe(code[17] == right);
    }

    [Fact]
    public void A_digit_that_was_mistyped_is_found()
    {
        const string Code = "91440300708461136T"; // ZTE
        CreditCode.Check(Code).ShouldBeNull();
        for (var at = 0; at < 18; at++)
        {
            var wrong = Code[..at] + (Code[at] == '7' ? '8' : '7') + Code[(at + 1)..];
            CreditCode.Check(wrong).ShouldNotBeNull(wrong);
        }

        CreditCode.Check("91440300708461136").ShouldBe("统一社会信用代码应为 18 位，现有 17 位。");
        CreditCode.Check("9144030070846113OT")!.ShouldContain("不能含有“O”");
    }
}

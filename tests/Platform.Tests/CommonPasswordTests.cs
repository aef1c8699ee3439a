using EcoPark.Platform.Accounts;

namespace EcoPark.Platform.Tests;

/// <summary>The first six are those that a review of the product got in with; the others are of the same kinds.</summary>
public sealed class CommonPasswordTests
{
    [Theory]
    [InlineData("Password123"), InlineData("Abc1234567"), InlineData("Qwerty12345"), InlineData("Aa11111111"), InlineData("Admin@123456")]
    [InlineData("P@ssw0rd2026"), InlineData("Adm1n#2026!!"), InlineData("1qaz2WSX3edc"), InlineData("!QAZ2wsx#EDC"), InlineData("ABCabc123!@#"), InlineData("Zz987654321"), InlineData("aA1!aA1!aA1!")]
    [InlineData("Huanbao@2026"), InlineData("Woaini1314520!"), InlineData("Summer2026!!"), InlineData("Welcome_2026"), InlineData("Root@@112233"), InlineData("Guanliyuan-01")]
    public void What_is_guessed_first_is_common(string password) => CommonPasswords.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("Test-2026-park"), InlineData("Other-2026-x"), InlineData("vK7#mQ2pLs9w"), InlineData("Teal-Lorry-94-Moss"), InlineData("蓝天白云Sky-407")]
    public void What_is_one_s_own_is_not(string password) => CommonPasswords.Contains(password).ShouldBeFalse();
}

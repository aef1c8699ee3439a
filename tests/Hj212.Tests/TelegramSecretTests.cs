using System.Text;
using CsCheck;

namespace EcoPark.Hj212.Tests;

public class TelegramSecretTests
{
    [Theory]
    [InlineData("##0101QN=1;ST=32;CN=1062;PW=100000;MN=01;Flag=5;CP=&&RtdInterval=30&&1C80", "##0101QN=1;ST=32;CN=1062;PW=******;MN=01;Flag=5;CP=&&RtdInterval=30&&1C80")]
    [InlineData("CN=1072;PW=123456;MN=01;CP=&&NewPW=654321&&", "CN=1072;PW=******;MN=01;CP=&&NewPW=******&&")]
    [InlineData("CN=1014;PW=1;CP=&&SKCreateTime=20260101000000;NewSK=0123456789ABCDEF&&", "CN=1014;PW=*;CP=&&SKCreateTime=20260101000000;NewSK=****************&&")]
    [InlineData("pw = ab,MN=1", "pw =***,MN=1")]
    [InlineData("half PW=12", "half PW=**")]
    [InlineData("PW=;MN=1;CP=&&&&", "PW=;MN=1;CP=&&&&")]
    [InlineData("no secrets; POWER=5;CPW1=2", "no secrets; POWER=5;CPW1=2")]
    public void Passwords_and_keys_are_masked_and_nothing_else(string text, string expected)
    {
        Encoding.ASCII.GetString(TelegramSecrets.Masked(Encoding.ASCII.GetBytes(text))).ShouldBe(expected);
        TelegramSecrets.Masked(text).ShouldBe(expected);
    }

    /// <summary>So that what was masked can be put back: on any bytes.</summary>
    [Fact]
    public void Secrets_stand_at_the_same_places_in_the_masked_bytes() =>
        Gen.OneOf(Gen.Const("PW="), Gen.Const("NewPW ="), Gen.Const("SK"), Gen.Const("="), Gen.Const(";"), Gen.Const("&&"), Gen.String).Array[0, 40].Sample(parts =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
            var places = TelegramSecrets.Find(bytes);
            TelegramSecrets.Find(TelegramSecrets.Masked(bytes)).ShouldBe(places);
        }, iter: 5_000);
}

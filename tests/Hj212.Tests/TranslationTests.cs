using System.Text;

namespace EcoPark.Hj212.Tests;

public sealed class TranslationTests
{
    [Theory]
    [InlineData("32", "DataTime=20240101000000;011-Rtd=1.5,011-Flag=N;B01-Cou=3", "DataTime=20240101000000;w01018-Rtd=1.5,w01018-Flag=N;w00000-Cou=3")]
    [InlineData("31", "DataTime=20240101000000;02-ZsRtd=1.5,02-Flag=N;S03-Rtd=80", "DataTime=20240101000000;a21026-ZsRtd=1.5,a21026-Flag=N;a01012-Rtd=80")]
    [InlineData("32", "PolId=011;DataTime=20240101000000;DI1-Rtd=1;SB1-RS=1", "PolId=w01018;DataTime=20240101000000;DI1-Rtd=1;SB1-RS=1")]
    public void Codes_of_2005_become_those_of_2017_and_back(string system, string old, string today)
    {
        CodeTranslation.DataArea(Telegram(system, old), ProtocolVersion.V2005, ProtocolVersion.V2017).ShouldBe(today);
        CodeTranslation.DataArea(Telegram(system, today), ProtocolVersion.V2025, ProtocolVersion.V2005).ShouldBe(old);
        CodeTranslation.DataArea(Telegram(system, today), ProtocolVersion.V2017, ProtocolVersion.V2025).ShouldBe(today);
    }

    [Fact]
    public void Parts_carry_the_time_and_whole_items_and_together_all_of_them()
    {
        var random = new Random(212);
        for (var round = 0; round < 200; round++)
        {
            var items = Enumerable.Range(0, random.Next(1, 60)).Select(i => i % 7 == 3 ? $"i11{i:000}-Info=//故障;重启{new string('x', random.Next(20))}//" : $"w{i:00000}-Rtd={random.Next()},w{i:00000}-Flag=N").ToList();
            var parts = DataAreaSplit.Parts("DataTime=20240101000000;" + string.Join(';', items));
            parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= TelegramWriter.MaxDataArea && part.StartsWith("DataTime=20240101000000;", StringComparison.Ordinal));
            string.Join(';', parts.Select(part => part["DataTime=20240101000000;".Length..])).ShouldBe(string.Join(';', items));
        }
    }

    private static Telegram Telegram(string system, string area)
    {
        var frame = TelegramWriter.Frame(Encoding.UTF8.GetBytes($"ST={system};CN=2011;PW=123456;MN=88888880000001;CP=&&{area}&&"));
        Hj212.Telegram.TryParse(new(frame), null, out var telegram, out _).ShouldBeTrue();
        return telegram!;
    }
}

using System.Text;

namespace EcoPark.Hj212.Tests;

/// <summary>What is accepted is read whole and once, wherever its fields stand.</summary>
public class FactorReadingTests
{
    [Theory]
    // A field of the maker's own between value and flag (public case P09, P08).
    [InlineData("a21002-Min=5.5,a21002-Avg=5.7,a21002-Max=5.9,a21002-Cou=1,a21002-ZsAvg=5.6,a21002-ZsCou=0.1,a21002-Flag=D", "a21002 5.7 D")]
    [InlineData("B01-Avg=3,B01-Class=2,B01-Flag=N;B03-Avg=4,B03-Class=2,B03-Flag=D", "B01 3 N|B03 4 D")]
    // All values first, all flags behind.
    [InlineData("w01018-Avg=1.5;w01001-Avg=7;w01018-Flag=N;w01001-Flag=D", "w01018 1.5 N|w01001 7 D")]
    // Flag first (P02).
    [InlineData("l01001-Flag=N,l01001-Avg=119.9", "l01001 119.9 N")]
    // Two samples of one factor in one telegram.
    [InlineData("a-Avg=1,a-Flag=N;a-Avg=2,a-Flag=D", "a 1 N|a 2 D")]
    [InlineData("a-Flag=N,a-Avg=1;a-Flag=D,a-Avg=2", "a 1 N|a 2 D")]
    [InlineData("a-Avg=1;a-Avg=2,a-Flag=D", "a 1 |a 2 D")]
    // One Flag for all (P07), which a factor's own flag overrides.
    [InlineData("a34001-Avg=92;Flag=D", "a34001 92 D")]
    [InlineData("Flag=D;a-Avg=1;b-Avg=2,b-Flag=N", "a 1 D|b 2 N")]
    [InlineData("a-Avg=1;Flag=xx", "a 1 ?")]
    // The header's Flag said again is no mark of the data.
    [InlineData("a-Avg=1;Flag=5", "a 1 ")]
    // Blanks (C.25, P01, hutool PR 963).
    [InlineData(" LA-Avg=50.1", "LA 50.1 ")]
    [InlineData("a21004- Avg=7 , a21004 -Flag = N ;", "a21004 7 N")]
    public void Fields_of_a_factor_belong_together_wherever_they_stand(string area, string expected) =>
        ReadingsOf(Frames.Parse(Frames.Around($"QN=20261129113000001;ST=31;CN=2051;PW=123456;MN=0123456789ABCDEF01234567;Flag=5;CP=&&DataTime=20261129112000;{area}&&")))
            .ShouldBe(expected);

    /// <summary>Public case P01: blanks behind and before the values of the header.</summary>
    [Fact]
    public void Blanks_in_the_header_mean_nothing()
    {
        var telegram = Frames.Parse(Frames.Around("QN=20190820114001000 ;ST=32;CN=2011;PW=123456; MN= 0123456789ABCDE;Flag=5;CP=&&DataTime=20190820114001 ;a21004- Rtd=1&&"));
        (telegram.Mn, telegram.Qn, telegram.DataTime, telegram.Deviations)
            .ShouldBe(("0123456789ABCDE", new DateTime(2019, 8, 20, 11, 40, 1), new DateTime(2019, 8, 20, 11, 40, 1), Deviation.None));
    }

    [Fact]
    public void A_Flag_that_stands_in_the_data_area_alone_is_the_headers()
    {
        var telegram = Frames.Parse(Frames.Around("QN=20261129113000001;ST=31;CN=2011;PW=123456;MN=0123456789ABCDEF01234567;CP=&&DataTime=20261129112000;a-Rtd=1;Flag=5&&"));
        (telegram.Flag, telegram.Deviations).ShouldBe((new TelegramFlag(5), Deviation.LooseFields));
        ReadingsOf(telegram).ShouldBe("a 1 ");
    }

    private static string ReadingsOf(Telegram telegram)
    {
        var found = new List<string>();
        var readings = telegram.Readings;
        while (readings.MoveNext())
        {
            var one = readings.Current;
            found.Add(FormattableString.Invariant($"{Encoding.ASCII.GetString(readings.Code)} {(double.IsNaN(one.Avg) ? one.Rtd : one.Avg)} {(one.Flag == '\0' ? "" : one.Flag)}"));
        }

        return string.Join('|', found);
    }
}

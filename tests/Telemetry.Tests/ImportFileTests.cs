using System.IO.Compression;
using System.Text;
using EcoPark.Telemetry.Import;

namespace EcoPark.Telemetry.Tests;

/// <summary>Files of readings as the world writes them: Beijing PRSA, openair, Smell Pittsburgh, Excel in GB 18030.</summary>
public class ImportFileTests
{
    [Fact]
    public void Four_columns_of_date_parts_are_the_parks_wall_clock()
    {
        var table = Read("No,year,month,day,hour,PM2.5,CO,wd\n1,2013,3,1,0,9.0,300.0,NNW\n");
        var time = TimeReader.For(table.Headings, ImportZone.Park)!;
        time.Columns.ShouldBe([1, 2, 3, 4]);
        time.Read(table.Rows[0].Cells).ShouldBe(new DateTime(2013, 2, 28, 16, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("1998-01-01 00:00", 1998, 1, 1, 0)]
    [InlineData("2026/3/5 7:30", 2026, 3, 5, 7)]
    [InlineData("2026030507", 2026, 3, 5, 7)]
    [InlineData("1477891800", 2016, 10, 31, 5)] // date -u -d @1477891800: 2016-10-31 05:30
    public void Times_are_read_in_the_usual_forms(string text, int year, int month, int day, int hour)
    {
        var read = TimeReader.For(["date"], ImportZone.Utc)!.Read([text])!.Value;
        (read.Year, read.Month, read.Day, read.Hour).ShouldBe((year, month, day, hour));
    }

    [Theory]
    [InlineData("2026-02-30 00:00")]
    [InlineData("昨天")]
    [InlineData("")]
    public void What_is_no_time_is_said_to_be_none(string text) => TimeReader.For(["时间"], ImportZone.Park)!.Read([text]).ShouldBeNull();

    [Theory]
    [InlineData("PM2.5", "a34004", "μg/m³")]
    [InlineData("pm25", "a34004", "μg/m³")]
    [InlineData("3.feed_28.H2S_PPM", "a21028", "ppm")]
    [InlineData("3.feed_28.SONICWS_MPH", "a01007", "mph")]
    [InlineData("氨氮（mg/L）", "w21003", "mg/L")]
    [InlineData("w21011", "w21011", "mg/L")]
    [InlineData("station", "", "")]
    public void Headings_are_recognized_with_their_unit(string heading, string code, string unit)
    {
        var column = ColumnGuess.Of(0, heading, []);
        (column.FactorCode, column.Unit).ShouldBe((code, unit));
    }

    [Theory]
    [InlineData("a21005", "μg/m³", "mg/m³", "300.0", 0.3)]
    [InlineData("a01007", "mph", "m/s", "10", 4.4704)]
    [InlineData("a01006", "hPa", "kPa", "1024.5", 102.45)]
    [InlineData("a01008", "°", "°", "NNW", 337.5)]
    // GB 3095: 298.15 K, 101.325 kPa, so 24.465 L/mol; SO₂ 64.06 g/mol: 1 ppb = 2.618 μg/m³.
    [InlineData("a21026", "ppb", "μg/m³", "1", 2.618)]
    public void Cells_are_converted_to_the_unit_that_is_kept(string code, string unit, string target, string cell, double expected)
    {
        var column = new ImportColumn(0, "x", code, "x", unit, target);
        column.TryRead(cell, out var value).ShouldBeTrue();
        value!.Value.ShouldBe(expected, expected * 0.001);
    }

    [Fact]
    public void Nothing_measured_stays_nothing_and_nonsense_is_refused()
    {
        var column = new ImportColumn(0, "x", "a34004", "x", "μg/m³", "μg/m³");
        column.TryRead("NA", out var missing).ShouldBeTrue();
        missing.ShouldBeNull();
        column.TryRead("三十", out _).ShouldBeFalse();
        column.TryRead("1e300", out _).ShouldBeFalse();
        column.TryRead("Infinity", out _).ShouldBeFalse();
    }

    [Fact]
    public void Chinese_encodings_and_packed_files_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        ImportFile.Read("a.csv", Encoding.GetEncoding("gb18030").GetBytes("时间,臭氧\n2026-01-01 00:00,80\n")).Value!.Headings.ShouldBe(["时间", "臭氧"]);
        ImportFile.Read("a.csv.gz", Packed("时间,臭氧\n2026-01-01 00:00,80\n"u8.ToArray())).Value!.Rows.Single().Cells.ShouldBe(["2026-01-01 00:00", "80"]);
    }

    [Fact]
    public void Hostile_files_are_refused_with_a_reason()
    {
        ImportFile.Read("a.csv", []).Problem!.Code.ShouldBe("file-empty");
        ImportFile.Read("a.csv", [1, 2, 0, 3]).Problem!.Code.ShouldBe("file-content");
        ImportFile.Read("a.csv", "只有一列\n1\n"u8.ToArray()).Problem!.Code.ShouldBe("file-columns");
        ImportFile.Read("a.csv.gz", Packed(new byte[ImportFile.LargestText + 1])).Problem!.Code.ShouldBe("file-size");
        ImportFile.Read("a.csv.gz", [0x1F, 0x8B, 1, 2, 3]).Problem!.Code.ShouldBe("file-size");
        ImportFile.Read("a.xlsx", "PK\u0003\u0004nonsense"u8.ToArray()).IsOk.ShouldBeFalse();
    }

    private static ImportTable Read(string text) => ImportFile.Read("a.csv", Encoding.UTF8.GetBytes(text)).Value!;

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(content);
        return packed.ToArray();
    }
}

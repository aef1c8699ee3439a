using System.IO.Compression;
using System.Text;
using EcoPark.Standards;
using EcoPark.Telemetry.Import;

namespace EcoPark.Telemetry.Tests;

/// <summary>Files of readings as the world writes them: Beijing PRSA, openair, Smell Pittsburgh, Excel in GB 18030.</summary>
public class ImportFileTests
{
    private static readonly ImportTimes Hourly = new(ImportZone.Park, ImportStamp.Begin, Interval.Hour);
    private static readonly ImportTimes Daily = Hourly with { Interval = Interval.Day };

    [Fact]
    public void Four_columns_of_date_parts_are_the_parks_wall_clock()
    {
        var table = Read("No,year,month,day,hour,PM2.5,CO,wd\n1,2013,3,1,0,9.0,300.0,NNW\n");
        var time = TimeReader.For(table.Headings, Hourly)!;
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
        var read = TimeReader.For(["date"], Hourly with { Zone = ImportZone.Utc })!.Read([text])!.Value;
        (read.Year, read.Month, read.Day, read.Hour).ShouldBe((year, month, day, hour));
    }

    [Theory]
    [InlineData("2026-02-30 00:00")]
    [InlineData("昨天")]
    [InlineData("")]
    public void What_is_no_time_is_said_to_be_none(string text) => TimeReader.For(["时间"], Hourly)!.Read([text]).ShouldBeNull();

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
        var column = Guess(Medium.AmbientAir, Interval.Hour).Of(0, heading);
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
        column.Read(cell, new(2026, 1, 1)).Value!.Value.ShouldBe(expected, expected * 0.001);
    }

    [Fact]
    public void Nothing_measured_stays_nothing_and_nonsense_is_refused()
    {
        var column = new ImportColumn(0, "x", "a34004", "x", "μg/m³", "μg/m³");
        column.Read("NA", new(2026, 1, 1)).ShouldBe(default);
        foreach (var nonsense in new[] { "三十", "1e300", "Infinity" })
            column.Read(nonsense, new(2026, 1, 1)).Refused.ShouldBe("不是数值");
    }

    /// <summary>Codes of public files: CNEMC −9999, OpenAQ −999, loggers 99999 and −99.9; words and dashes of Chinese reports.</summary>
    [Theory]
    [InlineData("a34004", "μg/m³", "-9999")]
    [InlineData("a34004", "μg/m³", "-999")]
    [InlineData("a34004", "μg/m³", "-999.9")]
    [InlineData("a34004", "μg/m³", "-99")]
    [InlineData("a34004", "μg/m³", "9999")]
    [InlineData("a34004", "μg/m³", "99999")]
    [InlineData("a01008", "°", "999")]
    [InlineData("a01001", "℃", "-99.9")]
    [InlineData("w01001", "", "-9999.0")]
    [InlineData("a34004", "μg/m³", "--")]
    [InlineData("a34004", "μg/m³", "——")]
    [InlineData("a34004", "μg/m³", "N/A")]
    [InlineData("a34004", "μg/m³", "/")]
    [InlineData("a34004", "μg/m³", "无效")]
    public void Codes_of_missing_values_are_missing(string code, string unit, string cell) =>
        Column(code, unit, unit).Read(cell, new(2026, 6, 1)).ShouldBe(default);

    /// <summary>999 hPa is a pressure, −99 Pa the draught of a flue.</summary>
    [Theory]
    [InlineData("a01006", "hPa", "kPa", "999", 99.9)]
    [InlineData("a01013", "Pa", "kPa", "-99", -0.099)]
    public void What_can_be_is_no_code(string code, string unit, string target, string cell, double value) =>
        Column(code, unit, target).Read(cell, new(2026, 6, 1)).Value!.Value.ShouldBe(value, 1e-9);

    /// <summary>UCI Beijing has carbon monoxide in μg/m³: 300 of them are no 300 mg/m³. OpenAQ had −476300 of it.</summary>
    [Theory]
    [InlineData("a21005", "mg/m³", "300")]
    [InlineData("a21005", "mg/m³", "-476300")]
    [InlineData("a34004", "μg/m³", "-3")]
    [InlineData("w21003", "mg/L", "-0.1")]
    [InlineData("w01009", "mg/L", "150")]
    [InlineData("w01001", "", "15")]
    [InlineData("a01002", "%", "130")]
    [InlineData("a01001", "℃", "85")]
    public void What_cannot_be_is_refused(string code, string unit, string cell)
    {
        var read = Column(code, unit, unit).Read(cell, new(2026, 6, 1));
        (read.Value, read.IsImplausible, string.IsNullOrEmpty(read.Refused)).ShouldBe((null, true, false));
    }

    /// <summary>80 nmol/mol of ozone (47.997 g/mol): 171.3 μg/m³ at 273.15 K until the amendment of 2018-09-01, 156.9 at 298.15 K since.</summary>
    [Theory]
    [InlineData("2017-06-01", 171.3)]
    [InlineData("2018-09-01", 156.9)]
    public void Shares_of_gas_are_converted_at_the_state_of_their_day(string day, double value) =>
        Column("a05024", "ppb", "μg/m³").Read("80", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Value!.Value.ShouldBe(value, 0.1);

    [Theory]
    [InlineData("2024-05-01")]
    [InlineData("2024/5/1")]
    [InlineData("2024.5.1")]
    [InlineData("20240501")]
    [InlineData("2024年5月1日")]
    [InlineData("45413")] // Excel's serial day
    [InlineData("2024-05-01 00:00:00")]
    public void Days_need_no_time_of_day(string text)
    {
        foreach (var heading in new[] { "日期", "时间", "date" })
        {
            foreach (var stamp in new[] { ImportStamp.Begin, ImportStamp.End })
                TimeReader.For([heading], Daily with { Stamp = stamp })!.Read([text]).ShouldBe(new DateTime(2024, 4, 30, 16, 0, 0, DateTimeKind.Utc));
        }
    }

    [Fact]
    public void A_day_alone_is_no_hour_and_says_so()
    {
        TimeReader.For(["日期"], Hourly)!.Read(["2024-05-01"], out var reason).ShouldBeNull();
        reason.ShouldContain("没有时刻");
    }

    /// <summary>Public reports stamp the hour with its end: 08:00 is the hour from 07:00, and 24:00 or the next day's 00:00 the last of the day.</summary>
    [Theory]
    [InlineData(ImportStamp.Begin, "2024-05-01 08:00", "2024-05-01 00:00")]
    [InlineData(ImportStamp.End, "2024-05-01 08:00", "2024-04-30 23:00")]
    [InlineData(ImportStamp.End, "2024-05-01 24:00", "2024-05-01 15:00")]
    [InlineData(ImportStamp.End, "2024-05-02 00:00", "2024-05-01 15:00")]
    [InlineData(ImportStamp.End, "2024-05-01 08:59:59", "2024-05-01 00:00")]
    [InlineData(ImportStamp.Begin, "2024-05-01T08:00:00Z", "2024-05-01 08:00")]
    [InlineData(ImportStamp.Begin, "2024-05-01T08:00:00+08:00", "2024-05-01 00:00")]
    [InlineData(ImportStamp.Begin, "2024-05-01 08:00:00+0800", "2024-05-01 00:00")]
    [InlineData(ImportStamp.Begin, "2024-05-01T08:00:00.000Z", "2024-05-01 08:00")]
    [InlineData(ImportStamp.Begin, "2024年5月1日 8时", "2024-05-01 00:00")]
    [InlineData(ImportStamp.Begin, "45413.3333333333", "2024-05-01 00:00")]
    public void Stamps_mean_what_the_file_says(ImportStamp stamp, string text, string utc) =>
        TimeReader.For(["时间"], Hourly with { Stamp = stamp })!.Read([text]).ShouldBe(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal));

    [Theory]
    [InlineData("日期,时间", "2024-05-01,08:00")]
    [InlineData("日期,小时", "2024/5/1,8")]
    [InlineData("date,hour", "20240501,8")]
    [InlineData("日期,时间", "2024-05-01,2024-05-01 08:00")]
    [InlineData("日期,时间", "2024-05-01 00:00:00,1899-12-31 08:00:00")] // as a workbook keeps a day and a time of day
    public void Day_and_hour_in_two_columns(string headings, string cells) =>
        TimeReader.For(headings.Split(','), Hourly)!.Read(cells.Split(',')).ShouldBe(new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Hour_24_ends_a_day_and_begins_none()
    {
        string[] headings = ["year", "month", "day", "hour"];
        TimeReader.For(headings, Hourly with { Stamp = ImportStamp.End })!.Read(["2024", "5", "1", "24"]).ShouldBe(new DateTime(2024, 5, 1, 15, 0, 0, DateTimeKind.Utc));
        TimeReader.For(headings, Hourly)!.Read(["2024", "5", "1", "24"], out var reason).ShouldBeNull();
        reason.ShouldContain("时段结束");
    }

    [Theory]
    [InlineData("PM₂.₅", "a34004", "μg/m³")]
    [InlineData("PM2.5浓度", "a34004", "μg/m³")]
    [InlineData("细颗粒物 PM2.5（μg/m³）", "a34004", "μg/m³")]
    [InlineData("细颗粒物(PM2.5)", "a34004", "μg/m³")]
    [InlineData("可吸入颗粒物 PM10（μg/m³）", "a34002", "μg/m³")]
    [InlineData("SO₂", "a21026", "μg/m³")]
    [InlineData("O₃", "a05024", "μg/m³")]
    [InlineData("臭氧(O3)", "a05024", "μg/m³")]
    [InlineData("ＣＯ", "a21005", "mg/m³")]
    [InlineData("O3_8h", "a05024-8h", "μg/m³")]
    [InlineData("O3-8h（μg/m³）", "a05024-8h", "μg/m³")]
    [InlineData("臭氧日最大 8 小时（μg/m³）", "a05024-8h", "μg/m³")]
    [InlineData("No", "", "")]
    [InlineData("站点", "", "")]
    public void Names_of_air_in_headings(string heading, string code, string unit)
    {
        var column = Guess(Medium.AmbientAir, Interval.Hour).Of(0, heading);
        (column.FactorCode, column.Unit).ShouldBe((code, unit));
    }

    /// <summary>Days of air are reported with the highest 8-hour mean of ozone: GB 3095 limits no mean of the day.</summary>
    [Fact]
    public void Ozone_of_a_day_is_its_highest_eight_hours_unless_both_are_there()
    {
        Guess(Medium.AmbientAir, Interval.Day).Of(["日期", "O3"])[1].FactorCode.ShouldBe("a05024-8h");
        Guess(Medium.AmbientAir, Interval.Day).Of(["日期", "O3", "O3-8h"]).Select(column => column.FactorCode).ShouldBe(["", "a05024", "a05024-8h"]);
        Guess(Medium.AmbientAir, Interval.Hour).Of(["时间", "O3"])[1].FactorCode.ShouldBe("a05024");
    }

    [Fact]
    public void Levels_of_day_and_night_keep_apart() =>
        Guess(Medium.Noise, Interval.Day).Of(["昼间等效声级（dB(A)）", "夜间等效声级（dB(A)）", "Leq"]).Select(column => (column.FactorCode, column.Unit)).ShouldBe([("Ld", "dB(A)"), ("Ln", "dB(A)"), ("Leq", "dB(A)")]);

    [Fact]
    public void Unicode_text_of_Excel_is_read() =>
        ImportFile.Read("a.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("时间\t臭氧\n2026-01-01 00:00\t80\n")]).Value!.Headings.ShouldBe(["时间", "臭氧"]);

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

    private static ImportColumn Column(string code, string unit, string target) =>
        new(0, "x", code, "x", unit, target) { Medium = code[0] == 'w' ? Medium.SurfaceWater : code == "a01013" ? Medium.FlueGas : Medium.AmbientAir };

    private static ColumnGuess Guess(Medium medium, Interval interval) => new(medium, interval, []);

    private static ImportTable Read(string text) => ImportFile.Read("a.csv", Encoding.UTF8.GetBytes(text)).Value!;

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(content);
        return packed.ToArray();
    }
}

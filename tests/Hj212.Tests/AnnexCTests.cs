using System.Text;
using System.Text.RegularExpressions;

namespace EcoPark.Hj212.Tests;

/// <summary>The examples that HJ 212-2017 prints in annex C, with their blanks and misprints: people copy them.</summary>
public partial class AnnexCTests
{
    /// <summary>A comma behind QN (C.22, C.48) and no semicolon before CP (C.19): against the text of the standard, and read all the same.</summary>
    private static readonly string[] Misprinted = ["C.19", "C.22", "C.48"];

    public static IEnumerable<TheoryDataRow<string, string>> Examples() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "annex-c-2017.txt")).Select(line => line.Split(' ', 2)).Select(parts => new TheoryDataRow<string, string>(parts[0], parts[1]));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_printed_example_is_read_whole(string table, string segment)
    {
        var telegram = Frames.Parse(Frames.Around(segment));

        var isMisprint = Misprinted.Contains(table) && (segment.Contains(",ST=", StringComparison.Ordinal) || segment.Contains("5CP", StringComparison.Ordinal));
        telegram.Deviations.ShouldBe(isMisprint ? Deviation.LooseFields : Deviation.None);
        telegram.Qn.ShouldNotBeNull();
        telegram.Mn.ShouldBe("010000A8900016F000169DC0");
        telegram.Flag.ShouldNotBeNull();
        var area = segment[(segment.IndexOf("CP=&&", StringComparison.Ordinal) + 5)..^2];
        FieldsOf(telegram).ShouldBe(Field().Matches(area).Select(match => (match.Groups[1].Value.Trim(), match.Groups[2].Value.Trim())));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_value_of_a_factor_is_in_a_reading(string table, string segment)
    {
        table.ShouldNotBeEmpty();
        var telegram = Frames.Parse(Frames.Around(segment));
        var read = new List<double>();
        var readings = telegram.Readings;
        while (readings.MoveNext())
        {
            var one = readings.Current;
            read.AddRange(new[] { one.Rtd, one.Min, one.Avg, one.Max, one.Cou, one.Data, one.DayData, one.NightData }.Where(value => !double.IsNaN(value)));
        }

        read.Order().ShouldBe(Number().Matches(segment).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    private static List<(string, string)> FieldsOf(Telegram telegram)
    {
        var fields = new List<(string, string)>();
        foreach (ref readonly var field in telegram.Fields)
        {
            var kind = field.Kind switch { FieldKind.Plain or FieldKind.Other => "", FieldKind.RunState => "-RS", FieldKind.RunTime => "-RT", FieldKind.SerialNumber => "-SN", _ => "-" + field.Kind };
            fields.Add((Encoding.ASCII.GetString(telegram.Name(field)) + kind, telegram.Text(telegram.Value(field))));
        }

        return fields;
    }

    [GeneratedRegex("([^=;,]+)=(//.*?//|[^;,]*)")]
    private static partial Regex Field();

    [GeneratedRegex("-(?:Rtd|Min|Avg|Max|Cou|Data|DayData|NightData)=([-0-9.]+)")]
    private static partial Regex Number();
}

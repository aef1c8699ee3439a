using System.Text.RegularExpressions;

namespace EcoPark.Hj212.Tests;

/// <summary>Forty telegrams met in public material, each with a verdict on length and CRC that was made apart from this library.</summary>
public partial class SampleTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Samples()
    {
        var verdict = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "hj212-samples.txt")).Where(line => line.Length > 0))
        {
            if (line.StartsWith("##", StringComparison.Ordinal))
                yield return new TheoryDataRow<string, string>(verdict, line);
            else
                verdict = line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_what_its_verdict_says(string verdict, string line)
    {
        byte[] frame = [.. Frames.Bytes(line), (byte)'\r', (byte)'\n'];
        if (verdict.Contains("CRC wrong", StringComparison.Ordinal))
        {
            var error = Frames.Error(frame);
            // Where the CRC field itself is not four hexadecimal characters, or && is missing, the place of the error differs.
            error.Kind.ShouldBe(TelegramErrorKind.BadCrc);
            if (GivenCrc().Match(verdict) is { Success: true } given && !line.EndsWith("&&FE", StringComparison.Ordinal) && !verdict.Contains("length wrong", StringComparison.Ordinal))
                error.Expected.ShouldBe(given.Groups[1].Value);
            return;
        }

        var telegram = Frames.Parse(frame);
        telegram.Deviations.HasFlag(Deviation.WrongLength).ShouldBe(verdict.Contains("length wrong", StringComparison.Ordinal));
        telegram.Deviations.HasFlag(Deviation.LowerCaseCrc).ShouldBe(verdict.Contains("lower case", StringComparison.Ordinal));
        telegram.Deviations.HasFlag(Deviation.SwappedModbusCrc).ShouldBe(verdict.Contains("bytes swapped", StringComparison.Ordinal));
        telegram.Deviations.HasFlag(Deviation.ModbusCrc).ShouldBe(verdict.Contains("only as CRC-16/MODBUS", StringComparison.Ordinal));
        telegram.Mn.ShouldBe(MnIn().Match(line).Groups[1].Value);
        ((int)telegram.Command).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(CnIn().Match(line).Groups[1].Value);
        NumbersOf(telegram).ShouldBe(NumbersIn(line));
    }

    /// <summary>Every value of the data area, taken from the line by a regular expression.</summary>
    private static List<double> NumbersIn(string line) =>
        [.. ValueIn().Matches(line[line.IndexOf("CP=&&", StringComparison.Ordinal)..]).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static List<double> NumbersOf(Telegram telegram)
    {
        var numbers = new List<double>();
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind is FieldKind.Rtd or FieldKind.Avg or FieldKind.Min or FieldKind.Max or FieldKind.Cou or FieldKind.ZsAvg or FieldKind.ZsMin or FieldKind.ZsMax)
                numbers.Add(telegram.Number(field)!.Value);
        }

        return numbers;
    }

    [GeneratedRegex("gives ([0-9A-F]{4})")]
    private static partial Regex GivenCrc();

    [GeneratedRegex("MN=([^;]+);")]
    private static partial Regex MnIn();

    [GeneratedRegex("CN=(\\d{4})")]
    private static partial Regex CnIn();

    [GeneratedRegex("-(?:Rtd|Avg|Min|Max|Cou|ZsAvg|ZsMin|ZsMax)=([-+0-9.]+)")]
    private static partial Regex ValueIn();
}

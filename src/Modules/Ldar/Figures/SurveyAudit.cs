using System.Globalization;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>A reading, as the audit looks at it.</summary>
public sealed record AuditedReading(DateTime At, double Reading, bool IsLeak, int? DwellSeconds);

/// <summary>Something of a survey that is unlikely to be measured so.</summary>
/// <param name="Name">Stable.</param>
/// <param name="Text">Chinese, with the figures.</param>
public sealed record AuditMark(string Name, string Text);

/// <summary>
/// What a survey's own figures say against it: pace, values that repeat, last digits that are not spread, no leak where others find some. Marks are reasons to look, no proof; the thresholds are the platform's own, no standard has them.
/// </summary>
public static class SurveyAudit
{
    /// <summary>Readings an hour beyond which nobody walks, places the probe and waits.</summary>
    public const double FastestPace = 120;

    /// <summary>Share of readings that may be one and the same value.</summary>
    public const double LargestRepeat = 0.3;

    /// <summary>Probability below which a thing is told.</summary>
    public const double Unlikely = 0.01;

    /// <summary>χ² of nine degrees of freedom that one in a thousand exceeds.</summary>
    private const double DigitLimit = 27.88;

    private const int FewestReadings = 20;
    private const int FewestDigits = 50;

    /// <param name="readings">In the order of time.</param>
    /// <param name="peerShare">Share of leaks that all surveys of the same kinds found; <see langword="null"/> where it is not known.</param>
    public static IReadOnlyList<AuditMark> Of(IReadOnlyList<AuditedReading> readings, double? peerShare)
    {
        if (readings.Count < FewestReadings)
            return [];
        return [.. new[] { Pace(readings), Repeats(readings), Digits(readings), Dwell(readings), NoLeak(readings, peerShare) }.OfType<AuditMark>()];
    }

    /// <summary>Per hour, over the fastest hour that begins with a reading.</summary>
    private static AuditMark? Pace(IReadOnlyList<AuditedReading> readings)
    {
        var (most, begin) = (0, 0);
        for (var end = 0; end < readings.Count; end++)
        {
            while (readings[end].At - readings[begin].At >= TimeSpan.FromHours(1))
                begin++;
            most = Math.Max(most, end - begin + 1);
        }

        return most <= FastestPace ? null : new("pace", $"最快一小时检测 {most} 点，超过 {FastestPace:0} 点");
    }

    private static AuditMark? Repeats(IReadOnlyList<AuditedReading> readings)
    {
        var top = readings.CountBy(one => one.Reading).MaxBy(one => one.Value);
        var share = (double)top.Value / readings.Count;
        return share <= LargestRepeat ? null : new("repeats", string.Create(CultureInfo.InvariantCulture, $"{share:0 %} 的读数都是 {top.Key:0.##} ppm"));
    }

    /// <summary>Last digits of whole readings of two digits and more are spread evenly.</summary>
    private static AuditMark? Digits(IReadOnlyList<AuditedReading> readings)
    {
        List<int> digits = [.. readings.Where(one => one.Reading >= 10 && one.Reading == Math.Truncate(one.Reading)).Select(one => (int)(one.Reading % 10))];
        if (digits.Count < FewestDigits)
            return null;
        var expected = digits.Count / 10.0;
        var counts = digits.CountBy(digit => digit).ToDictionary();
        var square = Enumerable.Range(0, 10).Sum(digit => Math.Pow(counts.GetValueOrDefault(digit) - expected, 2) / expected);
        var top = counts.MaxBy(one => one.Value);
        return square <= DigitLimit ? null : new("digits", string.Create(CultureInfo.InvariantCulture, $"读数末位不均匀：{top.Key} 占 {(double)top.Value / digits.Count:0 %}（χ² {square:0.0}，千分之一的界限 {DigitLimit}）"));
    }

    private static AuditMark? Dwell(IReadOnlyList<AuditedReading> readings)
    {
        List<int> dwell = [.. readings.Select(one => one.DwellSeconds).OfType<int>()];
        return dwell.Count < FewestReadings || dwell.Distinct().Skip(1).Any() ? null : new("dwell", $"{dwell.Count} 次停留时间都是 {dwell[0]} s");
    }

    private static AuditMark? NoLeak(IReadOnlyList<AuditedReading> readings, double? peerShare)
    {
        if (peerShare is not > 0 || readings.Any(one => one.IsLeak))
            return null;
        var chance = Math.Pow(1 - peerShare.Value, readings.Count);
        return chance >= Unlikely ? null : new("no-leak", string.Create(CultureInfo.InvariantCulture, $"{readings.Count} 点无一泄漏；按其他检测的泄漏率 {peerShare:0.00 %}，这样的机会为 {chance:0.00 %}"));
    }
}

/// <summary>A survey with what its figures say against it.</summary>
public sealed record AuditedSurvey(int Id, string Code, int EnterpriseId, string Enterprise, string Unit, string Inspector, DateOnly Day, int Readings, int Leaks, IReadOnlyList<AuditMark> Marks);

namespace EcoPark.Standards.Ldar;

/// <summary>A test of a seal.</summary>
/// <param name="At">UTC.</param>
/// <param name="Net">μmol/mol.</param>
/// <param name="EndsAt">What was leaking was repaired then, and the test before it says nothing of the time after; <see langword="null"/> where nothing was repaired.</param>
public sealed record SealTest(DateTime At, double Net, DateTime? EndsAt = null)
{
    /// <summary>Of a re-test: when the leak was detected that it follows; <see langword="null"/> for a test of a survey.</summary>
    public DateTime? Follows { get; init; }
}

/// <summary>A stretch of time with one rate.</summary>
/// <param name="From">UTC.</param>
public sealed record EmittedSpan(DateTime From, DateTime To, LeakRate Rate)
{
    public double Hours => (To - From).TotalHours;

    /// <summary>The test that it stands for; <see langword="null"/> where nobody tested.</summary>
    public SealTest? Test { get; init; }
}

/// <summary>
/// What a seal emits over a period. A test stands for the time from half way since the test before it to half way to the next (环办〔2015〕104 号), the first and the last to the ends of the period; where a leak was repaired, its test
/// stands until the repair and the re-test from there on.
/// </summary>
public static class SealEmission
{
    public static readonly RuleBasis Rule = new("环办〔2015〕104 号：E = e × WF(VOC)/WF(TOC) × t，t 取相邻两次检测的中点；未检测的点用平均系数", Confidence.Recalled);

    /// <param name="tests">In the order of time; the last before and the first after the period count too.</param>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, not before <paramref name="from"/>.</param>
    public static IReadOnlyList<EmittedSpan> Over(LdarSector sector, SealKind kind, FluidState state, IReadOnlyList<SealTest> tests, DateTime from, DateTime to)
    {
        if (to <= from)
            return [];
        if (tests.Count == 0)
            return LeakRates.OfAverage(sector, kind, state) is { } average ? [new(from, to, average)] : [];
        var (spans, begin) = (new List<EmittedSpan>(), from);
        for (var at = 0; at < tests.Count && begin < to; at++)
        {
            var end = at == tests.Count - 1 ? to : Border(tests[at], tests[at + 1]);
            if (end > to)
                end = to;
            if (end <= begin)
                continue;
            spans.Add(new(begin, end, LeakRates.OfReading(sector, kind, state, tests[at].Net)) { Test = tests[at] });
            begin = end;
        }

        return spans;
    }

    private static DateTime Border(SealTest one, SealTest next) => one.EndsAt is { } repaired && repaired >= one.At && repaired <= next.At ? repaired : one.At + ((next.At - one.At) / 2);
}

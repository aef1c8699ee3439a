namespace EcoPark.Standards;

/// <summary>The one judgement of the platform: value against limit.</summary>
/// <remarks>
/// Limits of the caller (permit, park) must all hold; the worst decides. Rows of standards that remain after medium, factor,
/// class, condition and averaging are alternatives: where they disagree, the request must be narrowed and nothing is judged.
/// </remarks>
public static class Judgement
{
    /// <summary>Judges by the embedded library, or by the caller's limits where the request has some.</summary>
    public static Verdict Judge(JudgementRequest request) => Judge(request, LimitLibrary.Default);

    /// <summary>Judges by a given library (recalled rows switched on, say).</summary>
    public static Verdict Judge(JudgementRequest request, LimitLibrary library)
    {
        var factor = FactorTable.Find(request.Factor, request.Medium);
        var selection = LimitSelection.Of(request, factor?.Key ?? request.Factor, library);
        if (selection.Limits.Count == 0)
            return new Verdict { Outcome = LimitOutcome.NoLimit, Reason = selection.WhyNone, Comparison = request.Comparison };

        var verdict = LimitComparison.Compare(request, factor, selection.Limits[0]);
        for (var i = 1; i < selection.Limits.Count; i++)
        {
            var other = LimitComparison.Compare(request, factor, selection.Limits[i]);
            if (request.Limits is null && other.Outcome != verdict.Outcome)
                return Undecided(request, selection.Limits);
            verdict = Decisive(verdict, other);
        }

        return selection.IsIndicative ? verdict with { IsIndicative = true } : verdict;
    }

    // A failure outranks what cannot be judged, which outranks a pass; among equals the stricter limit decides.
    private static Verdict Decisive(Verdict one, Verdict other)
    {
        if (Rank(one.Outcome) != Rank(other.Outcome))
            return Rank(one.Outcome) > Rank(other.Outcome) ? one : other;
        return IsStricter(other.Limit!, one.Limit!) ? other : one;
    }

    private static int Rank(LimitOutcome outcome) => outcome switch
    {
        LimitOutcome.Fail => 2,
        LimitOutcome.CannotJudge => 1,
        _ => 0,
    };

    private static bool IsStricter(Limit one, Limit other)
    {
        if (UpperInBase(one) is { } upper && UpperInBase(other) is { } otherUpper)
            return upper < otherUpper;
        return one.Lower is { } lower && other.Lower is { } otherLower && lower > otherLower;
    }

    private static decimal? UpperInBase(Limit limit) => limit.Upper * limit.Unit.Scale;

    private static Verdict Undecided(JudgementRequest request, IReadOnlyList<Limit> limits) => new()
    {
        Outcome = LimitOutcome.CannotJudge,
        Comparison = request.Comparison,
        Reason = $"有 {limits.Count} 个可能适用的限值（{string.Join("、", limits.Take(3).Select(Describe))}{(limits.Count > 3 ? " 等" : "")}），结论不一，请指明标准、级别或条件",
    };

    private static string Describe(Limit limit) =>
        $"{limit.StandardNumber} {limit.Class} {limit.Text}{(limit.Condition.Length > 0 ? "（" + limit.Condition + "）" : "")}".Replace("  ", " ", StringComparison.Ordinal);
}

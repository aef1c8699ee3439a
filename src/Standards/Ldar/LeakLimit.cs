using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Ldar;

/// <summary>泄漏认定浓度 of one rule.</summary>
/// <param name="Ppm">μmol/mol, of the net reading.</param>
/// <param name="IsInclusive">A net reading that equals it is a leak.</param>
public sealed record LeakLimit(double Ppm, bool IsInclusive, RuleBasis Basis)
{
    public bool IsLeak(double net) => IsInclusive ? net >= Ppm : net > Ppm;
}

/// <summary>
/// Leak values by the state of the fluid, the standard and its day. Figures were seen in the texts of GB 37822-2019 (table 1: leaks are above the value) and GB 31571-2015
/// (5.3.4: leaks are at or above it); what is only recalled is never judged by. The days on which they came into force are recalled.
/// </summary>
public static class LeakLimits
{
    /// <summary>Holds for everybody.</summary>
    public const string General = "GB 37822-2019";

    /// <summary>Standards of industries that may hold besides.</summary>
    public static readonly IReadOnlyList<string> Industries = ["GB 31570-2015", "GB 31571-2015", "GB 31572-2015"];

    private static readonly IReadOnlyList<Row> Rows =
    [
        .. EmbeddedTable.Read("ldar-leak-limits").Select(row => new Row(
            row["standard"], Day(row["from"])!.Value, Day(row["to"]), FluidStates.Parse(row["material"]).Single(), row["scope"], double.Parse(row["limit"], CultureInfo.InvariantCulture), row["inclusive"] == "yes", row["clause"],
            row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled)),
    ];

    /// <summary>All that hold for a seal on a day, the strictest first.</summary>
    /// <param name="industry">One of <see cref="Industries"/>; empty for none.</param>
    /// <param name="isKeyRegion">The special values of key regions hold.</param>
    /// <param name="own">Stricter value of the place or the enterprise, μmol/mol.</param>
    public static IReadOnlyList<LeakLimit> InForce(FluidState state, string industry, bool isKeyRegion, double? own, DateOnly day)
    {
        var found = Rows.Where(row => row.Confidence == Confidence.Verified && row.State == state && (row.Standard == General || row.Standard == industry) && row.From <= day && (row.To is null || day <= row.To)
            && (row.Scope == "all" || row.Scope == (isKeyRegion ? "key" : "general")))
            .Select(row => new LeakLimit(row.Ppm, row.IsInclusive, new RuleBasis($"{row.Standard} {row.Clause}{(row.Scope == "key" ? "（重点地区）" : "")}：{(row.IsInclusive ? "≥" : "＞")}{row.Ppm:0} μmol/mol", row.Confidence)));
        if (own is { } local)
            found = found.Append(new LeakLimit(local, false, new RuleBasis(string.Create(CultureInfo.InvariantCulture, $"地方或企业控制值：＞{local:0.##} μmol/mol"), Confidence.Verified)));
        return [.. found.OrderBy(limit => limit.Ppm).ThenByDescending(limit => limit.IsInclusive)];
    }

    /// <summary><see langword="null"/> before any of them held.</summary>
    public static LeakLimit? Strictest(FluidState state, string industry, bool isKeyRegion, double? own, DateOnly day) => InForce(state, industry, isKeyRegion, own, day) is [var first, ..] ? first : null;

    internal static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row(string Standard, DateOnly From, DateOnly? To, FluidState State, string Scope, double Ppm, bool IsInclusive, string Clause, Confidence Confidence);
}

using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Ldar;

/// <summary>How often a seal is tested.</summary>
/// <param name="Months">Between two tests.</param>
/// <param name="FirstDays">Until the first test after it was put into service.</param>
public sealed record TestFrequency(int Months, int FirstDays, RuleBasis Basis)
{
    private static readonly IReadOnlyList<Row> Rows =
    [
        .. EmbeddedTable.Read("ldar-frequencies").Select(row => new Row(
            row["standard"], LeakLimits.Day(row["from"])!.Value, LeakLimits.Day(row["to"]), [.. row["kinds"].Split(' ')], FluidStates.Parse(row["materials"]),
            int.Parse(row["months"], CultureInfo.InvariantCulture), int.Parse(row["first_days"], CultureInfo.InvariantCulture), row["clause"], row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled)),
    ];

    /// <summary>The strictest of those in force; <see langword="null"/> where none is.</summary>
    /// <param name="industry">Standard of the industry beside GB 37822; empty for none.</param>
    public static TestFrequency? Of(SealKind kind, FluidState state, string industry, DateOnly day)
    {
        var found = Rows.Where(row => row.Confidence == Confidence.Verified && row.Kinds.Contains(kind.Code) && row.States.Contains(state) && (row.Standard == LeakLimits.General || row.Standard == industry)
            && row.From <= day && (row.To is null || day <= row.To)).ToList();
        return found.MinBy(row => row.Months) is not { } strictest ? null
            : new(strictest.Months, found.Min(row => row.FirstDays), new RuleBasis($"{strictest.Standard} {strictest.Clause}：{kind.Name}每 {strictest.Months} 个月检测一次", strictest.Confidence));
    }

    private sealed record Row(string Standard, DateOnly From, DateOnly? To, IReadOnlyList<string> Kinds, IReadOnlySet<FluidState> States, int Months, int FirstDays, string Clause, Confidence Confidence);
}

using System.Text.Json.Serialization;

namespace EcoPark.Reports;

/// <summary>A line below the rows of a table.</summary>
/// <param name="Cells">One a column behind the first, which holds the label; null where the form has nothing.</param>
public sealed record ReportFoot(string Label, IReadOnlyList<FootCell?> Cells);

/// <summary>How a figure below a column is made of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FootKind>))]
public enum FootKind
{
    /// <summary>Made elsewhere.</summary>
    Given,
    Mean,

    /// <summary>Weighted by another column.</summary>
    WeightedMean,
    Maximum,
    Minimum,
    Count,
    Sum,
}

/// <summary>A figure below a column.</summary>
/// <param name="Value">What the platform has worked up by its rules; null lets the column say.</param>
/// <param name="Decimals">Places; null as the column.</param>
/// <param name="Weight">Column that weighs, of <see cref="FootKind.WeightedMean"/>.</param>
/// <param name="Divisor">Of a sum: 1000 makes t of kg.</param>
public sealed record FootCell(FootKind Kind, decimal? Value = null, int? Decimals = null, int? Weight = null, decimal Divisor = 1)
{
    /// <summary>Share that the last places of a figure that went through binary numbers may differ by.</summary>
    private const decimal Same = 1e-9m;

    /// <summary>What the column itself gives.</summary>
    public decimal? Of(ReportTable table, int column)
    {
        var counted = table.Rows.Where(row => row[column].Counts).ToList();
        if (Kind == FootKind.Count)
            return counted.Count;
        if (counted.Count == 0 || Kind == FootKind.Given)
            return null;
        var numbers = counted.Select(row => row[column].Number!.Value);
        return Kind switch
        {
            FootKind.Mean => numbers.Average(),
            FootKind.WeightedMean => Weighted(counted, column),
            FootKind.Maximum => numbers.Max(),
            FootKind.Minimum => numbers.Min(),
            _ => numbers.Sum() / Divisor,
        };
    }

    /// <summary>The figure that is printed, and whether a formula over the column gives it.</summary>
    public (decimal? Value, bool IsFormula) Figure(ReportTable table, int column)
    {
        var own = Of(table, column);
        return Value is null ? (own, own is not null) : (Value, own is { } made && Math.Abs(made - Value.Value) <= Math.Abs(made) * Same);
    }

    /// <summary>As it is printed.</summary>
    public string Shown(ReportTable table, int column) => Figure(table, column).Value is { } number ? ReportCell.Printed(number, PlacesOf(table, column)) : "—";

    internal int PlacesOf(ReportTable table, int column) => Decimals ?? (Kind == FootKind.Count ? 0 : table.Columns[column].Decimals ?? 0);

    private decimal? Weighted(IReadOnlyList<IReadOnlyList<ReportCell>> rows, int column)
    {
        var weight = rows.Sum(row => row[Weight!.Value] is { Counts: true, Number: { } number } ? number : 0);
        return weight == 0 ? null : rows.Sum(row => row[column].Number!.Value * (row[Weight!.Value] is { Counts: true, Number: { } number } ? number : 0)) / weight;
    }
}

using System.Text.Json.Serialization;
using EcoPark.Standards;

namespace EcoPark.Reports;

/// <summary>What a cell holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CellKind>))]
public enum CellKind
{
    /// <summary>Nothing: was not measured, or is not asked for.</summary>
    Empty,
    Words,

    /// <summary>A figure that counts in means and sums.</summary>
    Figure,

    /// <summary>A figure that is shown in brackets and counts for nothing.</summary>
    NotValid,

    /// <summary>A figure that counts and is over its limit.</summary>
    Over,
}

/// <summary>A cell.</summary>
/// <param name="Number">Unrounded; of figures alone.</param>
/// <param name="Text">Of words alone.</param>
/// <param name="Mark">Letter behind the figure.</param>
public sealed record ReportCell(CellKind Kind, decimal? Number = null, string Text = "", string Mark = "")
{
    /// <summary>Behind a figure over its limit: never colour alone.</summary>
    public const string OverMark = "▲";

    public static readonly ReportCell Empty = new(CellKind.Empty);

    /// <summary>Counts in means and sums.</summary>
    [JsonIgnore]
    public bool Counts => Kind is CellKind.Figure or CellKind.Over;

    /// <summary>What stands behind the figure.</summary>
    [JsonIgnore]
    public string Suffix => Kind == CellKind.Over ? Mark + OverMark : Mark;

    public static ReportCell Words(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellKind.Words, Text: text);

    /// <summary>Empty where there is no number.</summary>
    public static ReportCell Figure(decimal? number, string mark = "", bool isValid = true, bool isOver = false) =>
        number is null ? Empty : new(!isValid ? CellKind.NotValid : isOver ? CellKind.Over : CellKind.Figure, number, Mark: mark);

    /// <summary>As it is printed: rounded by GB/T 8170; what is missing in a column of numbers is “—”.</summary>
    public string Shown(ReportColumn column) => Kind switch
    {
        CellKind.Empty => column.IsNumber ? "—" : "",
        CellKind.Words => Text,
        CellKind.NotValid => $"({Printed(Number!.Value, column.Decimals ?? 0)}){Mark}",
        _ => Printed(Number!.Value, column.Decimals ?? 0) + Suffix,
    };

    /// <summary>A number as it is printed.</summary>
    internal static string Printed(decimal number, int decimals) => Rounding.ToDecimals(number, decimals).ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
}

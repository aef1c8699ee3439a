namespace EcoPark.Modules.Quality.Grids;

/// <summary>One factor of a table.</summary>
/// <param name="Factor">Code, or name where there is no code.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Decimals">Shown decimals.</param>
/// <param name="ChannelId">Channel it is read from; null for what is worked out or measured by hand.</param>
/// <param name="Values">One a time.</param>
public sealed record GridColumn(string Factor, string Name, string Unit, int Decimals, int? ChannelId, IReadOnlyList<GridValue> Values)
{
    /// <summary>Valid values with NaN in the gaps, as the analysis takes them.</summary>
    public double[] Series { get; } = [.. Values.Select(value => value.Valid ?? double.NaN)];

    public string Heading => Unit.Length == 0 ? Name : $"{Name}（{Unit}）";

    /// <summary>A figure with the column's decimals; “—” where there is none.</summary>
    public string Text(double? value) => value is { } number && double.IsFinite(number) ? Standards.Rounding.Text(number, Decimals) : "—";
}

namespace EcoPark.Reports.Statistics;

/// <summary>A row of any fact as the database groups it.</summary>
internal sealed class FactRow
{
    public string A { get; init; } = "";

    public string B { get; init; } = "";

    public string C { get; init; } = "";

    public int Period { get; init; }

    /// <summary>Null where it does not count.</summary>
    public double? Value { get; init; }
}

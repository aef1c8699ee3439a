namespace EcoPark.Reports.Statistics;

/// <summary>What is measured or counted of each row.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Aggregates">Figures that may be made of it.</param>
public sealed record Quantity(string Key, string Title, IReadOnlyList<Aggregate> Aggregates)
{
    /// <summary>Key of <see cref="Rows"/>.</summary>
    public const string RowsKey = "rows";

    /// <summary>Figures of measured values.</summary>
    public static readonly IReadOnlyList<Aggregate> Measured = [Aggregate.Mean, Aggregate.Max, Aggregate.Min, Aggregate.Percentile, Aggregate.Count];

    /// <summary>Figures of amounts.</summary>
    public static readonly IReadOnlyList<Aggregate> Amount = [Aggregate.Sum, Aggregate.Mean, Aggregate.Max, Aggregate.Min, Aggregate.Percentile, Aggregate.Count];

    private static readonly IReadOnlyList<Aggregate> YesOrNo = [Aggregate.Rate, Aggregate.Sum, Aggregate.Count];

    /// <summary>Unit; empty for what has none, or where it is the factor's.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Places that it is shown with.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Values of several factors do not belong together: the factor must be a row, a column, or one that is chosen.</summary>
    public bool IsOfFactor { get; init; }

    /// <summary>Shown in the factor's own unit and places.</summary>
    public bool HasUnitOfFactor { get; init; }

    /// <summary>Chinese: what rows without a value are: “无效或没有均值”.</summary>
    public string Excluded { get; init; } = "没有数值";

    /// <summary>Chinese: what of a row it is, where that is not plain.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Titles of figures that their usual words do not fit: 超标率 rather than 超标情况率.</summary>
    public IReadOnlyDictionary<Aggregate, string> Titles { get; init; } = new Dictionary<Aggregate, string>();

    /// <summary>Chinese measure word of its count.</summary>
    public string CountUnit { get; init; } = "个";

    /// <summary>Rows themselves, counted.</summary>
    /// <param name="unit">Chinese measure word.</param>
    public static Quantity Rows(string title, string unit = "条") =>
        new(RowsKey, title, [Aggregate.Count]) { Decimals = 0, CountUnit = unit, Titles = new Dictionary<Aggregate, string> { [Aggregate.Count] = title } };

    /// <summary>Ones and noughts: their share, the number of ones, and of both.</summary>
    public static Quantity Share(string key, string title, string rate, string ones, string both, string unit = "个") =>
        new(key, title, YesOrNo) { Decimals = 0, Unit = unit, CountUnit = unit, Titles = new Dictionary<Aggregate, string> { [Aggregate.Rate] = rate, [Aggregate.Sum] = ones, [Aggregate.Count] = both } };
}

/// <summary>How a figure is made of values.</summary>
public enum Aggregate
{
    Mean,
    Max,
    Min,

    /// <summary>See <see cref="Standards.Air.Percentile"/>.</summary>
    Percentile,
    Sum,

    /// <summary>Values that count.</summary>
    Count,

    /// <summary>Share of ones among ones and noughts, shown in percent.</summary>
    Rate,
}

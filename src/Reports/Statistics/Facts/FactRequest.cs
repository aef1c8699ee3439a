namespace EcoPark.Reports.Statistics;

/// <summary>What is asked of a fact.</summary>
/// <param name="Columns">At most three columns to group by.</param>
/// <param name="Grain">Periods to group by; null for none.</param>
/// <param name="First">First day of the park's zone.</param>
/// <param name="Last">Last day.</param>
public sealed record FactRequest(Quantity Quantity, IReadOnlyList<string> Columns, PeriodGrain? Grain, DateOnly First, DateOnly Last, IReadOnlyList<FactFilter> Filters)
{
    public const int MostColumns = 3;

    /// <summary>Groups that are read at once; one more tells that there are too many.</summary>
    public const int MostGroups = 50_000;
}

/// <summary>Rows whose column is one of these.</summary>
public sealed record FactFilter(string Column, IReadOnlyCollection<string> Values);

/// <summary>What rows are grouped by: values of the asked columns in their order, and the period.</summary>
/// <param name="A">Empty where no column was asked for; so the others.</param>
/// <param name="Period">See <see cref="PeriodGrains.Start"/>; 0 without periods.</param>
public readonly record struct FactKey(string A, string B, string C, int Period)
{
    /// <summary>Value of the column asked for at this place.</summary>
    public string this[int at] => at switch { 0 => A, 1 => B, _ => C };
}

/// <summary>Rows of one key.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="Counted">Of these with a value that counts.</param>
public readonly record struct FactGroup(FactKey Key, long Rows, long Counted, double Sum, double? Min, double? Max);

/// <summary>One value that counts.</summary>
public readonly record struct FactValue(FactKey Key, double Value);

namespace EcoPark.Platform;

/// <summary>One page of a list that the server cut.</summary>
/// <param name="Items">Rows of this page.</param>
/// <param name="Total">Rows that fit the filter, or where counting would be unbounded, the most that was counted.</param>
/// <param name="IsTotalExact">False where <paramref name="Total"/> is a lower bound.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, bool IsTotalExact = true);

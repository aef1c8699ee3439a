namespace EcoPark.Reports.Statistics;

/// <summary>Amounts that were planned or permitted for whole years, beside those that came about.</summary>
/// <param name="Quantity">Key of the quantity that is planned; its sums are compared.</param>
/// <param name="Basis">Chinese, a sentence without its full stop: where the amounts come from.</param>
/// <param name="Read">Planned amounts within the actor's scope, grouped as asked for; the request is of whole years and by years at the finest.</param>
public sealed record FactPlan(string Quantity, string Basis, Func<IServiceProvider, FactRequest, CancellationToken, Task<IReadOnlyList<FactGroup>>> Read);

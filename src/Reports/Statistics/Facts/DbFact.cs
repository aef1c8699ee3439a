using System.Linq.Expressions;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Statistics;

/// <summary>A fact that lies in a table of the park's database, which groups it: scope and deletion are filters of every query, and all that people choose is a parameter.</summary>
public sealed class DbFact<TFact> : FactType
    where TFact : class
{
    /// <summary>When a row was; <see cref="DbTime.None"/> for what is there now.</summary>
    public required DbTime Time { get; init; }

    /// <summary>Columns that dimensions are read from, texts or whole numbers.</summary>
    public required IReadOnlyDictionary<string, LambdaExpression> Columns { get; init; }

    /// <summary>Values of quantities, null where a row does not count.</summary>
    public required IReadOnlyDictionary<string, Expression<Func<TFact, double?>>> Numbers { get; init; }

    /// <summary>Rows that are told of at all; null for every row.</summary>
    public Expression<Func<TFact, bool>>? Where { get; init; }

    /// <inheritdoc/>
    public override bool HasTime => Time != DbTime.None;

    /// <inheritdoc/>
    public override async Task<Outcome<IReadOnlyList<FactGroup>>> Groups(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        await using var db = await Open(services, cancellationToken).ConfigureAwait(false);
        var groups = await Rows(db, request).GroupBy(row => new { row.A, row.B, row.C, row.Period })
            .Select(group => new { group.Key, Rows = group.LongCount(), Counted = group.LongCount(row => row.Value != null), Sum = group.Sum(row => row.Value), Min = group.Min(row => row.Value), Max = group.Max(row => row.Value) })
            .OrderBy(one => one.Key.A).ThenBy(one => one.Key.B).ThenBy(one => one.Key.C).ThenBy(one => one.Key.Period).Take(FactRequest.MostGroups + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return groups.ConvertAll(one => new FactGroup(new FactKey(one.Key.A, one.Key.B, one.Key.C, one.Key.Period), one.Rows, one.Counted, one.Sum ?? 0, one.Min, one.Max));
    }

    /// <inheritdoc/>
    public override async Task<Outcome<IReadOnlyList<FactValue>>> Values(IServiceProvider services, FactRequest request, int most, CancellationToken cancellationToken)
    {
        await using var db = await Open(services, cancellationToken).ConfigureAwait(false);
        var rows = await Rows(db, request).Where(row => row.Value != null).OrderBy(row => row.Value).Take(most + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new FactValue(new FactKey(row.A, row.B, row.C, row.Period), row.Value!.Value));
    }

    private static Task<ParkDb> Open(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);

    private IQueryable<FactRow> Rows(ParkDb db, FactRequest request)
    {
        var rows = db.Set<TFact>().AsNoTracking();
        if (Where is not null)
            rows = rows.Where(Where);
        if (Time.Within(request.First, request.Last) is Expression<Func<TFact, bool>> within)
            rows = rows.Where(within);
        foreach (var filter in request.Filters)
            rows = rows.Where(DbColumn.IsOneOf<TFact>(Columns[filter.Column], filter.Values));
        return rows.Select(Projection(request));
    }

    /// <summary><c>row => new FactRow { A = …, B = …, C = …, Period = …, Value = … }</c>.</summary>
    private Expression<Func<TFact, FactRow>> Projection(FactRequest request)
    {
        var row = Expression.Parameter(typeof(TFact));
        Expression Text(int at) => request.Columns.Count > at ? DbColumn.AsText(Columns[request.Columns[at]].On(row)) : Expression.Constant("");
        var made = Expression.MemberInit(
            Expression.New(typeof(FactRow)),
            Set(nameof(FactRow.A), Text(0)), Set(nameof(FactRow.B), Text(1)), Set(nameof(FactRow.C), Text(2)),
            Set(nameof(FactRow.Period), request.Grain is { } grain ? Time.PeriodOf(grain).On(row) : Expression.Constant(0)),
            Set(nameof(FactRow.Value), Numbers[request.Quantity.Key].On(row)));
        return Expression.Lambda<Func<TFact, FactRow>>(made, row);
    }

    private static MemberAssignment Set(string property, Expression value) => Expression.Bind(typeof(FactRow).GetProperty(property)!, value);
}

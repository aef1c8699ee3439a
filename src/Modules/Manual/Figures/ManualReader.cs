using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Figures;

/// <summary>A plan with what was done of it.</summary>
public sealed record PlanRow(ManualPlan Plan, string Point, string PointKind, string Enterprise, PlanFigures Figures)
{
    /// <summary>Days with a result, since a year before the first day that was asked for.</summary>
    public IReadOnlySet<DateOnly> Measured { get; init; } = new HashSet<DateOnly>();

    /// <summary>Days with a reason instead of a result.</summary>
    public IReadOnlySet<DateOnly> Excused { get; init; } = new HashSet<DateOnly>();
}

/// <summary>What the results of a period amount to. Only reports that were handed in or approved count.</summary>
/// <param name="Reasons">Why there was no result, and how often.</param>
/// <param name="Operation">Hours and volumes of the months of the period.</param>
/// <param name="LeftOut">Results beyond <see cref="ManualReader.MostResults"/>, the oldest, which are not in the figures.</param>
public sealed record ManualFigures(DateOnly First, DateOnly Last, IReadOnlyList<ResultSeries> Series, IReadOnlyList<(string Reason, int Count)> Reasons, IReadOnlyList<ManualOperation> Operation, int LeftOut)
{
    public static readonly ManualFigures None = new(default, default, [], [], [], 0);
}

/// <summary>Reads plans and results within the actor's scope.</summary>
public sealed class ManualReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Results that one picture is made of.</summary>
    public const int MostResults = 100_000;

    private static readonly ReportStage[] Counting = [ReportStage.Submitted, ReportStage.Approved];

    /// <param name="enterprise">Of all where it is null.</param>
    /// <param name="isFugitive">Only 厂界、厂区内, only the others, or all.</param>
    public async Task<ManualFigures> Results(DateOnly first, DateOnly last, int? enterprise, bool? isFugitive, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View) || last < first)
            return ManualFigures.None;
        var (from, to, kinds) = (ParkWords.Begin(first), ParkWords.End(last), PointKinds.Of(isFugitive));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var wanted = from result in db.Set<ManualSample>().AsNoTracking()
                     where result.At >= @from && result.At < to && (enterprise == null || result.EnterpriseId == enterprise)
                     where kinds.Contains(result.Kind)
                     join report in db.Set<ManualReport>() on result.ReportId equals report.Id
                     where Counting.Contains(report.Stage)
                     select new { result, report.Stage };
        var reasons = await wanted.Where(one => one.result.NoData != "").GroupBy(one => one.result.NoData).Select(of => new { of.Key, Count = of.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var measured = wanted.Where(one => one.result.Value != null);
        var all = await measured.CountAsync(cancellationToken).ConfigureAwait(false);
        var found = await measured.OrderByDescending(one => one.result.At).ThenBy(one => one.result.Sample).Take(MostResults)
            .Select(one => new
            {
                one.result.Id,
                one.result.EnterpriseId,
                one.result.PointId,
                one.result.Factor,
                one.result.Unit,
                one.result.At,
                one.result.Value,
                one.result.Corrected,
                one.result.IsBelow,
                one.result.Flow,
                one.result.Verdict,
                one.result.StandardNumber,
                one.result.Limit,
                one.result.UpperLimit,
                one.result.TimesOver,
                one.Stage,
            }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var points = await Points(db, cancellationToken).ConfigureAwait(false);
        var names = await Names(db, cancellationToken).ConfigureAwait(false);
        var operation = await db.Set<ManualOperation>().AsNoTracking().Where(one => one.Month >= first && one.Month <= last && (enterprise == null || one.EnterpriseId == enterprise)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(
            first, last,
            [.. found.GroupBy(one => (one.PointId, one.Factor, KindOf(one.Unit))).Where(of => points.ContainsKey(of.Key.PointId)).Select(of => new ResultSeries(
                of.Key.PointId, points[of.Key.PointId].EnterpriseId, names.GetValueOrDefault(points[of.Key.PointId].EnterpriseId, ""), points[of.Key.PointId].Name, points[of.Key.PointId].Kind, of.Key.Factor, of.First().Unit,
                [.. of.OrderBy(one => one.At).Select(one => (Of: one, Scale: ScaleOf(one.Unit, of.First().Unit))).Select(one => new ResultValue(one.Of.Id, one.Of.At!.Value, one.Of.Value!.Value * one.Scale, (one.Of.Corrected ?? one.Of.Value!.Value) * one.Scale, one.Of.IsBelow == true, one.Of.Flow, one.Of.Verdict, one.Of.StandardNumber, one.Of.Limit, one.Of.UpperLimit * one.Scale, one.Of.TimesOver, one.Of.Stage != ReportStage.Approved))]))
                .OrderBy(one => one.Enterprise, StringComparer.Ordinal).ThenBy(one => one.Point, StringComparer.Ordinal).ThenBy(one => one.FactorName, StringComparer.Ordinal)],
            [.. reasons.OrderByDescending(one => one.Count).Select(one => (one.Key, one.Count))], operation, all - found.Count);
    }

    /// <summary>What was reported in several units of one kind (mg/L, μg/L) is one series, in the unit of the newest.</summary>
    private static string KindOf(string unit) => Unit.Of(unit) is { Dimension: not UnitDimension.Single } known ? known.Dimension.ToString() : unit;

    private static double ScaleOf(string from, string to) => from == to ? 1 : (double)(Unit.Of(from).Scale / Unit.Of(to).Scale);

    /// <summary>Every plan of the scope, with the periods that were over between two days.</summary>
    public async Task<IReadOnlyList<PlanRow>> Plans(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return [];
        var today = ParkWords.DayOf(clock.UtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var plans = await db.Set<ManualPlan>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.From <= last && (one.To == null || one.To >= first)).OrderBy(one => one.EnterpriseId).ThenBy(one => one.PointId).ThenBy(one => one.Factor).ToListAsync(cancellationToken).ConfigureAwait(false);
        // The longest period that ends on the first day began a year before.
        var (from, to) = (ParkWords.Begin(first.AddYears(-1)), ParkWords.End(last > today ? last : today));
        var taken = await (from result in db.Set<ManualSample>().AsNoTracking()
                           where result.At >= @from && result.At < to && (enterprise == null || result.EnterpriseId == enterprise)
                           join report in db.Set<ManualReport>() on result.ReportId equals report.Id
                           where Counting.Contains(report.Stage)
                           select new { result.PointId, result.Factor, result.At, HasNone = result.NoData != "" }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var days = taken.ToLookup(one => (one.PointId, one.Factor), one => (Day: ParkWords.DayOf(one.At!.Value), one.HasNone));
        var points = await Points(db, cancellationToken).ConfigureAwait(false);
        var names = await Names(db, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from plan in plans
               where points.ContainsKey(plan.PointId)
               let measured = days[(plan.PointId, plan.Factor)].Where(one => !one.HasNone).Select(one => one.Day).ToHashSet()
               let excused = days[(plan.PointId, plan.Factor)].Where(one => one.HasNone).Select(one => one.Day).ToHashSet()
               select new PlanRow(plan, points[plan.PointId].Name, points[plan.PointId].Kind, names.GetValueOrDefault(plan.EnterpriseId, ""), PlanFigures.Of(plan, measured, excused, first, last, today)) { Measured = measured, Excused = excused },
        ];
    }

    /// <summary>Enterprises to choose from.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<Enterprise>().AsNoTracking().Where(one => db.Set<ManualPoint>().Any(point => point.EnterpriseId == one.Id)).OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(one => (one.Id, one.Name))];
    }

    private static Task<Dictionary<int, ManualPoint>> Points(ParkDb db, CancellationToken cancellationToken) => db.Set<ManualPoint>().AsNoTracking().ToDictionaryAsync(one => one.Id, cancellationToken);

    private static Task<Dictionary<int, string>> Names(ParkDb db, CancellationToken cancellationToken) => db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken);
}

using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Comparison;
using EcoPark.Modules.Manual.Emissions;
using EcoPark.Modules.Manual.Fence;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Laboratories;
using EcoPark.Modules.Manual.Plans;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Sources;
using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Manual;

/// <summary>A plan, as programs see it.</summary>
public sealed record ManualPlanAnswer(int Id, string Enterprise, string Point, string Factor, string FactorName, int Times, string Per, int Owed, int Done, int Excused, int Missed, double? Share, DateOnly? PeriodEnds, int DoneNow, string Standing);

/// <summary>Results of a factor at a point, as programs see them.</summary>
public sealed record ManualSeriesAnswer(int PointId, string Enterprise, string Point, string Kind, string Factor, string FactorName, string Unit, int Samples, int Below, double? Lowest, double? Mean, double? Highest, string Standard, string Limit, int Over, int Pending, IReadOnlyList<ResultDay> Days);

/// <summary>Results of a period, as programs see them.</summary>
/// <param name="Rule">How what was not detected counts in means.</param>
public sealed record ManualResultsAnswer(DateOnly First, DateOnly Last, string Rule, IReadOnlyList<ManualSeriesAnswer> Series, IReadOnlyDictionary<string, int> Reasons, int LeftOut);

/// <summary>The park's word on a report.</summary>
public sealed record ReportDecision(string? Remark);

/// <summary>Where the report stands after it.</summary>
public sealed record ReportAnswer(int Id, string State);

/// <summary>Samples of a day beside the outlet's own instrument, as programs see them.</summary>
public sealed record ComparisonAnswer(int EnterpriseId, string Enterprise, string Outlet, string Factor, string FactorName, string Unit, DateOnly Day, int Pairs, int Below, double? Manual, double? Automatic, string Error, string Tolerance, string State, string? Basis);

/// <summary>A fugitive source, as programs see it.</summary>
public sealed record FugitiveSourceAnswer(int Id, int EnterpriseId, string Enterprise, string Code, string Name, string Kind, string Control, DateOnly? LastOn, string? Verdict, DateOnly? DueOn, string Standing, int Open, bool IsOverdue);

internal static class ManualEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/manual").RequireAuthorization(ManualPermissions.View).WithTags("手工监测").DisableAntiforgery();
        api.MapGet("/plans", async (ManualReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
        {
            var (first, last) = YearOf(year, clock);
            return (await reader.Plans(first, last, enterprise, token)).Select(row => new ManualPlanAnswer(
                row.Plan.Id, row.Enterprise, row.Point, row.Plan.Factor, row.Plan.Title, row.Plan.Times ?? 0, row.Plan.Per, row.Figures.Owed, row.Figures.Done, row.Figures.Excused, row.Figures.MissedCount, row.Figures.Share, row.Figures.Now?.Last, row.Figures.DoneNow, PlanWords.Of(row.Figures.Standing)));
        }).WithSummary("一年的监测方案：应测、已测、有因未测、缺测的期数，本期到哪一天、测了几次");
        api.MapGet("/results", async (ManualReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null, CensorRule rule = CensorRule.Half) =>
        {
            var (first, last) = YearOf(year, clock);
            var figures = await reader.Results(first, last, enterprise, null, token);
            return new ManualResultsAnswer(figures.First, figures.Last, ManualWords.Rules[rule], [.. figures.Series.Select(one => Answer(one, rule))], figures.Reasons.ToDictionary(one => one.Reason, one => one.Count), figures.LeftOut);
        }).WithSummary("一年的监测结果：每点位、每因子的统计和逐日结果；rule 为未检出的计算规则，Half、Zero、Limit、KaplanMeier");
        api.MapGet("/emissions", async (ManualReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null, CensorRule rule = CensorRule.Half) =>
        {
            var (first, last) = YearOf(year, clock);
            return EmissionTable.Of(await reader.Results(first, last, enterprise, false, token), rule);
        }).WithSummary("一年的实际排放量（kg）及其算式和缺项");
        api.MapGet("/comparison", async Task<Results<Ok<IEnumerable<ComparisonAnswer>>, ForbidHttpResult>> (ComparisonReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
        {
            var (first, last) = YearOf(year, clock);
            return await reader.Read(first, last, enterprise, token) is { } rows
                ? TypedResults.Ok(rows.Select(row => new ComparisonAnswer(row.EnterpriseId, row.Enterprise, row.Outlet, row.Factor, row.FactorName, row.Unit, row.Day, row.Whole.Count, row.Below, row.Manual, row.Automatic, row.Error, row.Tolerance, row.State, row.Verdict?.Basis.Shown))) : TypedResults.Forbid();
        }).WithSummary("手工样品与同一排口采样小时的自动均值：一天一行，误差、允许误差和结论（允许误差待核对）");
        FenceEndpoints.Map(api);
        api.MapGet("/sources", async (SourceReader reader, CancellationToken token, int? enterprise = null) => (await reader.Read(enterprise, token)).Select(row => new FugitiveSourceAnswer(
            row.Source.Id, row.Source.EnterpriseId, row.Enterprise, row.Source.Code, row.Source.Name, row.Source.Kind, row.Source.Control, row.Last?.Day, row.Last?.Verdict, row.DueOn, row.Standing, row.Open.Count, row.IsOverdue)))
            .WithSummary("无组织排放源的检查：上次、下次期限、未整改的问题");
        api.MapGet("/laboratories", async (LaboratoryReader reader, TimeProvider clock, CancellationToken token, int? year = null) =>
        {
            var (first, last) = YearOf(year, clock);
            return await reader.Read(first, last, token);
        }).RequireAuthorization(ManualPermissions.Review).WithSummary("一年内各监测机构的结果数和统计疑点，疑点多的在前");
        api.MapPost("/reports/{id:int}/submit", async (ReportDesk desk, int id, CancellationToken token) => Answer(await desk.Submit(id, token))).WithSummary("企业提交监测报告");
        api.MapPost("/reports/{id:int}/approve", async (ReportDesk desk, int id, CancellationToken token) => Answer(await desk.Approve(id, token))).RequireAuthorization(ManualPermissions.Review).WithSummary("审核通过监测报告");
        api.MapPost("/reports/{id:int}/return", async (ReportDesk desk, int id, ReportDecision decision, CancellationToken token) => Answer(await desk.Return(id, decision.Remark ?? "", token))).RequireAuthorization(ManualPermissions.Review).WithSummary("退回监测报告");
    }

    private static (DateOnly First, DateOnly Last) YearOf(int? year, TimeProvider clock)
    {
        var of = year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year;
        return (new(of, 1, 1), new(of, 12, 31));
    }

    private static ManualSeriesAnswer Answer(ResultSeries series, CensorRule rule)
    {
        var days = series.Days(rule);
        return new(series.PointId, series.Enterprise, series.Point, series.Kind, series.Factor, series.FactorName, series.Unit, series.Values.Count, series.Below, series.Lowest, series.Mean(rule), series.Highest, series.Limited?.Standard ?? "", series.Limited?.Limit ?? "", days.Count(day => day.Verdict == Results.Verdicts.Over), series.Pending, days);
    }

    private static Results<Ok<ReportAnswer>, ProblemHttpResult> Answer(Outcome<ManualReport> outcome) => outcome.IsOk ? TypedResults.Ok(new ReportAnswer(outcome.Value.Id, outcome.Value.State)) : Problems.Of(outcome.Problem, outcome.Problem.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    });
}

using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Workflow;

/// <summary>How steps were taken within a period.</summary>
internal sealed record FlowStatisticsView(DateTime From, DateTime To, IReadOnlyList<FlowCount> Steps, IReadOnlyList<FlowLateness> Late, IReadOnlyList<FlowTodo> Overdue);

internal sealed record FlowDueView(DateTime From, int WorkingDays, DateTime Due, bool IsYearKnown);

/// <summary>To-dos and statistics of all flows for programs.</summary>
internal static class FlowEndpoints
{
    private const int MostWorkingDays = 250;

    public static void MapFlows(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/flows").WithTags("流程").RequireAuthorization(Permissions.Any).DisableAntiforgery();
        api.MapGet("/todos", async (int? skip, int? take, FlowReader flows, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await flows.Todos(first, count, token);
        }).WithSummary("我的待办，时限在前的在前");
        api.MapGet("/statistics", async Task<Results<Ok<FlowStatisticsView>, ProblemHttpResult>> (DateTime from, DateTime to, FlowReader flows, CancellationToken token) =>
        {
            (from, to) = (from.ToUniversalTime(), to.ToUniversalTime());
            return from < to
                ? TypedResults.Ok(new FlowStatisticsView(from, to, await flows.Count(from, to, token), await flows.Late(from, to, token), await flows.Overdue(token)))
                : Problems.Of(new Problem("range", "止应晚于起。", "to"), StatusCodes.Status400BadRequest);
        }).RequireAuthorization(Permissions.Supervise).WithSummary("时段内的办理次数、逾期和用时，以及现在逾期的事项");
        api.MapGet("/due", async Task<Results<Ok<FlowDueView>, ProblemHttpResult>> (DateTime from, int workingDays, FlowReader flows, CancellationToken token) =>
        {
            if (workingDays is < 1 or > MostWorkingDays)
                return Problems.Of(new Problem("working-days", $"工作日数应为 1～{MostWorkingDays}。", "workingDays"), StatusCodes.Status400BadRequest);
            var days = await flows.WorkingDays(token);
            var due = days.After(from.ToUniversalTime(), workingDays);
            return TypedResults.Ok(new FlowDueView(from.ToUniversalTime(), workingDays, due, days.Knows(ParkTime.FromUtc(due).Year)));
        }).WithSummary("从某时起若干工作日的时限（当日不计，最后一日 24 时）");
    }
}

using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Reports.Statistics.Endpoints;

/// <summary>Saved statistics for programs.</summary>
internal static class SavedEndpoints
{
    public static void MapSavedStatistics(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/statistics/saved").WithTags("自定义统计").RequireAuthorization(ReportPermissions.View).DisableAntiforgery();
        api.MapGet("/", async (SavedStatistics saved, CancellationToken token) => (await saved.All(token)).Select(SavedAnswer.Of)).WithSummary("自己保存的和同事共享的统计");
        api.MapGet("/{id:int}", async Task<Results<Ok<SavedAnswer>, ProblemHttpResult>> (int id, SavedStatistics saved, CancellationToken token) =>
            await saved.Find(id, token) is { } found ? TypedResults.Ok(SavedAnswer.Of(found)) : Problems.NotFound("这份统计")).WithSummary("一份保存的统计");
        api.MapPost("/", async Task<Results<Ok<SavedAnswer>, ProblemHttpResult>> (SavedInput input, SavedStatistics saved, CancellationToken token) =>
        {
            var kept = await saved.Save(input.Name ?? "", input.Query ?? "", input.IsShared, token);
            return kept.IsOk ? TypedResults.Ok(SavedAnswer.Of(kept.Value)) : Refuse(kept.Problem);
        }).WithSummary("保存一份统计：query 为统计地址中问号及以后的部分；自己的同名统计会被替换；isShared 为与同事共享");
        api.MapDelete("/{id:int}", async Task<Results<NoContent, ProblemHttpResult>> (int id, SavedStatistics saved, CancellationToken token) =>
            await saved.Remove(id, token) is { } problem ? Refuse(problem) : TypedResults.NoContent()).WithSummary("删除自己保存的一份统计");
    }

    private static ProblemHttpResult Refuse(Problem problem) =>
        Problems.Of(problem, problem.Code switch { "not-found" => StatusCodes.Status404NotFound, "forbidden" => StatusCodes.Status403Forbidden, _ => StatusCodes.Status400BadRequest });
}

/// <summary>What is to be kept.</summary>
internal sealed record SavedInput(string? Name, string? Query, bool IsShared);

/// <summary>A saved statistic.</summary>
/// <param name="IsMine">Of the one who asks: he alone may change or delete it.</param>
internal sealed record SavedAnswer(int Id, string Name, string Query, bool IsShared, bool IsMine, string Owner, DateTime SavedAt)
{
    public static SavedAnswer Of(SavedStatistic saved) => new(saved.Id, saved.Name, saved.Query, saved.IsShared, saved.AccountId == Actor.Current.AccountId, saved.Owner, saved.SavedAt);
}

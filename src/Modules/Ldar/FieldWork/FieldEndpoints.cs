using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Web.Phone;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Ldar.FieldWork;

/// <summary>The page that a phone keeps, and what it asks for before and sends after the work in the plant.</summary>
internal static class FieldEndpoints
{
    /// <summary>Below <c>/field/</c> the service worker serves what has been kept where there is no network.</summary>
    public const string Page = "/field/ldar";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapEmbeddedFiles(typeof(FieldEndpoints).Assembly, "field/", Page, "index.html");
        var api = app.MapGroup("/api/v1/ldar/field").RequireAuthorization(LdarPermissions.View).WithTags("泄漏检测与修复").DisableAntiforgery();
        api.MapGet("/surveys", async (FieldReader reader, CancellationToken token, int? enterprise = null) => await reader.Surveys(enterprise, token))
            .WithSummary($"可带到现场的现场检测，最近 {FieldReader.Back} 天，新的在前");
        api.MapGet("/surveys/{id:int}", async (FieldReader reader, RecordTypes types, int id, CancellationToken token, string prefix = "") =>
            (Results<Ok<FieldSheet>, ProblemHttpResult>)(await reader.Sheet(id, prefix.Trim(), token) is { } sheet ? TypedResults.Ok(sheet)
                : Problems.Of(RecordProblems.NotFound(types[LdarSurveyType.Name]), StatusCodes.Status404NotFound)))
            .WithSummary($"一次现场检测的检测单：密封点（至多 {FieldReader.MostPoints}，prefix 为编号的开头）、限值、仪器、当日校准和本底、已有的检测");
        api.MapPost("/surveys/{id:int}/entries", async (FieldDesk desk, int id, FieldBatch batch, CancellationToken token) => Answer(await desk.Send(id, batch, token)))
            .WithSummary($"现场录入的本底、读数、不可达和天气，一次至多 {FieldDesk.MostEntries} 条；逐条按登记时的规则检查，重复发送只存一次");
    }

    private static Results<Ok<FieldAnswers>, ProblemHttpResult> Answer(Platform.Outcome<FieldAnswers> outcome) => outcome.IsOk ? TypedResults.Ok(outcome.Value) : Problems.Of(outcome.Problem, outcome.Problem.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    });
}

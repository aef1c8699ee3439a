using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Reports.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Reports.Endpoints;

/// <summary>自带表样 of a report: names, forms with what is wrong with them, files.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/reports/{key}").WithTags("报表").RequireAuthorization(ReportPermissions.View).DisableAntiforgery();
        api.MapGet("/names", async Task<Results<Ok<IReadOnlyList<FormName>>, ProblemHttpResult>> (string key, ReportDesk desk, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var made = await desk.Make(key, subject, period, token);
            return made.IsOk ? TypedResults.Ok(ReportForms.NamesOf(made.Value)) : ReportEndpoints.Refuse(made.Problem);
        }).WithSummary("自带表样中可用的占位符和这份报表中的值");
        api.MapGet("/forms", async Task<Results<Ok<IReadOnlyList<CheckedForm>>, ProblemHttpResult>> (string key, ReportDesk desk, ReportForms forms, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var made = await desk.Make(key, subject, period, token);
            return made.IsOk ? TypedResults.Ok(await forms.Check(made.Value, token)) : ReportEndpoints.Refuse(made.Problem);
        }).WithSummary("一种报表的自带表样，和其中不认识的占位符");
        api.MapGet("/forms/{id:int}", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (string key, int id, ReportDesk desk, ReportForms forms, AuditLog audit, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var made = await desk.Make(key, subject, period, token);
            if (!made.IsOk)
                return ReportEndpoints.Refuse(made.Problem);
            var filled = await forms.Fill(made.Value, id, token);
            if (!filled.IsOk)
                return ReportEndpoints.Refuse(filled.Problem);
            await audit.Write(AuditLog.Export, "报表", made.Value.Type.Title, filled.Value.FileName, token);
            return TypedResults.File(filled.Value.Content, filled.Value.MediaType, filled.Value.FileName);
        }).WithSummary("按自带表样生成的文件");
    }
}

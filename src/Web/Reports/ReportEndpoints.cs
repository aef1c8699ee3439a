using EcoPark.Platform.Http;
using EcoPark.Platform.Reports;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Reports;

/// <summary>A report that can be had.</summary>
internal sealed record ReportView(string Key, string Title);

/// <summary>Reports for programs.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/reports").WithTags("报表").RequireAuthorization(Permissions.Any).DisableAntiforgery();
        api.MapGet("/", (IEnumerable<ReportType> types) => types.Where(Mine).Select(type => new ReportView(type.Key, type.Title))).WithSummary("可取的报表");
        api.MapGet("/{key}", Read).WithSummary("一份报表的各表；参数写在地址里");
    }

    private static bool Mine(ReportType type) => Actor.Current.May(type.Permission);

    private static async Task<Results<Ok<IReadOnlyList<ReportTable>>, ProblemHttpResult>> Read(
        string key, HttpRequest request, IEnumerable<ReportType> types, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (types.FirstOrDefault(type => type.Key == key && Mine(type)) is not { } found)
            return Problems.NotFound("这份报表");
        var words = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var made = await found.Make(services, words, cancellationToken);
        return made.IsOk ? TypedResults.Ok(made.Value.Tables) : Problems.Of(made.Problem, StatusCodes.Status400BadRequest);
    }
}

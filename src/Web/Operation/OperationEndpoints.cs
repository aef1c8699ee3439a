using EcoPark.Platform.Http;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Operation;

/// <summary>State of the nodes for programs.</summary>
internal static class OperationEndpoints
{
    public static void MapOperation(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/operation", async Task<IResult> (OperationReader reader, CancellationToken token) =>
            {
                var state = await reader.All(token);
                return state.IsOk ? Results.Ok(state.Value) : Problems.Of(state.Problem, StatusCodes.Status403Forbidden);
            })
            .RequireAuthorization(Permissions.ViewOperation).WithTags("运行状态").WithSummary("节点、后台任务、数据存储和队列的状态").Produces<OperationState>();
}

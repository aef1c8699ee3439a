using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Records;

/// <summary>Why a proposal goes back.</summary>
public sealed record ReturnInput(string Remark);

/// <summary>What enterprises have entered and the park decides on.</summary>
internal static class ProposalEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/proposals").WithTags("填报审核").RequireAuthorization(Permissions.Records).DisableAntiforgery();
        api.MapGet("/", async (ProposalState? state, string? type, int? skip, int? take, ProposalService proposals, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await proposals.Search(state, type, first, count, token);
        }).WithSummary("填报，最新在前");
        api.MapGet("/{id:int}", async (int id, ProposalService proposals, CancellationToken token) => await proposals.Find(id, token) is { } found ? Results.Ok(found) : Problems.NotFound("这份填报")).WithSummary("一份填报");
        api.MapPost("/{id:int}/approve", async (int id, ProposalService proposals, CancellationToken token) => RecordEndpoints.Answer(await proposals.Approve(id, token))).WithSummary("通过：内容写入档案");
        api.MapPost("/{id:int}/return", async (int id, ReturnInput input, ProposalService proposals, CancellationToken token) => RecordEndpoints.Answer(await proposals.Return(id, input.Remark ?? "", token))).WithSummary("退回，须写明原因");
    }
}

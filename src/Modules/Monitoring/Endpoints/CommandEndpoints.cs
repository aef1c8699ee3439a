using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A command by its code with the parameters that code takes; the rest is ignored.</summary>
/// <param name="Command">CN, for example 1012.</param>
/// <param name="Factor">PolId, for commands to an analyser.</param>
/// <param name="From">Begin of history (2031, 2041, 2051, 2061, 2013) or of a log (3020), ISO 8601.</param>
/// <param name="To">End of history.</param>
/// <param name="Number">Seconds (1000, 1062), minutes (1064), hours (3016).</param>
/// <param name="Count">Repeats (1000).</param>
/// <param name="Text">New password (1072), value of a parameter (3021).</param>
/// <param name="InfoId">Information code of annex B.10 (3020, 3021).</param>
/// <param name="Start">First sample of the day (3016).</param>
public sealed record CommandInput(
    CommandCode Command, string? Factor = null, DateTime? From = null, DateTime? To = null, int? Number = null, int? Count = null,
    string? Text = null, string? InfoId = null, TimeOnly? Start = null);

internal static class CommandEndpoints
{
    public static void MapCommands(this RouteGroupBuilder api)
    {
        var commands = api.MapGroup("/devices/{mn}/commands").WithTags("反控").AddEndpointFilter(MnInPath.Check);
        commands.MapPost("/", Send).RequireAuthorization(TelemetryPermissions.CommandDevices).WithSummary("下发命令；返回记录，随后用编号查询进展");
        commands.MapGet("/", async (string mn, int? skip, int? take, ICommandCenter center, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await center.Search(mn, first, count, token);
        }).WithSummary("命令记录，最新在前");
        commands.MapGet("/{id:long}", Find).WithSummary("一条命令的进展");
        api.MapGet("/devices/{mn}/gaps", Gaps).WithTags("缺数与补传").AddEndpointFilter(MnInPath.Check).WithSummary("缺数时段与补传情况，最新在前，至多 500 条");
    }

    private static async Task<Results<Accepted<CommandRecord>, ProblemHttpResult>> Send(
        string mn, CommandInput input, ICommandCenter center, TimeProvider clock, HttpContext http, CancellationToken token)
    {
        var request = CommandForm.Build(input, clock);
        if (!request.IsOk)
            return Problems.Of(request.Problem);
        var sent = await center.Send(mn, request.Value, http.User.Identity?.Name ?? "", token);
        return sent.IsOk ? TypedResults.Accepted($"/api/v1/devices/{mn}/commands/{sent.Value.Id}", sent.Value) : Problems.Of(sent.Problem);
    }

    private static async Task<Results<Ok<CommandRecord>, ProblemHttpResult>> Find(string mn, long id, ICommandCenter center, CancellationToken token) =>
        await center.Find(id, token) is { } record && record.Mn == mn ? TypedResults.Ok(record) : Problems.NotFound($"编号为 {id} 的命令");

    private static async Task<List<DataGap>> Gaps(string mn, IDbContextFactory<ParkDb> databases, CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        return await db.Set<DataGap>().AsNoTracking().Where(gap => gap.Mn == mn).OrderByDescending(gap => gap.From).Take(500).ToListAsync(token);
    }
}

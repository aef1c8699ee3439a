using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Log;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A line of the telegram log; the raw bytes as text where they are ASCII, and always as Base64. Passwords are masked.</summary>
public sealed record TelegramView(
    long Id, DateTime At, Direction Direction, TelegramVerdict Verdict, string Mn, CommandCode Command, string Qn, DateTime? DataTime, Deviation Deviations,
    CommandCode Answer, string Reason, string Remote, string Node, string Text, byte[] Raw)
{
    internal static TelegramView Of(LogEntry entry) => new(
        entry.Id, entry.At, entry.Direction, entry.Verdict, entry.Mn, entry.Command, entry.Qn, entry.DataTime, entry.Deviations,
        entry.Answer, entry.Reason, entry.Remote, entry.Node, Encoding.Latin1.GetString(entry.Shown), entry.Shown);
}

/// <summary>Which received telegrams to run again; at least MN or a span of time.</summary>
public sealed record ReplayInput(string? Mn, TelegramVerdict? Verdict, DateTime? From, DateTime? To);

internal static class TelegramEndpoints
{
    public static void MapTelegrams(this RouteGroupBuilder api)
    {
        var telegrams = api.MapGroup("/telegrams").WithTags("报文");
        telegrams.MapGet("/", Search).WithMetadata(new AuditedUse("查看", "报文")).WithSummary("检索报文，最新在前；总数至多数到 10000");
        telegrams.MapGet("/{id:long}", Find).WithMetadata(new AuditedUse("查看", "报文")).WithSummary("一条报文");
        telegrams.MapPost("/replay", Replay).RequireAuthorization(TelemetryPermissions.ReplayTelegrams).WithSummary("重新判定并处理已收到的报文；可重复执行");
    }

    private static async Task<Page<TelegramView>> Search(
        ITelegramLog log, string? mn, CommandCode? command, Direction? direction, TelegramVerdict? verdict, string? qn, DateTime? from, DateTime? to, string? text,
        int? skip, int? take, CancellationToken token)
    {
        var filter = new LogFilter { Mn = mn, Command = command, Direction = direction, Verdict = verdict, Qn = qn, From = from?.ToUniversalTime(), To = to?.ToUniversalTime(), Text = text };
        var (first, count) = Problems.Page(skip, take);
        var page = await log.Search(filter, first, count, token);
        return new Page<TelegramView>([.. page.Items.Select(TelegramView.Of)], page.Total, page.IsTotalExact);
    }

    private static async Task<Results<Ok<TelegramView>, ProblemHttpResult>> Find(long id, ITelegramLog log, CancellationToken token) =>
        await log.Find(id, token) is { } entry ? TypedResults.Ok(TelegramView.Of(entry)) : Problems.NotFound($"编号为 {id} 的报文");

    private static async Task<Results<Ok<ReplayReport>, ProblemHttpResult>> Replay(ReplayInput input, ITelegramReplay replay, CancellationToken token)
    {
        if (string.IsNullOrEmpty(input.Mn) && input.From is null)
            return Problems.Bad("too-wide", "请至少给出 MN 或起始时间，以免重放全部报文。", nameof(input.Mn));
        var filter = new LogFilter { Mn = input.Mn, Verdict = input.Verdict, From = input.From?.ToUniversalTime(), To = input.To?.ToUniversalTime() };
        return TypedResults.Ok(await replay.Replay(filter, token));
    }
}

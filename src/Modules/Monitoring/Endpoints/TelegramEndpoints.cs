using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Log.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A line of the telegram log; the raw bytes as text where they are ASCII, and always as Base64. Passwords are masked.</summary>
public sealed record TelegramView(
    long Id, DateTime At, Direction Direction, TelegramVerdict Verdict, string Mn, CommandCode Command, string Qn, DateTime? DataTime, Deviation Deviations,
    CommandCode Answer, string Reason, string Remote, string Node, string Text, byte[] Raw, double? ShiftSeconds)
{
    internal static TelegramView Of(LogEntry entry) => new(
        entry.Id, entry.At, entry.Direction, entry.Verdict, entry.Mn, entry.Command, entry.Qn, entry.DataTime, entry.Deviations,
        entry.Answer, entry.Reason, entry.Remote, entry.Node, Encoding.Latin1.GetString(entry.Shown), entry.Shown, entry.Shift?.TotalSeconds);
}

/// <summary>Which received telegrams to run again; at least MN or a span of time.</summary>
public sealed record ReplayInput(string? Mn, TelegramVerdict? Verdict, DateTime? From, DateTime? To);

/// <summary>What a person decides of held telegrams.</summary>
/// <param name="Way">How the device's times are put right.</param>
/// <param name="Reason">Why; kept with the telegram.</param>
/// <param name="ShiftSeconds">What is added to the times, for ByShift.</param>
/// <param name="DataTime">Right DataTime as the park's wall clock, for ToTime.</param>
public sealed record AcceptInput(CorrectionWay Way, string Reason, double? ShiftSeconds = null, DateTime? DataTime = null)
{
    internal Outcome<TimeCorrection> Correction =>
        Way == CorrectionWay.ByShift && ShiftSeconds is not (>= -MostSeconds and <= MostSeconds)
            ? new Problem("no-shift", "请给出更正量（秒，可为负）。", "shiftSeconds")
            : new TimeCorrection(Way, TimeSpan.FromSeconds(Math.Round(ShiftSeconds ?? 0)), DataTime is { } time ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : null);

    /// <summary>A thousand years: the clock of a logger may be set to anything.</summary>
    private const double MostSeconds = 1000 * 366 * 86_400.0;
}

/// <param name="Reason">Why they are not used; kept with the telegrams.</param>
/// <param name="Verdict">Which telegrams of the MN: Held, Quarantined or SetAside; not for a single one.</param>
public sealed record DiscardInput(string Reason, TelegramVerdict Verdict = TelegramVerdict.Held);

internal static class TelegramEndpoints
{
    public static void MapTelegrams(this RouteGroupBuilder api)
    {
        var telegrams = api.MapGroup("/telegrams").WithTags("报文");
        telegrams.MapGet("/", Search).WithMetadata(new AuditedUse("查看", "报文")).WithSummary("检索报文，最新在前；总数至多数到 10000");
        telegrams.MapGet("/{id:long}", Find).WithMetadata(new AuditedUse("查看", "报文")).WithSummary("一条报文");
        telegrams.MapPost("/replay", Replay).RequireAuthorization(TelemetryPermissions.ReplayTelegrams).WithSummary("重新判定并处理已收到的报文；可重复执行");
        telegrams.MapPost("/{id:long}/accept", (long id, AcceptInput input, ITelegramDecisions decisions, CancellationToken token) => Accept(TelegramChoice.One(id), input, decisions, token))
            .RequireAuthorization(TelemetryPermissions.DecideTelegrams).WithSummary("采纳一条时间可疑的报文（拆分的含其余各包）；原文不变");
        telegrams.MapPost("/{id:long}/discard", (long id, DiscardInput input, ITelegramDecisions decisions, CancellationToken token) => Decided(decisions.Discard(TelegramChoice.One(id), input.Reason, token)))
            .RequireAuthorization(TelemetryPermissions.DecideTelegrams).WithSummary("舍弃一条时间可疑、待登记或已搁置的报文；原文保留");

        var waiting = telegrams.MapGroup("/waiting").AddEndpointFilter(MnInPath.Check);
        waiting.MapGet("/", (TelegramVerdict? verdict, ITelegramLog log, CancellationToken token) => log.Waiting(verdict ?? TelegramVerdict.Held, token))
            .WithSummary("按 MN 汇总等待处置的报文（verdict：Held、Quarantined、SetAside），最近的在前，至多 200 个");
        waiting.MapPost("/{mn}/accept", (string mn, AcceptInput input, ITelegramDecisions decisions, CancellationToken token) => Accept(TelegramChoice.AllOf(mn, TelegramVerdict.Held), input, decisions, token))
            .RequireAuthorization(TelemetryPermissions.DecideTelegrams).WithSummary("采纳一个 MN 的全部时间可疑报文；原文不变");
        waiting.MapPost("/{mn}/discard", (string mn, DiscardInput input, ITelegramDecisions decisions, CancellationToken token) => Decided(decisions.Discard(TelegramChoice.AllOf(mn, input.Verdict), input.Reason, token)))
            .RequireAuthorization(TelemetryPermissions.DecideTelegrams).WithSummary("舍弃一个 MN 的全部时间可疑、待登记或已搁置的报文；原文保留");
    }

    private static async Task<Results<Ok<DecisionReport>, ProblemHttpResult>> Accept(TelegramChoice choice, AcceptInput input, ITelegramDecisions decisions, CancellationToken token) =>
        input.Correction is { IsOk: true, Value: var correction } ? await Decided(decisions.Accept(choice, correction!, input.Reason, token)) : Problems.Of(input.Correction.Problem!);

    private static async Task<Results<Ok<DecisionReport>, ProblemHttpResult>> Decided(Task<Outcome<DecisionReport>> decision) =>
        await decision is { IsOk: true, Value: var report } ? TypedResults.Ok(report) : Problems.Of((await decision).Problem!);

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

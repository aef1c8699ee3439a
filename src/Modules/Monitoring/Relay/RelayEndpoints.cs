using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Relay;

internal static class RelayEndpoints
{
    public static void MapRelay(this RouteGroupBuilder api)
    {
        var relay = api.MapGroup("/relay").WithTags("上级平台转发");
        relay.MapGet("/", async (IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token) =>
            (await directory.All(token)).Select(status => RelayView.Of(status, registry.Current))).WithSummary("全部上级平台及其连接、积压和最近错误");
        relay.MapGet("/{id:int}", Find).WithSummary("一个上级平台");
        relay.MapGet("/{id:int}/events", (int id, int? take, IRelayDirectory directory, CancellationToken token) =>
            directory.Events(id, Math.Clamp(take ?? 100, 1, 500), token)).WithSummary("连接、拒绝、下发命令等事件，最新在前，至多保留 500 条");
        relay.MapPost("/", Add).RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("登记上级平台");
        relay.MapPut("/{id:int}", Change).RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("修改登记；密码和密钥为 null 表示不变");
        relay.MapDelete("/{id:int}", async (int id, IRelayDirectory directory, CancellationToken token) => Nothing(await directory.Remove(id, token)))
            .RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("删除登记；积压不再转发");
        relay.MapPost("/{id:int}/pause", async (int id, IRelayDirectory directory, CancellationToken token) => Nothing(await directory.Enable(id, false, token)))
            .RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("暂停转发；报文留作积压");
        relay.MapPost("/{id:int}/resume", async (int id, IRelayDirectory directory, CancellationToken token) => Nothing(await directory.Enable(id, true, token)))
            .RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("恢复转发，从积压的第一条起");
        relay.MapPost("/{id:int}/test", Test).RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("测试连接；不发送报文");
        relay.MapPut("/{id:int}/devices/{mn}/hold", Hold).RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("暂缓转发一台数采仪；其报文留作积压，其余照常");
        relay.MapDelete("/{id:int}/devices/{mn}/hold", Release).RequireAuthorization(TelemetryPermissions.EditRelay).WithSummary("恢复转发一台数采仪，先补发积压");
    }

    private static async Task<Results<Ok<RelayView>, ProblemHttpResult>> Find(int id, IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token) =>
        await directory.Find(id, token) is { } status ? TypedResults.Ok(RelayView.Of(status, registry.Current)) : NotFound(id);

    private static async Task<Results<Created<RelayView>, ProblemHttpResult>> Add(RelayInput input, IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token)
    {
        var platform = input.Apply(null, registry.Current);
        var saved = platform.IsOk ? await directory.Save(platform.Value, token) : platform;
        return saved.IsOk && await directory.Find(saved.Value.Id, token) is { } status
            ? TypedResults.Created($"/api/v1/relay/{saved.Value.Id}", RelayView.Of(status, registry.Current))
            : Problems.Of(saved.Problem!);
    }

    private static async Task<Results<Ok<RelayView>, ProblemHttpResult>> Change(int id, RelayInput input, IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token)
    {
        if (await directory.Find(id, token) is not { } old)
            return NotFound(id);
        var platform = input.Apply(old.Platform, registry.Current);
        var saved = platform.IsOk ? await directory.Save(platform.Value, token) : platform;
        return saved.IsOk && await directory.Find(id, token) is { } status ? TypedResults.Ok(RelayView.Of(status, registry.Current)) : Problems.Of(saved.Problem!);
    }

    private static async Task<Results<Ok<RelayTestResult>, ProblemHttpResult>> Test(int id, IRelayDirectory directory, CancellationToken token)
    {
        if (await directory.Find(id, token) is not { } status)
            return NotFound(id);
        var tested = await directory.Test(status.Platform, token);
        return TypedResults.Ok(new RelayTestResult(tested.IsOk, tested.Value ?? tested.Problem!.Message));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Hold(int id, string mn, RelayHoldInput input, IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token) =>
        registry.Current.DeviceByMn.TryGetValue(mn, out var device) ? Nothing(await directory.Hold(id, device.Id, input.Reason, token)) : Problems.NotFound($" MN 为 {mn} 的数采仪");

    private static async Task<Results<NoContent, ProblemHttpResult>> Release(int id, string mn, IRelayDirectory directory, IDeviceRegistry registry, CancellationToken token) =>
        registry.Current.DeviceByMn.TryGetValue(mn, out var device) ? Nothing(await directory.Release(id, device.Id, token)) : Problems.NotFound($" MN 为 {mn} 的数采仪");

    private static Results<NoContent, ProblemHttpResult> Nothing<T>(Outcome<T> outcome) => outcome.IsOk
        ? TypedResults.NoContent()
        : Problems.Of(outcome.Problem, outcome.Problem.Code == "not-found" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);

    private static ProblemHttpResult NotFound(int id) => Problems.NotFound($"编号为 {id} 的上级平台");
}

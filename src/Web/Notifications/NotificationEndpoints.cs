using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Notifications.Push;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Notifications;

/// <summary>A subscription as <c>PushSubscription.toJSON()</c> gives it.</summary>
internal sealed record PushInput(string Endpoint, PushKeysInput Keys);

internal sealed record PushKeysInput(string P256dh, string Auth);

internal sealed record PushView(int Id, string Agent, DateTime At);

internal sealed record MuteInput(bool IsMuted);

internal sealed record PushKeyView(string PublicKey);

internal sealed record DeliveryView(long Id, ChannelKind Channel, string Address, string Title, DeliveryState State, int Attempts, string Error, DateTime At, DateTime? SentAt);

/// <summary>One's own browsers and phones, and the delivery log.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/v1/me/notifications").WithTags("通知").RequireAuthorization(Permissions.Any).DisableAntiforgery();
        own.MapGet("/push-key", async (PushKeys keys, CancellationToken token) => new PushKeyView(await keys.PublicKey(token))).WithSummary("浏览器订阅推送所用的公钥（VAPID）");
        own.MapGet("/push", async (PushSubscriptions pushes, CancellationToken token) => Actor.Current.AccountId is { } account ? (await pushes.Of(account, token)).Select(View) : []).WithSummary("我订阅推送的设备");
        own.MapPost("/push", Subscribe).WithSummary("登记一个浏览器或手机的推送订阅（PushSubscription.toJSON）");
        own.MapDelete("/push/{id:int}", async (int id, PushSubscriptions pushes, CancellationToken token) =>
            Actor.Current.AccountId is { } account && await pushes.Remove(account, id, token) ? Results.NoContent() : Problems.NotFound("这个订阅")).WithSummary("取消一个订阅");
        own.MapPut("/sound", async (MuteInput input, NotificationPreferences preferences, CancellationToken token) =>
        {
            if (Actor.Current.AccountId is { } account)
                await preferences.Mute(account, input.IsMuted, token);
            return Results.NoContent();
        }).WithSummary("打开或关闭我的报警声音");

        var log = app.MapGroup("/api/v1/deliveries").WithTags("通知").RequireAuthorization(Permissions.ViewDeliveries).DisableAntiforgery();
        log.MapGet("/", async (ChannelKind? channel, DeliveryState? state, string? q, int? skip, int? take, DeliveryLog deliveries, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            var page = await deliveries.Search(channel, state, q, first, count, token);
            return new Page<DeliveryView>([.. page.Items.Select(one => new DeliveryView(one.Id, one.Channel, one.Address, one.Title, one.State, one.Attempts, one.Error, one.At, one.SentAt))], page.Total);
        }).WithSummary("发送记录，最新在前");
        log.MapGet("/channels", (DeliveryLog deliveries, CancellationToken token) => deliveries.Channels(token)).WithSummary("各通知方式的状态");
        log.MapPost("/{id:long}/retry", async (long id, DeliveryLog deliveries, CancellationToken token) => await deliveries.Retry(id, token) ? Results.NoContent() : Problems.NotFound("可以重发的这条记录")).WithSummary("重发");
    }

    private static async Task<Results<Ok<PushView>, ProblemHttpResult>> Subscribe(PushInput input, HttpRequest request, PushSubscriptions pushes, CancellationToken token)
    {
        if (Actor.Current.AccountId is not { } account)
            return Problems.Bad("no-account", "请登录后再订阅。");
        var added = await pushes.Add(account, input.Endpoint ?? "", input.Keys?.P256dh ?? "", input.Keys?.Auth ?? "", request.Headers.UserAgent.ToString(), token);
        return added.IsOk ? TypedResults.Ok(View(added.Value)) : Problems.Of(added.Problem);
    }

    private static PushView View(PushSubscription one) => new(one.Id, one.Agent, one.At);
}

using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Messages;

/// <summary>One's own messages for programs, such as the phone's.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/messages").WithTags("消息").RequireAuthorization(Permissions.Any).DisableAntiforgery();
        api.MapGet("/", async (bool? unread, int? skip, int? take, MessageCentre messages, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return Actor.Current.AccountId is { } account ? await messages.Of(account, unread ?? false, first, count, token) : new Page<Message>([], 0);
        }).WithSummary("我的消息，最新在前");
        api.MapPost("/read", async (long? id, MessageCentre messages, CancellationToken token) =>
        {
            if (Actor.Current.AccountId is { } account)
                await messages.Read(account, id, token);
            return Results.NoContent();
        }).WithSummary("标为已读；不给 id 为全部");
    }
}

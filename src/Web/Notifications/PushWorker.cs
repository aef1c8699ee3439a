using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Notifications;

/// <summary>The service worker is served from the root: a worker has power over what lies below its own address only.</summary>
internal static class PushWorker
{
    public static void MapPushWorker(this IEndpointRouteBuilder app) =>
        app.MapGet("/push-worker.js", () => Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("push-worker.js")!, "text/javascript")).AllowAnonymous().ExcludeFromDescription();
}

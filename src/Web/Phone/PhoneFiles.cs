using System.Reflection;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Phone;

/// <summary>What makes the product an app of a phone: manifest, icons, the service worker and what it shows without a network. At the root, for a worker has power over what lies below its own address only.</summary>
internal static class PhoneFiles
{
    public static void MapPhoneFiles(this IEndpointRouteBuilder app) => app.MapEmbeddedFiles(Assembly.GetExecutingAssembly(), "phone/", "");
}

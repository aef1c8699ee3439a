using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace EcoPark.Web.Phone;

/// <summary>What makes the product an app of a phone: manifest, icons, the service worker and what it shows without a network. At the root, for a worker has power over what lies below its own address only.</summary>
internal static class PhoneFiles
{
    private const string Folder = "phone/";

    public static void MapPhoneFiles(this IEndpointRouteBuilder app)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var types = new FileExtensionContentTypeProvider();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            types.TryGetContentType(name, out var type);
            app.MapGet("/" + name[Folder.Length..], () => Results.Stream(assembly.GetManifestResourceStream(name)!, type)).AllowAnonymous().ExcludeFromDescription();
        }
    }
}

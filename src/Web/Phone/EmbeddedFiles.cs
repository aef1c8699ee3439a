using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace EcoPark.Web.Phone;

/// <summary>Serves files that are built into an assembly. They hold nothing of anybody and are there for everybody.</summary>
public static class EmbeddedFiles
{
    /// <param name="folder">What the names of the resources begin with.</param>
    /// <param name="root">Address below which they stand.</param>
    /// <param name="index">The file that is the root's own; <see langword="null"/> for none.</param>
    public static void MapEmbeddedFiles(this IEndpointRouteBuilder app, Assembly assembly, string folder, string root, string? index = null)
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            var name = resource[folder.Length..];
            types.TryGetContentType(name, out var type);
            app.MapGet(name == index ? root : $"{root}/{name}", (HttpResponse answer) =>
            {
                answer.Headers.CacheControl = "no-cache"; // A page and its scripts are of one version.
                return Results.Stream(assembly.GetManifestResourceStream(resource)!, type);
            }).AllowAnonymous().ExcludeFromDescription();
        }
    }
}

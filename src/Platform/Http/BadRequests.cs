using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Http;

/// <summary>What cannot be read, or lacks what it must have, is refused with words before anybody works with it.</summary>
public static class BadRequests
{
    private const string Said = "请求缺少必填项，或格式不对，没有执行。请对照接口说明（/api）检查。";

    public static void AddBadRequests(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolver =
            (json.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Demand));
    }

    public static IApplicationBuilder UseBadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Problems.Of(new Problem("bad-request", Said), bad.StatusCode).ExecuteAsync(context).ConfigureAwait(false);
        }
    });

    /// <summary>A text or list without which a record cannot be made is demanded, and is not null.</summary>
    private static void Demand(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter && !parameter.ParameterType.IsValueType)
                (property.IsRequired, property.IsSetNullable) = (true, false);
        }
    }
}

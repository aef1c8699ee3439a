using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Web.Records;

/// <summary>The record type that an address names: one set of routes serves all of them.</summary>
internal readonly record struct RecordRoute(RecordType Type)
{
    private const string Parameter = "type";

    /// <summary>Of an address whose route has the constraint <see cref="RecordTypeConstraint"/>.</summary>
    public static ValueTask<RecordRoute> BindAsync(HttpContext context) => ValueTask.FromResult(new RecordRoute(Of(context)!));

    /// <summary>Asks for a permission on the address' own type.</summary>
    public static void Require(AuthorizationPolicyBuilder policy, Func<RecordType, string> permission) => policy.RequireAuthenticatedUser()
        .RequireAssertion(asked => asked.Resource is HttpContext http && Of(http) is { } type && asked.User.HasClaim(PermissionPolicies.Claim, permission(type)));

    private static RecordType? Of(HttpContext context) =>
        context.Request.RouteValues[Parameter] is string name ? context.RequestServices.GetRequiredService<RecordTypes>().Find(name) : null;
}

/// <summary>Addresses of types that are not there match nothing.</summary>
internal sealed class RecordTypeConstraint(RecordTypes types) : IRouteConstraint
{
    public const string Name = "record";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string name && types.Find(name) is not null;
}

using EcoPark.Platform.Http;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>Says of an MN in a path that nobody can have it, whatever stands there: a slash, which stays encoded, a blank, Chinese.</summary>
internal static class MnInPath
{
    public static ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("mn") is string mn && !DeviceRules.IsMn(mn) ? ValueTask.FromResult<object?>(Problems.Of(DeviceRules.BadMn)) : next(context);
}

using System.Text;
using EcoPark.Platform.Data;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>Says of an endpoint that its use is logged, though it changes no record.</summary>
/// <param name="Action">查看, 重放 …</param>
/// <param name="Subject">Of what.</param>
public sealed record AuditedUse(string Action, string Subject);

/// <summary>
/// Logs what leaves the house and who was refused: every file that is given out, whatever endpoint gives it, before its first byte; every use that is named
/// (<see cref="AuditedUse"/>); every token given or denied; every 403, and every 404 of somebody signed in.
/// </summary>
public static partial class AuditTrail
{
    /// <summary>Stands before authentication, which answers the token endpoint's refusals by itself.</summary>
    public static IApplicationBuilder UseAuditTrail(this IApplicationBuilder app)
    {
        var refusals = app.ApplicationServices.GetRequiredService<Refusals>();
        var (audit, logger) = (app.ApplicationServices.GetRequiredService<AuditLog>(), app.ApplicationServices.GetRequiredService<ILogger<AuditLog>>());
        return app.Use(async (context, next) =>
        {
            using var noting = AuditLog.Watch();
            context.Response.OnStarting(() => Leaves(context, audit, noting));
            await next(context).ConfigureAwait(false);
            try
            {
                if (Refused(context) is { } subject && refusals.Take(Key(context)) is { } rest)
                    await Write(context, audit, AuditLog.Refusal, subject, $"{context.Response.StatusCode} {context.Request.Method} {Address(context)}{rest}").ConfigureAwait(false);
            }
            catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
            {
                LogUnwritten(logger, context.Request.Path, exception); // Nothing was given out, and the answer has gone.
            }
        });
    }

    private static async Task Leaves(HttpContext context, AuditLog audit, AuditLog.Watching noting)
    {
        if (context.Response.StatusCode is < 200 or > 299)
            return;
        if (context.Request.Path == OpenIdRegistration.TokenAddress)
            await Write(context, audit, "发放令牌", "接口程序", Address(context)).ConfigureAwait(false);
        else if (context.GetEndpoint()?.Metadata.GetMetadata<AuditedUse>() is { } use)
            await Write(context, audit, use.Action, use.Subject, Address(context)).ConfigureAwait(false);
        else if (context.Response.Headers.ContentDisposition.Count > 0 && !noting.HasExport)
            await Write(context, audit, "导出", "文件", Address(context)).ConfigureAwait(false);
    }

    /// <summary>What was refused; <see langword="null"/> where nothing was.</summary>
    private static string? Refused(HttpContext context)
    {
        var isToken = context.Request.Path == OpenIdRegistration.TokenAddress;
        return context.Response.StatusCode switch
        {
            >= 400 and < 500 when isToken => "接口程序",
            StatusCodes.Status401Unauthorized when context.Request.Headers.Authorization.Count > 0 => "令牌",
            StatusCodes.Status403Forbidden => "权限",
            StatusCodes.Status404NotFound when SessionCookie.ActorOf(context.User, "").AccountId is not null && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) => "资料",
            StatusCodes.Status302Found when context.Response.Headers.Location.ToString().Contains("/no-permission", StringComparison.Ordinal) => "权限",
            _ => null,
        };
    }

    private static async Task Write(HttpContext context, AuditLog audit, string action, string subject, string detail)
    {
        using var turn = Actor.As(SessionCookie.ActorOf(context.User, context.Connection.RemoteIpAddress?.ToString() ?? ""));
        await audit.Write(action, subject, subject == "接口程序" ? ClientOf(context) : context.Request.Path.Value ?? "", detail, CancellationToken.None).ConfigureAwait(false);
    }

    private static string Address(HttpContext context)
    {
        var address = context.Request.Path + context.Request.QueryString.Value;
        return address.Length > 1_000 ? address[..1_000] : address;
    }

    private static string Key(HttpContext context) => SessionCookie.ActorOf(context.User, "").AccountId is { } account ? $"a{account}" : $"r{context.Connection.RemoteIpAddress}";

    /// <summary>The program that asked for a token, as it named itself.</summary>
    private static string ClientOf(HttpContext context)
    {
        if (context.Request.HasFormContentType && context.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form is { } form && form.TryGetValue("client_id", out var named))
            return named.ToString();
        var header = context.Request.Headers.Authorization.ToString();
        var basic = new byte[header.Length];
        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(header[6..], basic, out var length)
            ? Encoding.UTF8.GetString(basic, 0, length).Split(':')[0] : "";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A refusal of {Path} could not be written to the audit log.")]
    private static partial void LogUnwritten(ILogger logger, string path, Exception exception);
}

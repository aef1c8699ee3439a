using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Http;

/// <summary>What a request is answered while the database is away: 503 with one honest line, never a stack trace, never a redirect to the sign-in page.</summary>
public static class DatabaseOutage
{
    private const int RetryAfterSeconds = 10;

    /// <summary>“数据库暂时不可用，数据截至 …”, the same line everywhere.</summary>
    public static string Line(DatabaseState state) =>
        string.Create(CultureInfo.InvariantCulture, $"数据库暂时不可用，数据截至 {ParkTime.FromUtc(state.AnsweredAt):yyyy-MM-dd HH:mm:ss}。");

    /// <summary>Stands before everything that asks the database.</summary>
    public static IApplicationBuilder UseDatabaseOutage(this IApplicationBuilder app)
    {
        var state = app.ApplicationServices.GetRequiredService<DatabaseState>();
        return app.Use(async (context, next) =>
        {
            try
            {
                await next(context).ConfigureAwait(false);
            }
            catch (Exception exception) when (!context.Response.HasStarted && DatabaseTrouble.IsOne(exception))
            {
                state.Failed(exception);
                await Answer(context, Line(state)).ConfigureAwait(false);
            }
        });
    }

    private static async Task Answer(HttpContext context, string line)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            await Problems.Of(new Problem("database-unavailable", line + "平台会自动恢复，请稍后重试；本次请求没有执行。"), StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="{RetryAfterSeconds}"><title>数据库暂时不可用</title></head>
            <body><h1>{line}</h1><p>数采仪的报文在数据库恢复前不作应答，恢复后由数采仪重发，不会丢失。本页每 {RetryAfterSeconds} 秒自动重试。</p></body></html>
            """).ConfigureAwait(false);
    }
}

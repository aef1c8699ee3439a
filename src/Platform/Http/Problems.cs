using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EcoPark.Platform.Http;

/// <summary>Expected failures as RFC 9457 problems: Chinese detail for people, a stable code for programs.</summary>
public static class Problems
{
    /// <summary>An expected failure.</summary>
    public static ProblemHttpResult Of(Problem problem, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Problem(problem.Message, statusCode: status, title: "请求未能完成", extensions: new Dictionary<string, object?> { ["code"] = problem.Code, ["field"] = problem.Field });

    /// <summary>Bad input.</summary>
    public static ProblemHttpResult Bad(string code, string message, string? field = null) => Of(new Problem(code, message, field));

    /// <summary>There is no such thing, or not for the caller.</summary>
    public static ProblemHttpResult NotFound(string what) => Of(new Problem("not-found", $"没有{what}。"), StatusCodes.Status404NotFound);

    /// <summary>Cuts a page request to what the server will do at once.</summary>
    public static (int Skip, int Take) Page(int? skip, int? take) => (Math.Max(0, skip ?? 0), Math.Clamp(take ?? 50, 1, 500));
}

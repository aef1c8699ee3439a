namespace EcoPark.Platform.Security;

/// <summary>On whose behalf the running code acts. It flows with the request, the page's connection or the job. Until somebody says who, it is nobody.</summary>
/// <param name="AccountId">Account; <see langword="null"/> for the platform itself and for people who have not signed in.</param>
/// <param name="Name">Shown in records and in the audit log.</param>
/// <param name="EnterpriseId">Data scope: one enterprise alone; <see langword="null"/> for the whole park.</param>
/// <param name="Remote">Address it comes from.</param>
/// <param name="Permissions">What they may do; <see langword="null"/> for the platform itself, which may do everything.</param>
public sealed record Actor(int? AccountId, string Name, int? EnterpriseId, string Remote, IReadOnlySet<string>? Permissions)
{
    /// <summary>Program that acts as the account; empty for a person.</summary>
    public string Program { get; init; } = "";

    /// <summary>The platform's own jobs.</summary>
    public static readonly Actor System = new(null, "系统", null, "", null);

    /// <summary>Has signed in nowhere: may nothing, and no record lies within its scope.</summary>
    public static readonly Actor Nobody = new(null, "未登录", NoEnterprise, "", new HashSet<string>());

    /// <summary>Ids begin at 1.</summary>
    private const int NoEnterprise = 0;

    private static readonly AsyncLocal<Actor?> Running = new();

    /// <summary>Fails closed: who forgets to say who acts, acts as nobody.</summary>
    public static Actor Current => Running.Value ?? Nobody;

    public bool May(string permission) => Permissions is null || Permissions.Contains(permission);

    /// <summary>Acts on behalf of <paramref name="actor"/> from here on down the flow.</summary>
    public static void Become(Actor actor) => Running.Value = actor;

    /// <summary>Acts on behalf of <paramref name="actor"/> until the result is disposed of.</summary>
    public static Turn As(Actor actor)
    {
        var before = Running.Value;
        Running.Value = actor;
        return new Turn(before);
    }

    /// <summary>Gives the flow back to who acted before.</summary>
    public readonly struct Turn(Actor? before) : IDisposable
    {
        public void Dispose() => Running.Value = before;
    }
}

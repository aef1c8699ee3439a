namespace EcoPark.Platform.Security;

/// <summary>On whose behalf the running code acts. It flows with the request or the page's connection; jobs of the platform act as <see cref="System"/>.</summary>
/// <param name="AccountId">Account; <see langword="null"/> for the platform itself and for people who have not signed in.</param>
/// <param name="Name">Shown in records and in the audit log.</param>
/// <param name="EnterpriseId">Data scope: one enterprise alone; <see langword="null"/> for the whole park.</param>
/// <param name="Remote">Address it comes from.</param>
/// <param name="Permissions">What they may do; <see langword="null"/> for the platform itself, which may do everything.</param>
public sealed record Actor(int? AccountId, string Name, int? EnterpriseId, string Remote, IReadOnlySet<string>? Permissions = null)
{
    /// <summary>The platform's own jobs.</summary>
    public static readonly Actor System = new(null, "系统", null, "");

    private static readonly AsyncLocal<Actor?> Running = new();

    public static Actor Current => Running.Value ?? System;

    public bool May(string permission) => Permissions is null || Permissions.Contains(permission);

    /// <summary>Acts on behalf of <paramref name="actor"/> from here on down the flow.</summary>
    public static void Become(Actor actor) => Running.Value = actor;
}

namespace EcoPark.Platform.Security;

/// <summary>How a service asks whether who acts may do what they want: a page or an endpoint that forgets to ask cannot let anybody in.</summary>
public static class Rights
{
    /// <param name="permission">Name of the permission.</param>
    /// <param name="what">What it is for, as in 没有…的权限.</param>
    /// <returns><see langword="null"/> where it is permitted.</returns>
    public static Problem? Missing(string permission, string what) =>
        Actor.Current.May(permission) ? null : new Problem("forbidden", $"本账户没有{what}的权限，请联系安全管理员。");
}

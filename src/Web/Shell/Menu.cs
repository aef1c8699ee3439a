using System.Security.Claims;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using MudBlazor;

namespace EcoPark.Web.Shell;

/// <summary>The left menu: what modules have registered, and every record type of a chapter, for one person.</summary>
internal static class Menu
{
    /// <param name="entries">Registered by modules.</param>
    /// <param name="chapters">Registered by modules; what stands in none of them comes last.</param>
    /// <param name="types">Record types.</param>
    /// <param name="user">Sees what they may.</param>
    /// <param name="off">Items of appendix A that the park has switched off.</param>
    public static IReadOnlyList<IGrouping<string, MenuEntry>> For(IEnumerable<MenuEntry> entries, IEnumerable<MenuChapter> chapters, RecordTypes types, ClaimsPrincipal user, IReadOnlySet<string> off)
    {
        var order = chapters.GroupBy(chapter => chapter.Title).ToDictionary(group => group.Key, group => group.Min(chapter => chapter.Order));
        return [.. All(entries, types).Where(entry => May(user, entry.Permission) && !off.Contains(entry.Section)).GroupBy(entry => entry.Chapter).OrderBy(group => order.GetValueOrDefault(group.Key, int.MaxValue))];
    }

    /// <summary>What is registered, and the lists of records, which are pages too.</summary>
    public static IEnumerable<MenuEntry> All(IEnumerable<MenuEntry> entries, RecordTypes types) =>
        entries.Concat(types.All.Where(type => type.Chapter.Length > 0).Select(type => new MenuEntry(type.Chapter, type.Title, type.Href, Icons.Material.Outlined.Article, type.View, type.Order, type.Section)));

    public static bool May(ClaimsPrincipal user, string permission) => permission == Permissions.Records
        ? user.HasClaim(claim => claim.Type == PermissionPolicies.Claim && claim.Value.StartsWith(Permissions.Records + ".", StringComparison.Ordinal))
        : user.HasClaim(PermissionPolicies.Claim, permission);
}

using EcoPark.Platform.Records;
using EcoPark.Platform.Security;

namespace EcoPark.Web.Shell;

/// <summary>Pages of the menu as the global search finds them: by their title or by that of their chapter, those that begin with the words first.</summary>
public static class PageSearch
{
    public const string Kind = "页面";

    /// <param name="entries">Registered by modules.</param>
    /// <param name="types">Their lists are pages too.</param>
    /// <param name="actor">Finds what they may see.</param>
    /// <param name="off">Items of appendix A that the park has switched off.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<Found> Find(IEnumerable<MenuEntry> entries, RecordTypes types, Actor actor, IReadOnlySet<string> off, string text, int most) =>
    [
        .. Menu.All(entries, types)
            .Where(page => May(actor, page.Permission) && !off.Contains(page.Section) && (Rank(page.Title, text) < 2 || page.Chapter.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(page => Rank(page.Title, text)).ThenBy(page => page.Title.Length).Take(most)
            .Select(page => new Found(Kind, page.Title, page.Href)),
    ];

    /// <summary>0 where the title begins so, 1 where it holds it, 2 where it does not.</summary>
    private static int Rank(string title, string text) =>
        title.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : title.Contains(text, StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    private static bool May(Actor actor, string permission) => permission != Permissions.Records ? actor.May(permission)
        : actor.Permissions?.Any(one => one.StartsWith(Permissions.Records + ".", StringComparison.Ordinal)) != false;
}

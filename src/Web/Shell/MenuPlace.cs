namespace EcoPark.Web.Shell;

/// <summary>Which entry of the menu a page belongs to.</summary>
public static class MenuPlace
{
    /// <summary>The longest of the addresses that the page is, or lies below; <see langword="null"/> where it lies below none.</summary>
    /// <param name="hrefs">Of the entries.</param>
    /// <param name="path">Of the page, without what stands after the question mark.</param>
    public static string? Of(IEnumerable<string> hrefs, string path) => hrefs
        .Where(href => path.Equals(href, StringComparison.OrdinalIgnoreCase) || (href != "/" && path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase)))
        .MaxBy(href => href.Length);
}

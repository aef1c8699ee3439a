using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>Typing as people do: into what has the focus.</summary>
internal static class Typing
{
    /// <summary>Puts <paramref name="text"/> in place of what the field holds. A dialog that has just opened takes the focus once; keys pressed before that would go elsewhere.</summary>
    public static async Task Fill(this ILocator field, string text)
    {
        await field.WaitForAsync();
        await Expect(field.Page.Locator(".mud-dialog-container:not(:focus-within)")).ToHaveCountAsync(0);
        await field.FillAsync(text);
    }
}

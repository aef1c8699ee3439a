using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>Typing as people do: into what has the focus.</summary>
internal static class Typing
{
    private const int MostAttempts = 5;

    /// <summary>Puts <paramref name="text"/> in place of what the field holds. A dialog that has just opened takes the focus once; keys pressed before that would go elsewhere.</summary>
    public static async Task Fill(this ILocator field, string text)
    {
        await field.WaitForAsync();
        await Expect(field.Page.Locator(".mud-dialog-container:not(:focus-within)")).ToHaveCountAsync(0);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            await field.FillAsync(text);
            // A choice just made takes the focus back once it has arrived, and with it keys that were meant for this field: whoever sees that types again.
            if (await field.InputValueAsync() == text)
                return;
        }
    }
}

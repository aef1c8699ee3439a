using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>Whoever works with keys or a reader of the screen: WCAG 2.1, A and AA, by axe, on the pages of the menu in the demo park; of the lists of records, which are one page, some with filters of every kind.</summary>
[Collection(DemoPark.Name)]
public sealed class AxeTests(DemoServer demo, Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly string[] Lists = ["/records/park", "/records/enterprises", "/records/permit-limits", "/records/outlet-instruments", "/records/exemption-plans"];

    [Theory, InlineData("operator", 35, "/alarms/1", "/outlets/1", "/enterprises/1", "/records/enterprises/new"), InlineData("security", 2), InlineData("auditor", 1), InlineData("enterprise", 5)]
    public async Task No_page_of_the_menu_shuts_anybody_out(string user, int fewest, params string[] more)
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn(user, DemoServer.Password);
        await using var window = await chromium.Open(demo.Server, "/me", 1366, 768, client.Cookies.GetCookies(demo.Server.Http));
        await Expect(window.Find(".menu a[href='/me'], .menu a").First).ToBeAttachedAsync();
        var pages = (await window.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('.menu a[href]')].map(link => link.getAttribute('href')))]"))
            .Where(path => !path.StartsWith("/records/", StringComparison.Ordinal) || Lists.Contains(path)).Concat(more).ToList();
        pages.Count.ShouldBeGreaterThanOrEqualTo(fewest + more.Length);
        var bad = new List<string>();
        foreach (var path in pages.Append("/me"))
        {
            await window.Page.GotoAsync(path);
            await Expect(window.Find("h1").First).ToBeVisibleAsync();
            await Expect(window.Find(".mud-skeleton")).ToHaveCountAsync(0);
            await window.Page.AddStyleTagAsync(new() { Content = "* { transition: none !important; animation: none !important; }" });
            var result = await window.Page.RunAxe(Rules);
            bad.AddRange(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{path}: {rule.Id}: {node.Html}")));
        }

        bad.ShouldBeEmpty(string.Join("\n", bad));
    }
}

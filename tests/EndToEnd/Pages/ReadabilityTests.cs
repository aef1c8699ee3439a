using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>Whether people can read the pages: contrast in the dark theme (of the light one <see cref="AxeTests"/> ask), and large and small screens. In the demo park, which has something to read.</summary>
[Collection(DemoPark.Name)]
public sealed class ReadabilityTests(DemoServer demo, Servers servers, Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "/monitor/live", "/monitor/history", "/monitor/telegrams", "/monitor/devices", "/records/enterprises", "/records/enterprises/new", "/records/receptors/1", "/records/park/1",
        "/enterprises/1", "/conformity", "/todo", "/messages", "/dictionaries", "/me",
        "/alarms", "/alarms/statistics", "/outlets", "/quality/air/data",
    ];

    /// <summary>
    /// Contrast of every visible text with what lies behind it (WCAG 2.1, 1.4.3): 4.5 to 1, for large text 3 to 1. Colours that shine through are
    /// mixed. What cannot be used just now (disabled) is not asked for; neither are labels on the map's pixels.
    /// </summary>
    private const string Measure = """
        () => {
            const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const parse = text => {
                const parts = text.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
                if (parts) return [+parts[1], +parts[2], +parts[3], parts[4] === undefined ? 1 : +parts[4]];
                // In the middle of an animation of a mixed colour, which the canvas does not always understand.
                const mixed = text.match(/^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.e+-]+))?\)$/);
                if (mixed) return [+mixed[1] * 255, +mixed[2] * 255, +mixed[3] * 255, mixed[4] === undefined ? 1 : +mixed[4]];
                canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
                const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
                return [r, g, b, a / 255];
            };
            const over = (top, below) => { const a = top[3]; return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a)).concat(1); };
            const behind = element => {
                const layers = [];
                for (let one = element; one; one = one.parentElement) {
                    const colour = parse(getComputedStyle(one).backgroundColor);
                    if (colour[3] > 0) layers.push(colour);
                    if (colour[3] === 1) break;
                }
                return layers.reverse().reduce((below, layer) => over(layer, below), parse(getComputedStyle(document.body).backgroundColor));
            };
            const opacity = element => { let all = 1; for (let one = element; one; one = one.parentElement) all *= +getComputedStyle(one).opacity; return all; };
            const light = colour => { const [r, g, b] = colour.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const bad = new Map();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
                if (!text || element.closest("script, style, noscript, [disabled], .mud-disabled, .map") || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
                const box = element.getBoundingClientRect();
                if (box.width < 2 || box.height < 2) continue;
                const style = getComputedStyle(element), back = behind(element), front = parse(style.color);
                front[3] *= opacity(element);
                const [a, b] = [light(over(front, back)), light(back)].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05), size = parseFloat(style.fontSize);
                const isLarge = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
                if (ratio < (isLarge ? 3 : 4.5)) bad.set(`${element.tagName}.${element.className} ${style.color} on ${back.slice(0, 3).map(Math.round)}: ${ratio.toFixed(2)}`, text.slice(0, 20));
            }
            return [...bad].map(([what, text]) => `${what} “${text}”`);
        }
        """;

    [Fact]
    public async Task Text_stands_out_from_what_is_behind_it_in_the_dark_theme()
    {
        var server = demo.Server;
        using var client = new SignInClient(server.Http);
        await client.SignIn("operator", DemoServer.Password);
        var bad = new List<string>();
        await using var window = await chromium.Open(server, "/me", 1366, 768, client.Cookies.GetCookies(server.Http));
        await window.Page.EvaluateAsync("localStorage.setItem('ecopark.theme', 'dark')");
        foreach (var page in Pages)
        {
            await window.Page.GotoAsync(page);
            await Expect(window.Find("h1")).ToBeVisibleAsync();
            await Expect(window.Find(".mud-skeleton")).ToHaveCountAsync(0);
            await Expect(window.Find("body")).ToHaveCSSAsync("background-color", "rgb(17, 25, 27)");
            await window.Page.AddStyleTagAsync(new() { Content = "* { transition: none !important; animation: none !important; }" });
            bad.AddRange((await window.Page.EvaluateAsync<string[]>(Measure)).Select(one => $"{page}: {one}"));
        }

        bad.ShouldBeEmpty(string.Join("\n", bad));
    }

    [Theory]
    [InlineData("/monitor/live"), InlineData("/records/enterprises"), InlineData("/records/enterprises/new"), InlineData("/conformity")]
    public async Task Letters_grow_with_the_screen_and_nothing_is_cut_off(string path)
    {
        var server = await servers.On(Database.Sqlite);
        foreach (var (width, height, letters) in new[] { (390, 844, 13), (1366, 768, 13), (1920, 1080, 13), (2560, 1440, 18), (3840, 2160, 24) })
        {
            await using var window = await chromium.Open(server, path, width, height);
            await Expect(window.Find("h1")).ToBeVisibleAsync();
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{path} at {width}");
            (await window.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.page-header p')).fontSize)")).ShouldBeGreaterThanOrEqualTo(letters, $"{path} at {width}");
        }
    }
}

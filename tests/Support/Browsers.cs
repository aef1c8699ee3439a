using Microsoft.Playwright;

namespace EcoPark.Support;

/// <summary>The system's Chromium.</summary>
public static class Browsers
{
    /// <summary>Notes in <c>window.heard</c> every tone that a page asks the browser for. The browser lets pages sound at once; people's do not before the first click.</summary>
    public const string Ears = """
        window.heard = [];
        // A page that is driven counts as one that somebody has clicked; here only a click counts.
        let clicked = false;
        addEventListener("pointerdown", () => clicked = true, { capture: true });
        Object.defineProperty(navigator, "userActivation", { get: () => ({ hasBeenActive: clicked }) });
        window.AudioContext = class extends AudioContext { constructor() { super(); this.suspend(); } };
        const make = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () {
            const oscillator = make.call(this);
            const start = oscillator.start.bind(oscillator);
            oscillator.start = at => { window.heard.push({ pitch: oscillator.frequency.value, at: Date.now() }); start(at); };
            return oscillator;
        };
        """;

    /// <summary>Where those who use the park's pages are.</summary>
    public const string ParkZone = "Asia/Shanghai";

    public static async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var program = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("没有找到 Chromium：请安装 chromium（apt-get install chromium）。");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return (playwright, browser);
    }

    /// <summary>A fresh window of the server's operator.</summary>
    public static async Task<IBrowserContext> OpenContext(this IBrowser browser, TestServer server, int width, int height, System.Net.CookieCollection cookies, string zone = ParkZone)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", TimezoneId = zone, BaseURL = server.Http.ToString() });
        context.SetDefaultTimeout(45_000);
        await context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = server.Http.ToString() }));
        return context;
    }
}

using EcoPark.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EcoPark.EndToEnd.Pages.Chromium))]

namespace EcoPark.EndToEnd.Pages;

/// <summary>The system's Chromium, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(Start);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh window; what the page reports as an error fails the test at its end.</summary>
    public Task<Window> Open(ServerProcess server, string path, int width = 1366, int height = 768) => Open(server, path, width, height, server.Cookies);

    /// <summary>A fresh window of somebody who has not signed in.</summary>
    public Task<Window> OpenSignedOut(ServerProcess server, string path) => Open(server, path, 1366, 768, []);

    private async Task<Window> Open(ServerProcess server, string path, int width, int height, System.Net.CookieCollection cookies)
    {
        var context = await (await _browser.Value).Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", BaseURL = server.Http.ToString() });
        context.SetDefaultTimeout(20_000);
        await context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = server.Http.ToString() }));
        var window = new Window(context, await context.NewPageAsync());
        await window.Page.GotoAsync(path);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_browser.IsValueCreated)
            return;
        var (playwright, browser) = await _browser.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("没有找到 Chromium：请安装 chromium（apt-get install chromium）。");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return (playwright, browser);
    }
}

/// <summary>A browser window.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    public ILocator Find(string selector) => Page.Locator(selector);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _errors.ShouldBeEmpty("errors in the browser's console");
    }
}

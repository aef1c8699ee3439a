using EcoPark.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EcoPark.EndToEnd.Pages.Chromium))]

namespace EcoPark.EndToEnd.Pages;

/// <summary>The system's Chromium, started once.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(Browsers.Start);

    public ValueTask InitializeAsync()
    {
        // Server, browser and database share two cores: what a page shows is waited for as long as it takes to answer there.
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout(45_000);
        return ValueTask.CompletedTask;
    }

    /// <summary>A fresh window; what the page reports as an error fails the test at its end.</summary>
    public Task<Window> Open(TestServer server, string path, int width = 1366, int height = 768) => Open(server, path, width, height, server.Cookies);

    /// <summary>A fresh window of somebody who has not signed in.</summary>
    public Task<Window> OpenSignedOut(TestServer server, string path) => Open(server, path, 1366, 768, []);

    /// <summary>A fresh window of somebody else who has signed in.</summary>
    public Task<Window> Open(TestServer server, string path, System.Net.CookieCollection cookies) => Open(server, path, 1366, 768, cookies);

    /// <summary>A fresh window of whoever the cookies say.</summary>
    public async Task<Window> Open(TestServer server, string path, int width, int height, System.Net.CookieCollection cookies, string zone = Browsers.ParkZone)
    {
        var context = await (await _browser.Value).Browser.OpenContext(server, width, height, cookies, zone);
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
}

/// <summary>A browser window.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>
    /// What a page was still asking when it was left, and an event (a field that loses the focus) on its way while the server takes its element away, are nobody's error.
    /// Exceptions of handlers end the circuit and are reported as that.
    /// </summary>
    private static readonly string[] Harmless = ["connection being closed", "There is no event handler associated with this event."];

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Note(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Note(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>The test itself takes the network away: what the browser says of that is no error.</summary>
    public bool IsCutOff { get; set; }

    public ILocator Find(string selector) => Page.Locator(selector);

    private void Note(string error)
    {
        if (!Harmless.Any(text => error.Contains(text, StringComparison.Ordinal)))
            _errors.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (IsCutOff)
            return;
        _errors.ShouldBeEmpty("errors in the browser's console");
    }
}

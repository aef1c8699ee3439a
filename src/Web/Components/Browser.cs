using EcoPark.Platform.Audit;
using Microsoft.JSInterop;

namespace EcoPark.Web.Components;

/// <summary>What only the browser knows: remembered choices, the width of the window, the clipboard.</summary>
public sealed class Browser(IJSRuntime js, AuditLog audit) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public async Task<string?> Recall(string key) => await (await Module()).InvokeAsync<string?>("recall", key);

    public async Task Remember(string key, string value) => await (await Module()).InvokeVoidAsync("remember", key, value);

    /// <summary>Ctrl+K puts the cursor into this input.</summary>
    public async Task OnSearchKey(string selector) => await (await Module()).InvokeVoidAsync("onSearchKey", selector);

    /// <summary>Calls “Used” of a component, every half minute at most, while somebody touches mouse, keys or screen.</summary>
    public async Task OnUse<T>(DotNetObjectReference<T> listener)
        where T : class => await (await Module()).InvokeVoidAsync("onUse", listener);

    /// <summary>The theme has changed on the page: what draws by itself draws anew.</summary>
    public async Task Themed() => await (await Module()).InvokeVoidAsync("themed");

    public async Task Forget(string key) => await (await Module()).InvokeVoidAsync("forget", key);

    public async Task Print() => await (await Module()).InvokeVoidAsync("print");

    /// <summary>Prints once the page has what the selector finds; what was rendered before may be drawn later than it was asked for.</summary>
    public async Task Print(string selector) => await (await Module()).InvokeVoidAsync("printWith", selector);

    /// <summary>Gives the person a file that the page has made.</summary>
    public async Task Download(string name, byte[] content)
    {
        await audit.Write(AuditLog.Export, "页面文件", name, $"{content.Length} 字节", CancellationToken.None);
        using var stream = new DotNetStreamReference(new MemoryStream(content));
        await (await Module()).InvokeVoidAsync("download", name, stream);
    }

    /// <summary>Ends when the browser has answered all that was asked of it before.</summary>
    public async Task Settle() => await (await Module()).InvokeVoidAsync("settle");

    /// <summary>Brings an element into view, if it is not.</summary>
    public async Task Reveal(string selector) => await (await Module()).InvokeVoidAsync("reveal", selector);

    public async Task<bool> IsWide() => await (await Module()).InvokeAsync<bool>("isWide");

    public async Task Copy(string text) => await (await Module()).InvokeVoidAsync("copy", text);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The window was closed first; there is nothing left to release.
        }
    }

    private async Task<IJSObjectReference> Module() =>
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", "./_content/EcoPark.Web/js/browser.js");
}

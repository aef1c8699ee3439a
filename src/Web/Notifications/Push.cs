using Microsoft.JSInterop;

namespace EcoPark.Web.Notifications;

/// <summary>A subscription as the browser made it.</summary>
public sealed record BrowserSubscription(string Endpoint, string Key, string Secret);

/// <summary>Web Push of this browser.</summary>
public sealed class Push(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public async Task<bool> IsPossible() => await (await Module()).InvokeAsync<bool>("isPossible");

    /// <summary><see langword="null"/> where the person said no.</summary>
    public async Task<BrowserSubscription?> Subscribe(string publicKey) => await (await Module()).InvokeAsync<BrowserSubscription?>("subscribe", publicKey);

    public async Task Unsubscribe() => await (await Module()).InvokeVoidAsync("unsubscribe");

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

    private async Task<IJSObjectReference> Module() => _module ??= await js.InvokeAsync<IJSObjectReference>("import", "./_content/EcoPark.Web/js/push.js");
}

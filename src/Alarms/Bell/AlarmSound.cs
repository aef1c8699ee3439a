using EcoPark.Alarms;
using Microsoft.JSInterop;

namespace EcoPark.Alarms.Bell;

/// <summary>The tones of one open page.</summary>
public sealed class AlarmSound(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private DotNetObjectReference<AlarmSound>? _self;
    private bool _isLeft;

    /// <summary>The browser lets the page sound now, or no more.</summary>
    public event Action<bool>? UnlockedChanged;

    public async Task Begin()
    {
        _self = DotNetObjectReference.Create(this);
        var module = await js.InvokeAsync<IJSObjectReference>("import", "./_content/EcoPark.Alarms/js/alarm-sound.js");
        if (_isLeft)
        {
            await module.DisposeAsync(); // The page was left before its sound had come.
            return;
        }

        _module = module;
        await _module.InvokeVoidAsync("begin", _self);
    }

    /// <summary>Repeats the tone of a level; <see langword="null"/>, and blue, are silent.</summary>
    public async Task Play(AlarmLevel? level)
    {
        if (_module is not null)
            await _module.InvokeVoidAsync("play", level is { } urgent and <= AlarmLevel.Yellow ? (int)urgent : 0);
    }

    [JSInvokable]
    public void Unlocked(bool isUnlocked) => UnlockedChanged?.Invoke(isUnlocked);

    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        _self?.Dispose();
        try
        {
            if (_module is null)
                return;
            await _module.InvokeVoidAsync("end");
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The window was closed first; there is nothing left to silence.
        }
    }
}

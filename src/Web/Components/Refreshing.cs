using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;

namespace EcoPark.Web.Components;

/// <summary>
/// A page, or a part of one, that reads anew by itself. It acts as the person in front of it, ends with the page, and when reading fails it goes on showing
/// what it has and says until when that holds (<see cref="Stale"/>) instead of freezing without a word.
/// </summary>
public abstract partial class Refreshing : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private DateTime _freshAt;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    [Inject]
    protected PageActor PageActor { get; set; } = null!;

    [Inject]
    private DatabaseState Database { get; set; } = null!;

    [Inject]
    private ILoggerFactory Logging { get; set; } = null!;

    /// <summary>“数据截至 …，暂时无法刷新”; empty while reading succeeds.</summary>
    protected string Stale { get; private set; } = "";

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left { get; private set; }

    /// <summary>How often; <see langword="null"/> where something else tells that it is time (<see cref="Meanwhile"/>).</summary>
    protected virtual TimeSpan? Every => null;

    /// <summary>Reads anew what is shown; drawn afterwards.</summary>
    protected abstract Task Refresh();

    /// <inheritdoc/>
    public void Dispose()
    {
        Leave();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The page is left: give back what it has subscribed to.</summary>
    protected virtual void Leave()
    {
    }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        if (_freshAt == default)
            (_freshAt, Left) = (Clock.UtcNow(), _left.Token);
        return base.SetParametersAsync(parameters);
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && Every is { } every)
            _ = InvokeAsync(() => Follow(every));
    }

    /// <summary>Something happened elsewhere, in the flow of whoever made it happen: reads anew as the person in front of the page.</summary>
    protected void Meanwhile() => _ = RefreshNow();

    /// <summary>As <see cref="Meanwhile()"/>, and ends when it is drawn: who follows a stream waits for it, and is not drawn more often than there is time for.</summary>
    protected Task RefreshNow() => _left.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(() => Try(Refresh));

    /// <summary>
    /// Reads for the first time, in the flow of whoever opened the page. A part of a page that reads by this fails for itself alone: it says so, and tries again
    /// with <see cref="Every"/>.
    /// </summary>
    protected async Task First()
    {
        try
        {
            await Refresh();
        }
        catch (Exception) when (_left.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
#pragma warning disable CA1031 // Whatever it is: this part says that it has nothing yet, and tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(exception);
        }
    }

    private async Task Follow(TimeSpan every)
    {
        using var timer = new PeriodicTimer(every, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(Left))
                await Try(Refresh);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task Try(Func<Task> what)
    {
        PageActor.Become();
        try
        {
            await what();
            (_freshAt, Stale) = (Clock.UtcNow(), "");
        }
        catch (Exception) when (_left.IsCancellationRequested)
        {
            return; // The page was left meanwhile.
        }
#pragma warning disable CA1031 // Whatever it is: the page says that it stands still, and tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failed(exception);
        }

        StateHasChanged();
    }

    private void Failed(Exception exception)
    {
        var isAway = DatabaseTrouble.IsOne(exception);
        if (isAway)
            Database.Failed(exception);
        else
            LogFailed(Logging.CreateLogger(GetType()), exception);
        Stale = string.Create(CultureInfo.InvariantCulture, $"数据截至 {ParkTime.FromUtc(_freshAt):HH:mm:ss}，暂时无法刷新{(isAway ? "：数据库暂时不可用" : "")}，正在重试。");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not read anew.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

using EcoPark.Platform.Data;
using EcoPark.Platform.Http;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using MudBlazor;

namespace EcoPark.Web.Shell;

/// <summary>
/// Whatever a page fails with ends here and not the connection. A database that is away is said in one line, and the page opens by itself when it is back;
/// anything else is a fault of ours and told as such.
/// </summary>
public sealed partial class ParkBoundary : ErrorBoundaryBase, IDisposable
{
    [Inject]
    private DatabaseState Database { get; set; } = null!;

    [Inject]
    private ILogger<ParkBoundary> Logger { get; set; } = null!;

    public void Dispose() => Database.Changed -= Returned;

    /// <inheritdoc/>
    protected override void OnInitialized() => Database.Changed += Returned;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        if (DatabaseTrouble.IsOne(exception))
            Database.Failed(exception);
        else
            LogFault(Logger, exception);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        var isAway = DatabaseTrouble.IsOne(CurrentException);
        builder.OpenComponent<EmptyState>(1);
        builder.AddComponentParameter(2, nameof(EmptyState.Icon), isAway ? Icons.Material.Outlined.CloudOff : Icons.Material.Outlined.ErrorOutline);
        builder.AddComponentParameter(3, nameof(EmptyState.Title), isAway ? DatabaseOutage.Line(Database) : "这一页出现了意外错误");
        builder.AddComponentParameter(4, nameof(EmptyState.Text), isAway
            ? "刚才的操作没有执行。数据库恢复后本页自动重新打开，无需刷新。"
            : "已保存的数据没有受影响。请重新打开页面；若再次出现，请把当时的操作和时间告知维护人员。");
        builder.AddComponentParameter(5, nameof(EmptyState.ChildContent), (RenderFragment)(child =>
        {
            child.OpenComponent<MudButton>(0);
            child.AddComponentParameter(1, nameof(MudButton.Variant), Variant.Filled);
            child.AddComponentParameter(2, nameof(MudButton.Color), Color.Primary);
            child.AddComponentParameter(3, nameof(MudButton.OnClick), EventCallback.Factory.Create<Microsoft.AspNetCore.Components.Web.MouseEventArgs>(this, Recover));
            child.AddComponentParameter(4, nameof(MudButton.ChildContent), (RenderFragment)(text => text.AddContent(0, "重新打开")));
            child.CloseComponent();
        }));
        builder.CloseComponent();
    }

    private void Returned()
    {
        if (Database.IsAvailable)
            _ = InvokeAsync(() =>
            {
                if (DatabaseTrouble.IsOne(CurrentException))
                    Recover();
            });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}

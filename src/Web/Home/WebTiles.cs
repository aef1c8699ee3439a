using EcoPark.Platform.Accounts;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using EcoPark.Web.Records;
using EcoPark.Web.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Web.Home;

/// <summary>What the overview says of what is to be done.</summary>
internal static class WebTiles
{
    private const int MostLines = 6;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new HomeTile("我的待办", "/todo", Permissions.Records, Todos) { Desks = [Desk.Duty, Desk.Direction, Desk.Field, Desk.Enterprise], Order = 500, IsList = true });
        services.AddSingleton(new HomeTile("逾期未办", "/flows", Permissions.Supervise, Overdue) { Desks = [Desk.Direction, Desk.Duty], Order = 150 });
    }

    /// <summary>What waits in a flow, what is due first in front, and beside it what modules have.</summary>
    private static async Task<TileValue> Todos(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var now = provider.GetRequiredService<TimeProvider>().UtcNow();
        var page = await provider.GetRequiredService<FlowReader>().Todos(0, MostLines, cancellationToken).ConfigureAwait(false);
        var lines = page.Items.Select(todo => new TileLine(todo.Title, todo.Due is { } due ? DueMark.Words(due - now) : "无时限", todo.Href) { IsBad = todo.IsOverdue(now), Note = todo.What }).ToList();
        foreach (var link in provider.GetServices<TodoLink>().Where(link => Actor.Current.May(link.Permission)))
        {
            if (await link.Count(provider, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                lines.Add(new TileLine(link.Title, $"{count} 条", link.Href));
        }

        return TileValue.Of(page.Total, "件", isBad: page.Items.Any(todo => todo.IsOverdue(now))) with
        {
            IsBad = page.Items.Any(todo => todo.IsOverdue(now)),
            Lines = lines,
            Note = page.Total > MostLines ? $"时限最近的 {MostLines} 件" : lines.Count == 0 ? "没有需要处理的" : "",
        };
    }

    private static async Task<TileValue> Overdue(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var late = await provider.GetRequiredService<FlowReader>().Overdue(cancellationToken).ConfigureAwait(false);
        return TileValue.Of(late.Count, "件") with { Note = late.Count > 0 ? $"最早的已{DueMark.Words(late[0].Due!.Value - provider.GetRequiredService<TimeProvider>().UtcNow())}" : "" };
    }
}

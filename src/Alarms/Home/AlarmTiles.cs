using EcoPark.Alarms.Endpoints;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Time;
using EcoPark.Web.Home;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Alarms.Home;

/// <summary>What the overview says of alarms.</summary>
internal static class AlarmTiles
{
    private const int MostLines = 8;
    private static readonly AlarmFilter Open = new() { IsOpen = true };
    private static readonly AlarmFilter ToExplain = new() { IsOpen = true, Explanation = ExplanationState.Requested };

    public static void Add(IServiceCollection services)
    {
        Add(services, new HomeTile("待确认的报警", "/alarms?f.state=Raised", AlarmPermissions.View, Waiting) { Desks = [Desk.Duty, Desk.Field], Order = 110, Every = TimeSpan.FromSeconds(10) });
        Add(services, new HomeTile("待说明的报警", "/alarms?f.state=explain", AlarmPermissions.View, (provider, token) => Count(provider, ToExplain, token)) { Desks = [Desk.Enterprise], Order = 105 });
        Add(services, new HomeTile("未关闭的报警", "/alarms", AlarmPermissions.View, ByLevel) { Desks = [Desk.Duty, Desk.Direction], Order = 510, IsList = true, StaysOnWall = true });
        Add(services, new HomeTile("要处理的报警", "/alarms", AlarmPermissions.View, Urgent) { Desks = [Desk.Field, Desk.Enterprise], Order = 510, IsList = true, Every = TimeSpan.FromSeconds(10) });
    }

    private static void Add(IServiceCollection services, HomeTile tile) => services.AddSingleton(tile);

    private static async Task<TileValue> Waiting(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var levels = await Levels(provider, cancellationToken).ConfigureAwait(false);
        var worst = levels.Where(level => level.Unacknowledged > 0).Select(level => (AlarmLevel?)level.Level).Min();
        return TileValue.Of(levels.Sum(level => level.Unacknowledged), "条") with { Note = worst is { } most ? $"最高级别 {AlarmWords.Of(most)}" : "" };
    }

    private static async Task<TileValue> Count(IServiceProvider provider, AlarmFilter filter, CancellationToken cancellationToken) =>
        TileValue.Of((await provider.GetRequiredService<AlarmReader>().Search(filter, null, false, 0, 1, cancellationToken).ConfigureAwait(false)).Total, "条");

    private static async Task<TileValue> ByLevel(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var levels = await Levels(provider, cancellationToken).ConfigureAwait(false);
        return TileValue.Of(levels.Sum(level => level.Count), "条", isBad: false) with
        {
            Lines =
            [
                .. Enum.GetValues<AlarmLevel>().Select(level => (Level: level, Found: levels.FirstOrDefault(one => one.Level == level))).Select(one =>
                    new TileLine(one.Found?.Unacknowledged > 0 ? $"{one.Found.Unacknowledged} 条待确认" : "", $"{one.Found?.Count ?? 0} 条", $"/alarms?f.{AlarmQuery.Level}={one.Level}") { Level = (int)one.Level, IsBad = one.Found?.Unacknowledged > 0 }),
            ],
        };
    }

    /// <summary>The most urgent by name, as cards for the hand.</summary>
    private static async Task<TileValue> Urgent(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var now = provider.GetRequiredService<TimeProvider>().UtcNow();
        var page = await provider.GetRequiredService<AlarmReader>().Search(Open, null, false, 0, MostLines, cancellationToken).ConfigureAwait(false);
        return TileValue.Of(page.Total, "条", isBad: false) with
        {
            Lines =
            [
                .. page.Items.Select(alarm => new TileLine(alarm.Title, AlarmText.Age(now - alarm.FirstAt), $"/alarms/{alarm.Id}")
                {
                    Level = (int)alarm.Level,
                    Note = string.Join(" · ", new[] { alarm.Enterprise, AlarmWords.Of(alarm.State), alarm.IsLasting ? "仍在报警" : "已恢复", AlarmWords.Of(alarm.Explanation) }.Where(word => word.Length > 0)),
                }),
            ],
            Note = page.Total > MostLines ? $"最急的 {MostLines} 条" : page.Total == 0 ? "没有未关闭的报警" : "",
        };
    }

    private static Task<IReadOnlyList<AlarmLevelCount>> Levels(IServiceProvider provider, CancellationToken cancellationToken) => provider.GetRequiredService<AlarmReader>().ByLevel(Open, cancellationToken);
}

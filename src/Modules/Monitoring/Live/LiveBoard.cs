using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>A point by the worst of its factors.</summary>
internal readonly record struct PointStanding(MonitoringPoint Point, StandingState State);

/// <summary>Points under one heading.</summary>
internal sealed record LiveGroup(string Title, IReadOnlyList<PointStanding> Points);

/// <summary>One page of the live page.</summary>
/// <param name="Counts">Points by state, whatever state is chosen; those states that there are.</param>
/// <param name="Fitting">Points on all pages.</param>
/// <param name="Groups">Of this page.</param>
internal sealed record LiveBoard(IReadOnlyDictionary<StandingState, int> Counts, int Fitting, int Skip, IReadOnlyList<LiveGroup> Groups)
{
    public const string OfPark = "园区站点";

    public static readonly LiveBoard Empty = new(new Dictionary<StandingState, int>(), 0, 0, []);

    /// <summary>The worst point first within its group, the group with the worst point first; equals stay in the order of names and registration.</summary>
    /// <param name="points">Those that the choice names.</param>
    /// <param name="rankOf">Where a point stands; see <see cref="HeldRanks"/>.</param>
    public static LiveBoard Arrange(IReadOnlyList<PointStanding> points, LiveChoice choice, Func<PointStanding, int> rankOf, LiveAreas areas, int page, int size)
    {
        List<(PointStanding Point, int Rank, string Group)> fitting = [.. points.Where(point => choice.Shows(point.State)).Select(point => (point, rankOf(point), GroupOf(point.Point, choice.Group, areas)))];
        var skip = Math.Clamp(page - 1, 0, Math.Max(0, (fitting.Count - 1) / size)) * size;
        var ordered = fitting.GroupBy(one => one.Group)
            .OrderBy(group => group.Min(one => one.Rank)).ThenBy(group => group.Key != OfPark).ThenBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(one => one.Rank).ThenBy(one => one.Point.Point.Id));
        return new LiveBoard(
            points.CountBy(point => point.State).ToDictionary(), fitting.Count, skip,
            [.. ordered.Skip(skip).Take(size).GroupBy(one => one.Group).Select(group => new LiveGroup(group.Key, [.. group.Select(one => one.Point)]))]);
    }

    private static string GroupOf(MonitoringPoint point, string? by, LiveAreas areas) => by switch
    {
        LiveChoice.ByKind => ReadingMarkWords.Of(point.Kind),
        LiveChoice.ByArea => areas.Of(point),
        _ => point.Enterprise.Length > 0 ? point.Enterprise : OfPark,
    };
}

using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>What alarms are counted by.</summary>
public enum AlarmCountBy
{
    Enterprise,
    Industry,
    Factor,
    Kind,
    Level,
    Day,
    Month,
}

/// <summary>Alarms of one line of the statistics.</summary>
/// <param name="Name">Chinese.</param>
/// <param name="Count">Alarms.</param>
/// <param name="Handled">Of these handled or closed.</param>
/// <param name="HandlingRate">处置率, 0…1.</param>
/// <param name="MinutesToAcknowledge">Mean from finding to acknowledgement; <see langword="null"/> where none was acknowledged.</param>
/// <param name="MinutesToHandle">Mean from finding to handling.</param>
/// <param name="Readings">Readings that showed them.</param>
public sealed record AlarmCount(string Name, int Count, int Red, int Orange, int Yellow, int Blue, int Handled, double HandlingRate, double? MinutesToAcknowledge, double? MinutesToHandle, long Readings);

/// <summary>报警统计 by enterprise, industry, factor and period, with handling rate and time.</summary>
public sealed class AlarmStatistics(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Alarms that are counted at once; the page says when there are more.</summary>
    public const int Most = 200_000;

    public async Task<IReadOnlyList<AlarmCount>> Count(AlarmFilter filter, AlarmCountBy by, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var industries = by == AlarmCountBy.Industry
            ? await db.Set<Enterprise>().Select(one => new { one.Id, one.Industry }).ToDictionaryAsync(one => one.Id, one => one.Industry, cancellationToken).ConfigureAwait(false)
            : [];
        var rows = await filter.Apply(db, clock.UtcNow()).OrderByDescending(alarm => alarm.FirstAt).Take(Most)
            .Select(alarm => new Row(alarm.EnterpriseId, alarm.Enterprise, alarm.Factor, alarm.What, alarm.Level, alarm.FirstAt, alarm.FoundAt, alarm.AcknowledgedAt, alarm.HandledAt, alarm.State, alarm.Count))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var lines = rows.GroupBy(row => NameOf(row, by, industries)).Select(Line);
        return [.. by is AlarmCountBy.Day or AlarmCountBy.Month ? lines.OrderBy(line => line.Name, StringComparer.Ordinal) : lines.OrderByDescending(line => line.Count)];
    }

    private static string NameOf(Row row, AlarmCountBy by, Dictionary<int, string> industries) => by switch
    {
        AlarmCountBy.Enterprise => row.Enterprise.Length > 0 ? row.Enterprise : "园区站点",
        AlarmCountBy.Industry => industries.GetValueOrDefault(row.EnterpriseId) is { Length: > 0 } code ? code : "（无行业）",
        AlarmCountBy.Factor => row.Factor.Length > 0 ? row.Factor : "（整机）",
        AlarmCountBy.Kind => row.What,
        AlarmCountBy.Level => AlarmWords.Of(row.Level),
        AlarmCountBy.Day => ParkTime.FromUtc(row.FirstAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => ParkTime.FromUtc(row.FirstAt).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static AlarmCount Line(IGrouping<string, Row> rows)
    {
        var (count, handled) = (rows.Count(), rows.Count(row => row.State is AlarmState.Handled or AlarmState.Closed));
        return new AlarmCount(
            rows.Key, count, Of(AlarmLevel.Red), Of(AlarmLevel.Orange), Of(AlarmLevel.Yellow), Of(AlarmLevel.Blue), handled, (double)handled / count,
            rows.Average(row => (row.AcknowledgedAt - row.FoundAt)?.TotalMinutes), rows.Average(row => (row.HandledAt - row.FoundAt)?.TotalMinutes), rows.Sum(row => (long)row.Readings));

        int Of(AlarmLevel level) => rows.Count(row => row.Level == level);
    }

    private sealed record Row(
        int EnterpriseId, string Enterprise, string Factor, string What, AlarmLevel Level, DateTime FirstAt, DateTime FoundAt, DateTime? AcknowledgedAt, DateTime? HandledAt, AlarmState State, int Readings);
}

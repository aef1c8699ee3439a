using EcoPark.Contracts;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Comparison;

/// <summary>Samples that were taken by hand at outlets that send on line, beside the hourly means of the hours they were taken in; within the actor's scope.</summary>
public sealed class ComparisonReader(ManualReader reader, IOnlineOutlets outlets, IDeviceRegistry registry, IReadingStore store, IDbContextFactory<ParkDb> databases)
{
    /// <returns>The newest day first; <see langword="null"/> where the actor may not see outlets.</returns>
    public async Task<IReadOnlyList<ComparisonRow>?> Read(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (await outlets.Read(cancellationToken).ConfigureAwait(false) is not { } online)
            return null;
        var figures = await reader.Results(first, last, enterprise, false, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var permits = await db.Set<ManualPoint>().AsNoTracking().Where(point => point.PermitOutletId != null).ToDictionaryAsync(point => point.Id, point => point.PermitOutletId!.Value, cancellationToken).ConfigureAwait(false);
        var byPermit = online.DistinctBy(one => one.Permit).ToDictionary(one => one.Permit.Value);
        var wanted = (from series in figures.Series
                      where permits.TryGetValue(series.PointId, out var permit) && byPermit.ContainsKey(permit)
                      let outlet = byPermit[permits[series.PointId]]
                      let channel = ChannelOf(outlet, series)
                      where channel is not null
                      select (Series: series, Outlet: outlet, Channel: channel)).ToList();
        var hours = await Hours([.. wanted.SelectMany(one => one.Series.Values.Select(value => (one.Channel.Id, HourOf(value.At))))], cancellationToken).ConfigureAwait(false);
        return
        [
            .. wanted.SelectMany(one => one.Series.Values.GroupBy(value => ParkWords.DayOf(value.At)).Select(day => new ComparisonRow(
                one.Series.EnterpriseId, one.Series.Enterprise, one.Series.Kind, one.Series.Point, one.Outlet.Name, one.Outlet.Filing?.Value ?? 0, one.Series.Factor, one.Series.Unit, day.Key,
                [.. day.Where(value => !value.IsBelow).Select(value => new ComparedPair(value.At, value.Measured, hours.TryGetValue((one.Channel.Id, HourOf(value.At)), out var mean) ? mean * ScaleOf(one.Channel.Unit, one.Series.Unit) : null))],
                day.Count(value => value.IsBelow)))).OrderByDescending(row => row.Day).ThenBy(row => row.Enterprise, StringComparer.Ordinal).ThenBy(row => row.Outlet, StringComparer.Ordinal).ThenBy(row => row.FactorName, StringComparer.Ordinal),
        ];
    }

    private static DateTime HourOf(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, 0, 0, DateTimeKind.Utc);

    /// <summary>What the outlet measures of it in a unit that can be converted.</summary>
    private Channel? ChannelOf(OnlineOutlet outlet, ResultSeries series)
    {
        var medium = PointKinds.MediumOf(series.Kind);
        var key = FactorTable.KeyOf(series.Factor, medium);
        return registry.Current.ChannelsByPoint[outlet.Point.Value].Where(channel => FactorTable.KeyOf(channel.FactorCode, medium) == key && Unit.Of(channel.Unit).Dimension == Unit.Of(series.Unit).Dimension).OrderByDescending(channel => channel.DeviceId ?? 0).FirstOrDefault();
    }

    private static double ScaleOf(string from, string to) => (double)(Unit.Of(from).Scale / Unit.Of(to).Scale);

    /// <summary>Valid means of the hours that are asked for: one read a day on which something was sampled, not one a sample.</summary>
    private async Task<Dictionary<(int Channel, DateTime Hour), double>> Hours(IReadOnlyCollection<(int Channel, DateTime Hour)> asked, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(int, DateTime), double>();
        foreach (var day in asked.Distinct().GroupBy(one => one.Hour.Date))
        {
            var (first, last) = (day.Min(one => one.Hour), day.Max(one => one.Hour));
            var readings = await store.ReadMany([.. day.Select(one => one.Channel).Distinct().SelectMany(channel => Effective.SeriesOf(channel, Interval.Hour))], first, last.AddHours(1), cancellationToken).ConfigureAwait(false);
            foreach (var reading in readings.GroupBy(reading => reading.Series.ChannelId).SelectMany(of => Effective.Choose([.. of])).Where(reading => reading.IsValid))
                found[(reading.Series.ChannelId, reading.Time)] = reading.Value!.Value;
        }

        return found;
    }
}

using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.OneMap.Hours;

/// <summary>A factor that stations of the map measure.</summary>
/// <param name="Unit">Stations with another unit are another choice.</param>
public sealed record HourFactor(string Code, string Name, string Unit, int Decimals)
{
    /// <summary>In addresses.</summary>
    public string Key => Unit.Length == 0 ? Code : $"{Code}@{Unit}";

    public string Title => Unit.Length == 0 ? Name : $"{Name}（{Unit}）";
}

/// <summary>Hours of one factor at many stations; NaN in gaps.</summary>
/// <param name="Times">Beginnings of the hours, UTC.</param>
/// <param name="Values">By monitoring point.</param>
/// <param name="Winds">Speed and direction by monitoring point, of those that measure both.</param>
public sealed record HourTable(HourFactor Factor, Medium Medium, IReadOnlyList<DateTime> Times, IReadOnlyDictionary<int, double[]> Values, IReadOnlyDictionary<int, (double[] SpeedMs, double[] FromDegrees)> Winds)
{
    public int HourAt(DateTime? hour) => hour is { } wanted && Times.Count > 0 ? Math.Clamp((int)(wanted - Times[0]).TotalHours, 0, Times.Count - 1) : Times.Count - 1;
}

/// <summary>Reads hours within the actor's scope, in one round trip.</summary>
public sealed class HourTables(IReadingStore store, IDeviceRegistry registry)
{
    /// <summary>What the points measure, the commonest first; the direction of the wind is shown as arrows.</summary>
    public IReadOnlyList<HourFactor> Factors(IEnumerable<int> points)
    {
        var registered = registry.Current;
        return
        [
            .. points.SelectMany(point => registered.ChannelsByPoint[point]).Where(channel => channel.FactorCode != FactorCodes.WindDirection).GroupBy(channel => (channel.FactorCode, channel.Unit))
                .OrderByDescending(same => same.Select(channel => channel.PointId).Distinct().Count()).ThenBy(same => same.Key.FactorCode, StringComparer.Ordinal)
                .Select(same => new HourFactor(same.Key.FactorCode, same.First().Name, same.Key.Unit, same.First().Decimals)),
        ];
    }

    /// <param name="points">Monitoring points.</param>
    /// <param name="from">UTC, an hour.</param>
    /// <param name="hours">How many.</param>
    public async Task<HourTable> Read(HourFactor factor, IReadOnlyCollection<int> points, DateTime from, int hours, CancellationToken cancellationToken)
    {
        var registered = registry.Current;
        var channels = points.SelectMany(point => registered.ChannelsByPoint[point])
            .Where(channel => (channel.FactorCode == factor.Code && channel.Unit == factor.Unit) || channel.FactorCode is FactorCodes.WindSpeed or FactorCodes.WindDirection).ToList();
        var read = await store.ReadValues([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], from, from.AddHours(hours), cancellationToken).ConfigureAwait(false);
        var byChannel = read.ToLookup(reading => reading.Series.ChannelId);
        double[]? Row(int point, string code, string? unit = null)
        {
            var mine = channels.Where(channel => channel.PointId == point && channel.FactorCode == code && (unit is null || channel.Unit == unit)).Select(channel => channel.Id).ToList();
            if (mine.Count == 0)
                return null;
            var row = Enumerable.Repeat(double.NaN, hours).ToArray();
            foreach (var reading in mine.SelectMany(channel => Effective.Choose(byChannel[channel])).Where(reading => reading is { IsValid: true, Value: not null }))
                row[Math.Clamp((int)(reading.Time - from).TotalHours, 0, hours - 1)] = reading.Value!.Value;
            return row;
        }

        var rows = points.Distinct().Select(point => (Point: point, Row: Row(point, factor.Code, factor.Unit))).Where(one => one.Row is not null).ToDictionary(one => one.Point, one => one.Row!);
        var winds = points.Distinct().Select(point => (Point: point, Speed: Row(point, FactorCodes.WindSpeed), Direction: Row(point, FactorCodes.WindDirection)))
            .Where(one => one is { Speed: not null, Direction: not null }).ToDictionary(one => one.Point, one => (one.Speed!, one.Direction!));
        var medium = rows.Keys.Select(point => registered.PointById.GetValueOrDefault(point)?.Kind.RollupMedium() ?? Medium.Other).GroupBy(kind => kind).MaxBy(kind => kind.Count())?.Key ?? Medium.Other;
        return new HourTable(factor, medium, [.. Enumerable.Range(0, hours).Select(hour => from.AddHours(hour))], rows, winds);
    }
}

using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Reports.Statistics;
using EcoPark.Standards;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Monitoring.Figures;

/// <summary>Hours and days of any series for people's own statistics.</summary>
internal static class ReadingFact
{
    /// <summary>Values that one statistic may read: a hundred series over a year of hours.</summary>
    public const int Most = 900_000;

    private const string Point = "point";
    private const string Kind = "kind";

    /// <param name="Value">Null where it is not valid, or where values have no plain mean.</param>
    private sealed record Row(Channel Channel, int Owner, DateOnly Day, double? Value);

    public static FactType Hours() => Create("reading-hours", "监测小时数据", "一个点位的一个因子一小时为一条", Interval.Hour, FactType.ThreeYears);

    public static FactType Days() => Create("reading-days", "监测日数据", "一个点位的一个因子一天为一条", Interval.Day, FactType.TenYears);

    private static ReadFact<Row> Create(string key, string title, string what, Interval interval, int mostDays) => new()
    {
        Key = key,
        Title = title,
        Chapter = TelemetryModule.Chapter,
        Permission = TelemetryPermissions.ViewReadings,
        Basis = what + "；有审核的取审核值，其次取设备上传、文件导入、平台汇总的值；为实测值，不折算",
        MostDays = mostDays,
        Read = (services, request, token) => Read(services, request, interval, token),
        Day = row => row.Day,
        Columns = new Dictionary<string, Func<Row, string>>
        {
            [EnterpriseDimensions.Enterprise] = row => Text(row.Owner),
            [Point] = row => Text(row.Channel.PointId),
            [Dimension.FactorKey] = row => FactorUnit.ColumnOf(row.Channel.FactorCode, row.Channel.Unit),
        },
        Numbers = new Dictionary<string, Func<Row, double?>> { ["value"] = row => row.Value, [Quantity.RowsKey] = _ => 1 },
        Dimensions =
        [
            .. EnterpriseDimensions.All(EnterpriseDimensions.Enterprise),
            new(Point, "点位", Point, (services, ids, _) => Task.FromResult(Points(services, ids, point => (Text(point.Id), point.Name)))),
            new(Kind, "点位类型", Point, (services, ids, _) => Task.FromResult(Points(services, ids, point => (point.Kind.ToString(), ReadingMarkWords.Of(point.Kind))))),
            new(Dimension.FactorKey, "因子", Dimension.FactorKey, (services, columns, _) => Task.FromResult(FactorUnit.Members(
                services.GetRequiredService<IDeviceRegistry>().Current.Channels.Select(channel => new FactorUnit(channel.FactorCode, channel.Unit, channel.Name, channel.Decimals)), columns))),
        ],
        Quantities =
        [
            new("value", "监测值", Quantity.Measured) { IsOfFactor = true, HasUnitOfFactor = true, Excluded = "无效，或为风向、声级等不作算术平均的量", Basis = "有效值的算术统计，不按流量加权" },
            Quantity.Rows("数据条数"),
        ],
        Href = place => Rows(place, interval),
    };

    private static async Task<Outcome<IReadOnlyList<Row>>> Read(IServiceProvider services, FactRequest request, Interval interval, CancellationToken cancellationToken)
    {
        var registered = services.GetRequiredService<IDeviceRegistry>().Current;
        bool Fits(string column, string value) => request.Filters.Where(filter => filter.Column == column).All(filter => filter.Values.Contains(value));
        var channels = registered.Channels.Where(channel => Fits(Point, Text(channel.PointId)) && Fits(Dimension.FactorKey, FactorUnit.ColumnOf(channel.FactorCode, channel.Unit))
            && registered.PointById[channel.PointId] is var point && (point.FormerOwners.Count > 0 || Fits(EnterpriseDimensions.Enterprise, Text(point.EnterpriseId ?? 0)))).ToDictionary(channel => channel.Id);
        var periods = (request.Last.DayNumber - request.First.DayNumber + 1L) * (interval == Interval.Hour ? 24 : 1);
        if (channels.Count * periods > Most)
            return new Problem("too-many", $"要读取约 {channels.Count * periods} 个值（{channels.Count} 个因子通道 × {periods} 个时段），至多 {Most} 个：请缩短时间，或按企业、点位、因子筛选。", "period");
        var (from, to) = (Start(request.First), Start(request.Last.AddDays(1)));
        var readings = await services.GetRequiredService<IReadingStore>().ReadValues([.. channels.Keys.SelectMany(id => Effective.SeriesOf(id, interval))], from, to, cancellationToken).ConfigureAwait(false);
        var effective = new Dictionary<(int Channel, DateTime Time), Reading>();
        foreach (var reading in readings)
        {
            var at = (reading.Series.ChannelId, reading.Time);
            if (Effective.Counts(reading, effective.TryGetValue(at, out var current) ? current : null))
                effective[at] = reading;
        }

        return effective.Values.Select(reading => Of(registered, channels[reading.Series.ChannelId], reading)).ToList();
    }

    private static Row Of(RegistrySnapshot registered, Channel channel, in Reading reading)
    {
        var day = DateOnly.FromDateTime(ParkTime.FromUtc(reading.Time));
        var isPlain = Means.MethodOf(channel.FactorCode, Medium.Other) is not (MeanMethod.Direction or MeanMethod.SoundEnergy) && channel.FactorCode is not ("Ld" or "Ln");
        return new Row(channel, registered.PointById[channel.PointId].OwnerOn(day) ?? 0, day, reading.IsValid && isPlain ? reading.Value : null);
    }

    private static string? Rows(DrillPlace place, Interval interval) => !place.IsBy(EnterpriseDimensions.Enterprise, Point, Dimension.FactorKey) || place.One(Point) is not { } point ? null
        : string.Create(CultureInfo.InvariantCulture, $"/monitor/history?point={point}&interval={interval}&range=custom&from={place.First:yyyy-MM-dd}&to={place.Last:yyyy-MM-dd}");

    private static IReadOnlyList<Member> Points(IServiceProvider services, IReadOnlyCollection<string>? ids, Func<MonitoringPoint, (string Key, string Title)> of) =>
        [.. services.GetRequiredService<IDeviceRegistry>().Current.Points.Where(point => ids is null || ids.Contains(Text(point.Id))).Select(point => (point.Id, Named: of(point))).OrderBy(one => one.Named.Title, StringComparer.Ordinal).Select(one => new Member(Text(one.Id), one.Named.Key, one.Named.Title))];

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform;
using EcoPark.Reports.Statistics;
using EcoPark.Standards.Air;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Days of air stations by their AQI, for people's own statistics.</summary>
internal static class AirDayFact
{
    public const string Key = "air-days";

    private const string Station = "station";
    private const string Level = "level";
    private const int LevelsOfGoodAir = 2;

    private sealed record Row(string Station, AqiDay Day);

    public static FactType Create() => new ReadFact<Row>
    {
        Key = Key,
        Title = "空气质量日报（AQI）",
        Chapter = Chapter.Title,
        Permission = QualityPermissions.View,
        Basis = "一个站点一天为一条；AQI 按 HJ 633 当日有效的版本，与“优良天数”一致；今天的还不算",
        Read = Read,
        Day = row => row.Day.Day,
        Columns = new Dictionary<string, Func<Row, string>> { [Station] = row => row.Station, [Level] = row => row.Day.Air.Level is { } level ? Text(level.Number) : "" },
        Numbers = new Dictionary<string, Func<Row, double?>>
        {
            ["aqi"] = row => row.Day.Air.Level is null ? null : row.Day.Air.Index,
            ["good"] = row => row.Day.Air.Level is { } level ? level.Number <= LevelsOfGoodAir ? 1 : 0 : null,
            [Quantity.RowsKey] = _ => 1,
        },
        Dimensions =
        [
            new(Station, "站点", Station, async (services, ids, token) => [.. (await Stations(services, token).ConfigureAwait(false)).Where(station => ids is null || ids.Contains(Text(station.Id))).Select(station => new Member(Text(station.Id), Text(station.Id), station.Name))]),
            Dimension.Of(Level, "级别", Level, [.. AirLevels.All.Select(level => (Text(level.Number), level.Category)), ("", "（没有指数）")]),
        ],
        Quantities =
        [
            new("aqi", "AQI", Quantity.Measured) { Decimals = 0, CountUnit = "天", Excluded = "缺项目而没有指数" },
            Quantity.Share("good", "优良", "优良天数比例", "优良天数", "有效天数", "天") with { Excluded = "缺项目而没有指数", Basis = "有效天数中 AQI 不大于 100 的；有效天数太少时比例不代表全期（HJ 663）" },
            Quantity.Rows("有数据的天数", "天"),
        ],
        Href = place => !place.IsBy(Station) || place.One(Station) is not { } station ? null
            : string.Create(CultureInfo.InvariantCulture, $"/quality/air/data?station={station}&interval=Day&range=custom&from={place.First:yyyy-MM-dd}&to={place.Last:yyyy-MM-dd}"),
    };

    private static async Task<Outcome<IReadOnlyList<Row>>> Read(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        var wanted = request.Filters.Where(filter => filter.Column == Station).ToList();
        var stations = (await Stations(services, cancellationToken).ConfigureAwait(false)).Where(station => wanted.TrueForAll(filter => filter.Values.Contains(Text(station.Id)))).ToList();
        var to = request.Last.AddDays(1);
        if (!PeriodStatistics.IsBounded(stations.Count, request.First, to))
            return new Problem("too-many", $"{stations.Count} 个站点 {to.DayNumber - request.First.DayNumber} 天的数据太多，至多 {PeriodStatistics.MostStationYears} 站·年：请缩短时间或按站点筛选。", "period");
        var days = await services.GetRequiredService<AqiDays>().Read(stations, request.First, to, cancellationToken).ConfigureAwait(false);
        return days.SelectMany(one => one.Value.Select(day => new Row(Text(one.Key.Id), day))).ToList();
    }

    private static Task<IReadOnlyList<QualityStation>> Stations(IServiceProvider services, CancellationToken cancellationToken) => services.GetRequiredService<StationList>().Of(QualityMedium.Air, cancellationToken);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

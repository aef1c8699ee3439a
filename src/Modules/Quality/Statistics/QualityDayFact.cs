using System.Globalization;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Reports.Statistics;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Daily values and samples of stations, with their verdicts, for people's own statistics.</summary>
internal static class QualityDayFact
{
    public const string Key = "quality-days";

    private const string Station = "station";
    private const string Medium = "medium";

    /// <param name="Value">Null where it is not valid, or where values have no plain mean.</param>
    /// <param name="IsOver">Null where nothing was judged.</param>
    private sealed record Row(string Station, string Factor, DateOnly Day, double? Value, bool? IsOver);

    public static FactType Create() => new ReadFact<Row>
    {
        Key = Key,
        Title = "环境质量日数据",
        Chapter = Chapter.Title,
        Permission = QualityPermissions.View,
        Basis = "一个站点的一个因子一天（手工监测为一次采样）为一条；臭氧取日最大 8 小时；判定与站点页面相同，不另行判定",
        Read = Read,
        Day = row => row.Day,
        Columns = new Dictionary<string, Func<Row, string>> { [Station] = row => row.Station, [Dimension.FactorKey] = row => row.Factor },
        Numbers = new Dictionary<string, Func<Row, double?>> { ["value"] = row => row.Value, ["over"] = row => row.IsOver is { } isOver ? isOver ? 1 : 0 : null, [Quantity.RowsKey] = _ => 1 },
        Dimensions =
        [
            new(Station, "站点", Station, (services, ids, token) => Stations(services, ids, station => ($"{QualityMedium.OfTitle(station.Medium)?.Key}/{station.Id}", station.Name), token)),
            new(Medium, "环境要素", Station, (services, ids, token) => Stations(services, ids, station => (station.Medium, station.Medium), token)),
            new(Dimension.FactorKey, "因子", Dimension.FactorKey, Factors),
        ],
        Quantities =
        [
            new("value", "日均浓度", Quantity.Measured) { IsOfFactor = true, HasUnitOfFactor = true, Excluded = "无效，或为风向、声级等不作算术平均的量", Basis = "有效日值（样品）的算术统计；未检出的按方法检出限的一半" },
            Quantity.Share("over", "超标判定", "超标率", "超标数", "可判定数") with { Excluded = "没有限值或没有有效值", Basis = "按站点执行级别和当日有效的标准" },
            Quantity.Rows("日值数"),
        ],
        Href = Rows,
    };

    private static async Task<Outcome<IReadOnlyList<Row>>> Read(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        var (grids, assessor) = (services.GetRequiredService<GridReader>(), services.GetRequiredService<StationAssessor>());
        var wanted = request.Filters.Where(filter => filter.Column == Station).ToList();
        var stations = (await All(services, cancellationToken).ConfigureAwait(false)).Where(station => wanted.TrueForAll(filter => filter.Values.Contains(Text(station.Id)))).ToList();
        var to = request.Last.AddDays(1);
        if (!PeriodStatistics.IsBounded(stations.Count, request.First, to))
            return new Problem("too-many", $"{stations.Count} 个站点 {to.DayNumber - request.First.DayNumber} 天的数据太多，至多 {PeriodStatistics.MostStationYears} 站·年：请缩短时间，或按站点、环境要素筛选。", "period");
        var rows = new List<Row>[stations.Count];
        await Parallel.ForAsync(0, stations.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (at, token) =>
        {
            var grid = await grids.ReadWithDerived(stations[at], Interval.Day, request.First.ToUtc(), to.ToUtc(), token).ConfigureAwait(false);
            rows[at] = [.. grid.Columns.Where(column => PeriodStatistics.IsEvaluated(grid, column)).SelectMany(column => Of(grid, column, assessor))];
        }).ConfigureAwait(false);
        return rows.SelectMany(one => one).ToList();
    }

    private static IEnumerable<Row> Of(StationGrid grid, GridColumn column, StationAssessor assessor)
    {
        var isPlain = column.Factor is not ("Ld" or "Ln") && Means.MethodOf(column.Factor, grid.Medium.Medium) is not (MeanMethod.Direction or MeanMethod.SoundEnergy);
        return Enumerable.Range(0, grid.Times.Count).Where(row => column.Values[row].Value is not null).Select(row => new Row(
            Text(grid.Station.Id), FactorUnit.ColumnOf(column.Factor, column.Unit), DateOnly.FromDateTime(grid.Wall(row)), isPlain ? column.Values[row].Valid : null,
            assessor.Cell(grid, column, row)?.Outcome switch { LimitOutcome.Pass => false, LimitOutcome.Fail => true, _ => null }));
    }

    /// <summary>Keys of stations begin with their medium, as the addresses of their pages do.</summary>
    private static string? Rows(DrillPlace place) => !place.IsBy(Station, Dimension.FactorKey) || place.One(Station)?.Split('/') is not [var medium, var station] ? null
        : string.Create(CultureInfo.InvariantCulture, $"/quality/{medium}/data?station={station}&interval=Day&range=custom&from={place.First:yyyy-MM-dd}&to={place.Last:yyyy-MM-dd}");

    private static async Task<IReadOnlyList<Member>> Stations(IServiceProvider services, IReadOnlyCollection<string>? ids, Func<QualityStation, (string Key, string Title)> of, CancellationToken cancellationToken) =>
        [.. (await All(services, cancellationToken).ConfigureAwait(false)).Where(station => ids is null || ids.Contains(Text(station.Id))).Select(station => (station.Id, Named: of(station))).Select(one => new Member(Text(one.Id), one.Named.Key, one.Named.Title))];

    private static async Task<IReadOnlyList<Member>> Factors(IServiceProvider services, IReadOnlyCollection<string>? columns, CancellationToken cancellationToken)
    {
        var registered = services.GetRequiredService<IDeviceRegistry>().Current;
        var stations = await All(services, cancellationToken).ConfigureAwait(false);
        var channels = stations.Select(station => station.PointId).OfType<int>().SelectMany(point => registered.ChannelsByPoint[point]).Select(channel => new FactorUnit(channel.FactorCode, channel.Unit, channel.Name, channel.Decimals)).ToList();
        // What is worked out of the hours is named as the standards name it; what is analysed by hand as well.
        var others = (columns ?? []).Select(column => column.Split('~', 2)).Where(parts => channels.TrueForAll(one => one.Code != parts[0] || one.Unit != parts[1]))
            .Select(parts => (Parts: parts, Factor: QualityMedium.All.Select(medium => FactorTable.Find(parts[0], medium.Medium)).FirstOrDefault(factor => factor is not null)))
            .Where(one => one.Factor is not null).Select(one => new FactorUnit(one.Parts[0], one.Parts[1], one.Factor!.Name, channels.Find(channel => channel.Unit == one.Parts[1])?.Decimals ?? 2));
        return FactorUnit.Members([.. channels, .. others], columns);
    }

    private static async Task<IReadOnlyList<QualityStation>> All(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<QualityStation>().AsNoTracking().OrderBy(station => station.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Quality.Endpoints;

/// <summary>A station as the API shows it.</summary>
public sealed record StationAnswer(int Id, string Name, string Medium, string Class, int? PointId, double? Longitude, double? Latitude, bool IsAssessed);

/// <summary>One value; null where nothing was measured.</summary>
public sealed record ValueAnswer(string Factor, string Name, string Unit, double? Value, bool IsValid, string Origin, string Marks, string? Outcome, string? Standard, string? Limit, decimal? Multiple,
    double? DetectionLimit = null);

/// <summary>One time of a station, judged by the standards in force at that time.</summary>
public sealed record RowAnswer(DateTime Time, string Result, string Reason, int? Aqi, IReadOnlyList<ValueAnswer> Values);

/// <summary>One factor of one station in one period; null where there is nothing to work it out from.</summary>
public sealed record StatisticAnswer(
    int StationId, string Factor, string Name, string Unit, DateOnly Start, int Valid, int Due, double? Mean, double? Min, double? Max, int Percent, double? Percentile,
    int Judged, int Exceeding, double? ComplianceRate, double? HighestMultiple, string Limit, double? YearOnYear, double? PeriodOnPeriod)
{
    internal static StatisticAnswer Of(PeriodStatistic one) => new(
        one.Station.Id, one.Factor, one.Name, one.Unit, one.Start, one.Valid, one.Due, one.Mean, one.Min, one.Max, one.Percent, one.Percentile,
        one.Judged, one.Exceeding, one.ComplianceRate, one.HighestMultiple, one.Limit, one.YearOnYear, one.PeriodOnPeriod);
}

/// <summary>Days of one place in one period by AQI; days by level from 优 to 严重污染.</summary>
public sealed record AqiDaysAnswer(
    int? StationId, string Place, DateOnly Start, int Due, int Valid, int Good, double? GoodShare, int? GoodYearBefore, double? GoodShareYearBefore, IReadOnlyList<int> ByLevel, IReadOnlyDictionary<string, int> Primary)
{
    internal static AqiDaysAnswer Of(AqiPeriod one) => new(
        one.StationId, one.Place, one.Start, one.Due, one.Valid, one.Good, one.GoodShare, one.YearBefore?.Good, one.YearBefore?.GoodShare, one.ByLevel, one.Primary.ToDictionary(pollutant => pollutant.Key.Symbol(), pollutant => pollutant.Value));
}

internal static class QualityEndpoints
{
    /// <summary>Times of one answer.</summary>
    private const int MostRows = 10_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/quality").RequireAuthorization(QualityPermissions.View).WithTags("环境质量").DisableAntiforgery();
        api.MapGet("/stations", async (StationList list, CancellationToken token, string? medium) => (await All(list, medium, token)).Select(Of)).WithSummary("环境质量站点；medium 为 air、surface-water、groundwater、soil、noise、weather、hydrology");
        api.MapGet("/stations/{id:int}/data", Data).WithSummary($"一个站点的小时、日或月数据及评价：from ≤ 时间 < to，至多 {MostRows} 个时刻");
        api.MapGet("/stations/{id:int}/export.xlsx", Export).WithSummary("导出一个站点的数据与评价（Excel）");
        api.MapGet("/stations/{id:int}/forecast", Forecast).WithSummary("一个站点、一个因子最新发布的预报，及训练时的滚动回测");
        api.MapGet("/aqi-days", AqiDaysOf).WithSummary("园区和各空气站的优良天数、优良率、首要污染物天数，与去年同期；period 为 Month、Quarter、Year；from、to 为日期，左闭右开");
        api.MapGet("/statistics", Statistics).WithSummary("各站点、因子的日、月、季、年统计：均值、极值、百分位数、超标数、达标率、最大超标倍数、同比、环比；from、to 为日期，左闭右开");
        api.MapPost("/reviews", Review).RequireAuthorization(TelemetryPermissions.ReviewReadings).WithSummary("审核一段数据：标记无效、替换、恢复原始、加注");
    }

    private static async Task<IReadOnlyList<QualityStation>> All(StationList list, string? medium, CancellationToken token)
    {
        var stations = new List<QualityStation>();
        foreach (var one in QualityMedium.All.Where(one => medium is null || one.Key == medium))
            stations.AddRange(await list.Of(one, token));
        return stations;
    }

    private static async Task<Results<Ok<IEnumerable<RowAnswer>>, ProblemHttpResult>> Data(
        int id, Interval interval, DateTime from, DateTime to, StationList list, GridReader grids, StationAssessor assessor, CancellationToken token)
    {
        if (await Read(id, interval, from, to, list, grids, token) is not ({ } grid, { } rows))
            return Missing(id, from, to);
        return rows.Count > MostRows ? TooMany() : TypedResults.Ok(rows.Select(row => Answer(grid, assessor.Assess(grid, row))));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        int id, Interval interval, DateTime from, DateTime to, StationList list, GridReader grids, StationAssessor assessor, CancellationToken token)
    {
        if (await Read(id, interval, from, to, list, grids, token) is not ({ } grid, { } rows))
            return Missing(id, from, to);
        List<Column> headings = [new("时间"), new("评价"), .. grid.Columns.SelectMany(column => new Column[] { new(column.Heading), new($"{column.Name}判定") }), new("说明", Width: 40)];
        var content = await SheetWriter.Write(grid.Station.Name, headings, rows.Select(row => Cells(grid, assessor.Assess(grid, row))), token);
        return TypedResults.File(content, SheetWriter.MediaType, $"{grid.Station.Name}_{ParkTime.FromUtc(from.ToUniversalTime()):yyyyMMdd}.xlsx");
    }

    private static async Task<Results<Ok<ForecastAnswer>, ProblemHttpResult>> Forecast(int id, string factor, StationList list, ForecastBook book, CancellationToken token) =>
        (await list.Find(id, token))?.PointId is { } point && await book.Answer(new ForecastKey(point, factor), token) is { } answer ? TypedResults.Ok(answer)
            : Problems.NotFound($"站点 {id} 因子 {factor} 的预报：尚未训练，或不在预报之列");

    private static async Task<Results<Ok<IEnumerable<StatisticAnswer>>, ProblemHttpResult>> Statistics(
        string medium, CalendarPeriod period, DateOnly from, DateOnly to, StationList list, PeriodStatistics statistics, CancellationToken token, int? stationId = null)
    {
        if (QualityMedium.Find(medium) is not { } chosen)
            return Problems.Bad("bad-medium", $"medium 应为 {string.Join("、", QualityMedium.All.Select(one => one.Key))} 之一。", "medium");
        if (from >= to)
            return Problems.Bad("bad-range", "起始日期应早于截止日期。", "from");
        var stations = (await list.Of(chosen, token)).Where(station => stationId is null || station.Id == stationId).ToList();
        if (!PeriodStatistics.IsBounded(stations.Count, from, to))
            return Problems.Bad("too-many", $"站点数与年数之积至多 {PeriodStatistics.MostStationYears}，请缩短时间或指定站点。", "to");
        return TypedResults.Ok((await statistics.Of(stations, period, from, to, token)).Select(StatisticAnswer.Of));
    }

    private static async Task<Results<Ok<IEnumerable<AqiDaysAnswer>>, ProblemHttpResult>> AqiDaysOf(
        CalendarPeriod period, DateOnly from, DateOnly to, StationList list, AqiDays days, CancellationToken token, int? stationId = null)
    {
        if (from >= to || period == CalendarPeriod.Day)
            return Problems.Bad("bad-range", "起始日期应早于截止日期，周期应为 Month、Quarter 或 Year。", "from");
        var stations = (await list.Of(QualityMedium.Air, token)).Where(station => stationId is null || station.Id == stationId).ToList();
        if (!PeriodStatistics.IsBounded(stations.Count, from.AddYears(-1), to))
            return Problems.Bad("too-many", $"站点数与年数（连同上一年）之积至多 {PeriodStatistics.MostStationYears}，请缩短时间或指定站点。", "to");
        return TypedResults.Ok((await days.Of(stations, period, from, to, token)).Select(AqiDaysAnswer.Of));
    }

    private static async Task<Results<Ok<ReadingReview>, ProblemHttpResult>> Review(ReviewRequest request, ReviewService reviews, CancellationToken token)
    {
        var done = await reviews.Review(request with { From = request.From.ToUniversalTime(), To = request.To.ToUniversalTime() }, token);
        return done.IsOk ? TypedResults.Ok(done.Value) : Problems.Of(done.Problem);
    }

    private static async Task<(StationGrid? Grid, List<int>? Rows)> Read(int id, Interval interval, DateTime from, DateTime to, StationList list, GridReader grids, CancellationToken token)
    {
        if (from >= to || interval is not (Interval.Hour or Interval.Day or Interval.Month) || await list.Find(id, token) is not { } station)
            return (null, null);
        var (begin, end) = (from.ToUniversalTime(), to.ToUniversalTime());
        var grid = await grids.ReadWithDerived(station, interval, begin.AddHours(interval == Interval.Hour ? -StationAssessor.LeadHours : 0), end, token);
        return (grid, [.. Enumerable.Range(0, grid.Times.Count).Where(row => grid.HasData(row) && (grid.Interval != Interval.Hour || grid.Times[row] >= begin))]);
    }

    private static ProblemHttpResult Missing(int id, DateTime from, DateTime to) =>
        from >= to ? Problems.Bad("bad-range", "起始时间应早于截止时间；interval 为 Hour、Day 或 Month。", "from") : Problems.NotFound($"编号为 {id} 的站点（或 interval 不是 Hour、Day、Month）");

    private static ProblemHttpResult TooMany() => Problems.Bad("too-many", $"一次至多取 {MostRows} 个时刻，请缩短时间。", "to");

    private static StationAnswer Of(QualityStation station) => new(station.Id, station.Name, station.Medium, station.Class, station.PointId, station.Longitude, station.Latitude, station.IsAssessed == true);

    private static RowAnswer Answer(StationGrid grid, RowAssessment one) => new(
        grid.Times[one.Row], one.Text, one.Reason, one.Air?.Index,
        [.. grid.Columns.Select((column, at) => (column, value: column.Values[one.Row], verdict: one.Cells[at])).Where(cell => cell.value.Value is not null).Select(cell => new ValueAnswer(
            cell.column.Factor, cell.column.Name, cell.column.Unit, cell.value.Value, cell.value.IsValid, cell.value.Origin.ToString(), ReadingNames.Of(cell.value.Marks),
            cell.verdict?.Outcome.ToString(), cell.verdict?.StandardNumber, cell.verdict?.LimitText, cell.verdict?.ExceedanceMultiple, cell.value.DetectionLimit))]);

    /// <summary>What was not detected is written as a laboratory writes it, not as the half of the limit that stands for it in means.</summary>
    private static object? Figure(GridValue value) => value.DetectionLimit is { } limit ? "<" + limit.ToString(CultureInfo.InvariantCulture) : value.Value;

    private static IReadOnlyList<Cell> Cells(StationGrid grid, RowAssessment one) =>
    [
        new(grid.Wall(one.Row).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new(one.Text),
        .. grid.Columns.SelectMany((column, at) => new Cell[] { new(Figure(column.Values[one.Row])), new(one.Cells[at] is { } verdict ? $"{VerdictWords.Of(verdict)} {VerdictWords.LimitOf(verdict)}" : column.Values[one.Row] is { Value: not null, IsValid: false } ? "无效" : "") }),
        new(one.Reason),
    ];
}

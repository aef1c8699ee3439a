using System.Diagnostics;
using EcoPark.Contracts;
using EcoPark.Forecasting;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Outlets.Endpoints;

internal static class OutletEndpoints
{
    /// <summary>Days of hours in one answer.</summary>
    private const int MostHourDays = 62;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/outlets").RequireAuthorization(OutletPermissions.View).WithTags("排口").DisableAntiforgery();
        api.MapGet("/", async (OutletBook book, OutletLive live, CancellationToken token) => (await book.All(token)).Select(outlet => OutletAnswer.Of(live.Of(outlet)))).WithSummary("排口与状态；编号即监测点位编号");
        api.MapGet("/{id:int}", async Task<Results<Ok<OutletAnswer>, ProblemHttpResult>> (int id, OutletBook book, OutletLive live, CancellationToken token) =>
            await book.Find(new PointId(id), token) is { } outlet ? TypedResults.Ok(OutletAnswer.Of(live.Of(outlet))) : Missing(id)).WithSummary("一个排口");
        api.MapGet("/{id:int}/hours", async Task<Results<Ok<IEnumerable<HourAnswer>>, ProblemHttpResult>> (int id, DateOnly from, DateOnly to, OutletPeriodReader periods, CancellationToken token) =>
            Check(from, to, MostHourDays) ?? (await periods.Read(new PointId(id), from, to, token) is { } period ? TypedResults.Ok(HourAnswer.Of(period)) : (Results<Ok<IEnumerable<HourAnswer>>, ProblemHttpResult>)Missing(id)))
            .WithSummary($"小时数据：实测、折算、氧含量、流量、标记、有效性、判定、排放量与替代；from、to 为日期，含两端，至多 {MostHourDays} 天");
        api.MapGet("/{id:int}/period", async Task<Results<Ok<PeriodAnswer>, ProblemHttpResult>> (int id, DateOnly from, DateOnly to, OutletPeriodReader periods, CancellationToken token) =>
            Check(from, to, OutletPeriodReader.MostDays) ?? (await periods.Read(new PointId(id), from, to, token) is { } period ? TypedResults.Ok(PeriodAnswer.Of(period)) : (Results<Ok<PeriodAnswer>, ProblemHttpResult>)Missing(id)))
            .WithSummary("一段时期：各因子有效率、捕集率、传输有效率、排放量，超标时段，标记时段，日数据");
        api.MapGet("/{id:int}/forecast", Forecast).WithSummary("一个排口、一个因子最新发布的预报（折算的按折算值），及训练时的滚动回测；历史不足时说明原因");
        api.MapGet("/{id:int}/hours.xlsx", Export).WithSummary("小时数据导出 Excel");
        api.MapGet("/emissions", Emissions).WithSummary("各排口、因子一年的排放量与许可排放量");
        api.MapGet("/transmission", Transmission).WithSummary("各排口、企业一段时期的传输率、有效率、传输有效率、捕集率；from、to 为日期，含两端");
        api.MapGet("/quotas", async (QuotaReader quotas, CancellationToken token, int? pointId = null) => (await quotas.Read(Of(pointId), isCurrent: false, token)).Select(QuotaAnswer.Of)).WithSummary("刷卡排污配额、用量与预计用完日期");
        api.MapGet("/valve-orders", async (ValveDesk desk, CancellationToken token, int? pointId = null) => (await desk.Newest(Of(pointId), 200, token)).Select(ValveAnswer.Of)).WithSummary("阀门指令，最新在前，至多 200 条");
        api.MapPost("/{id:int}/valve-orders", async Task<Results<Ok<ValveOrder>, ProblemHttpResult>> (int id, ValveInput input, ValveDesk desk, CancellationToken token) => Answer(await desk.Order(new PointId(id), input.IsShutting, input.Why ?? "", token)))
            .RequireAuthorization(OutletPermissions.OperateValves).WithSummary("开阀、关阀：备案了阀门参数的由数采仪执行（命令 3021），其余登记为人工操作");
        api.MapPost("/valve-orders/{order:int}/answer", async Task<Results<Ok<ValveOrder>, ProblemHttpResult>> (int order, ValveAnswerInput input, ValveDesk desk, CancellationToken token) => Answer(await desk.Answer(order, input.Answer ?? "", token)))
            .RequireAuthorization(OutletPermissions.OperateValves).WithSummary("登记人工操作的执行结果");
        api.MapPost("/rebuild", Rebuild).WithMetadata(new AuditedUse("重新计算", "排口日数据")).RequireAuthorization(OutletPermissions.Rebuild).WithSummary("重新计算日数据与排放量；不给 pointId 为全部排口，from、to 为日期，含两端");
    }

    private static PointId? Of(int? id) => id is { } point ? new PointId(point) : null;

    private static async Task<Results<Ok<ForecastAnswer>, ProblemHttpResult>> Forecast(int id, string factor, OutletBook book, ForecastBook forecasts, CancellationToken token)
    {
        if (await book.Find(new PointId(id), token) is null)
            return Missing(id);
        return await forecasts.Answer(new ForecastKey(id, factor), token) is { } answer ? TypedResults.Ok(answer) : Problems.NotFound($"排口 {id} 因子 {factor} 的预报：尚未训练，或不在预报之列");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(int id, DateOnly from, DateOnly to, OutletPeriodReader periods, AuditLog audit, CancellationToken token)
    {
        if (Check(from, to, OutletPeriodReader.MostDays) is { } problem)
            return problem;
        if (await periods.Read(new PointId(id), from, to, token) is not { } period)
            return Missing(id);
        await audit.Write("导出", "排口小时数据", period.Outlet.Name, $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}", token);
        return TypedResults.File(await OutletExport.Hours(period, token), SheetWriter.MediaType, $"{period.Outlet.Name}_{from:yyyyMMdd}_{to:yyyyMMdd}.xlsx");
    }

    private static async Task<Results<Ok<List<EmissionAnswer>>, ProblemHttpResult>> Emissions(OutletBook book, EmissionReader emissions, TimeProvider clock, CancellationToken token, int? year = null)
    {
        var of = year ?? clock.ParkNow().Year;
        if (of is < 2000 or > 2100)
            return Problems.Bad("year", "年份应为 2000～2100。", "year");
        var outlets = (await book.All(token)).ToDictionary(outlet => outlet.Id);
        var sums = await emissions.Sums(outlets.Keys, new DateOnly(of, 1, 1), new DateOnly(of, 12, 31), token);
        var shares = await emissions.Shares([.. outlets.Values], of, token);
        return TypedResults.Ok(sums.Where(sum => outlets[sum.Point].Emits(sum.Factor)).Select(sum =>
        {
            var (outlet, share) = (outlets[sum.Point], shares[sum.Point].FirstOrDefault(one => one.Factor == sum.Factor));
            return new EmissionAnswer(outlet.Id.Value, outlet.Name, outlet.EnterpriseId, outlet.Enterprise, sum.Factor, outlet.Channel(sum.Factor)?.Name ?? sum.Factor, sum.Kilograms, sum.Replaced, sum.Manual, sum.Missing, sum.Logged, sum.Difference, share?.Tonnes, share?.Share);
        }).ToList());
    }

    private static async Task<Results<Ok<List<TransmissionAnswer>>, ProblemHttpResult>> Transmission(DateOnly from, DateOnly to, OutletBook book, TransmissionReader transmission, CancellationToken token)
    {
        if (Check(from, to, OutletPeriodReader.MostDays) is { } problem)
            return problem;
        var outlets = (await book.All(token)).ToDictionary(outlet => outlet.Id);
        var counts = (await transmission.Read(outlets.Keys, from, to, token)).ToLookup(one => one.Point);
        var rows = new List<TransmissionAnswer>();
        foreach (var enterprise in outlets.Values.Where(outlet => counts.Contains(outlet.Id)).GroupBy(outlet => (outlet.EnterpriseId, outlet.Enterprise)))
        {
            rows.AddRange(enterprise.Select(outlet => TransmissionAnswer.Of(outlet.EnterpriseId, outlet.Enterprise, outlet.Id.Value, outlet.Name, TransmissionReader.Sum(counts[outlet.Id]))));
            rows.Add(TransmissionAnswer.Of(enterprise.Key.EnterpriseId, enterprise.Key.Enterprise, 0, "", TransmissionReader.Sum(enterprise.SelectMany(outlet => counts[outlet.Id]))));
        }

        return TypedResults.Ok(rows);
    }

    private static async Task<Results<Ok<RebuildAnswer>, ProblemHttpResult>> Rebuild(DateOnly from, DateOnly to, OutletBook book, OutletDays days, QuotaWatch quotas, CancellationToken token, int? pointId = null)
    {
        if (Check(from, to, OutletPeriodReader.MostDays) is { } problem)
            return problem;
        var outlets = (await book.All(token)).Where(outlet => pointId is null || outlet.Id.Value == pointId).ToList();
        if (outlets.Count == 0 && pointId is { } missing)
            return Missing(missing);
        var watch = Stopwatch.StartNew();
        var written = await days.Rebuild(outlets, from, to, token);
        var seconds = watch.Elapsed.TotalSeconds;
        await quotas.Look(token);
        return TypedResults.Ok(new RebuildAnswer(outlets.Count, written, seconds));
    }

    private static ProblemHttpResult? Check(DateOnly from, DateOnly to, int most) =>
        from > to ? Problems.Bad("bad-range", "起始日期不能晚于截止日期。", "from") : to.DayNumber - from.DayNumber >= most ? Problems.Bad("too-long", $"一次至多 {most} 天，请缩短时间。", "to") : null;

    private static ProblemHttpResult Missing(int id) => Problems.NotFound($"编号为 {id} 的排口");

    private static Results<Ok<ValveOrder>, ProblemHttpResult> Answer(Outcome<ValveOrder> outcome) => outcome.IsOk ? TypedResults.Ok(outcome.Value) : Problems.Of(outcome.Problem, outcome.Problem.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        "answered" or "sent" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    });
}

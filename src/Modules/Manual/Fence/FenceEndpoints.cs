using EcoPark.Modules.Manual.Fence.Actions;
using EcoPark.Modules.Manual.Fence.Causes;
using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>A factor at a fence over a year, as programs see it.</summary>
public sealed record DifferenceAnswer(int EnterpriseId, string Enterprise, string Factor, string FactorName, string Unit, string Source, double Mean, double? Level, double? Reference, bool IsYear, string State, IReadOnlyList<DifferencePeriod> Periods);

/// <summary>To whom the evidence of some hours goes.</summary>
public sealed record EvidenceOrder(int ChannelId, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<int>? Enterprises);

/// <summary>How many sheets were opened.</summary>
public sealed record EvidenceSent(int Sheets);

internal static class FenceEndpoints
{
    private static readonly Problem NoFence = new("not-found", "这家企业没有两个以上登记了经纬度、有共同因子的厂界自动监测点，或不在您的范围内。", "enterprise");
    private static readonly Problem NoPoints = new("not-found", "这家企业没有登记了经纬度的厂界自动监测点，或不在您的范围内。", "enterprise");
    private static readonly Problem NoEvidence = new("not-found", $"没有这个厂界点位的因子，不在您的范围内，或时段不对（至多 {EvidenceReader.MostHours} 小时）。", "channelId");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/fence", async Task<Results<Ok<FencePairs>, ProblemHttpResult>> (FenceReader reader, TimeProvider clock, CancellationToken token, int enterprise, string factor = "", int days = 7) =>
        {
            if (reader.Enterprises().FirstOrDefault(one => one.Id == enterprise) is not { } fenced)
                return Problems.Of(NoFence, StatusCodes.Status404NotFound);
            var (from, to) = FenceReader.Back(days, clock.UtcNow());
            return TypedResults.Ok(await reader.Read(fenced, FactorOf(fenced, factor), from, to, token));
        }).WithSummary("厂界自动监测点逐小时的上风向背景、下风向最高和差值；days 至多 90，factor 不给为第一个共同因子");
        api.MapGet("/peaks", async Task<Results<Ok<IReadOnlyList<PeakRow>>, ProblemHttpResult>> (FenceReader fence, PeakReader reader, TimeProvider clock, CancellationToken token, int enterprise, string factor = "", int days = 30) =>
        {
            if (fence.Enterprises(1).FirstOrDefault(one => one.Id == enterprise) is not { } fenced)
                return Problems.Of(NoPoints, StatusCodes.Status404NotFound);
            var (from, to) = FenceReader.Back(days, clock.UtcNow());
            return TypedResults.Ok(await reader.Read(fenced, FactorOf(fenced, factor), from, to, token));
        }).WithSummary("厂界自动监测点的峰值：开始、持续、最高、当时的风、同时段有峰值的其他厂界点位和处置的报警；days 至多 90");
        api.MapGet("/coverage", async (CoverageReader reader, TimeProvider clock, CancellationToken token, int? enterprise = null) =>
        {
            var (from, to) = FenceReader.Back(FenceReader.MostDays, clock.UtcNow());
            return await reader.Read(enterprise, from, to, token);
        }).WithSummary("各企业厂界点位的方位、盲区和近 90 天风吹向盲区的时间");
        api.MapGet("/differences", async (DifferenceReader reader, CancellationToken token, int enterprise) => (await reader.Read(enterprise, token)).Select(row => new DifferenceAnswer(
            row.EnterpriseId, row.Enterprise, row.Factor, row.FactorName, row.Unit, row.Source, row.Mean, row.Level, row.Reference, row.IsYear, row.State, row.Periods)))
            .WithSummary("一家企业厂界近一年各期最高减最低的差值和均值；自动点 14 天一期，手工点按采样日；参照值待核对");
        api.MapGet("/evidence", async Task<Results<Ok<PeakEvidence>, ProblemHttpResult>> (EvidenceReader reader, CancellationToken token, int channelId, DateTimeOffset from, DateTimeOffset to) =>
            await reader.Read(channelId, from.UtcDateTime, to.UtcDateTime, token) is { } evidence ? TypedResults.Ok(evidence) : Problems.Of(NoEvidence, StatusCodes.Status404NotFound))
            .WithSummary("厂界点位某几个小时的浓度、风和周边企业，供查找来源；to 不含");
        api.MapPost("/evidence", async Task<Results<Ok<EvidenceSent>, ProblemHttpResult>> (EvidenceDesk desk, EvidenceOrder order, CancellationToken token) =>
        {
            var sent = await desk.Send(order.ChannelId, order.From.UtcDateTime, order.To.UtcDateTime, order.Enterprises ?? [], token);
            return sent.IsOk ? TypedResults.Ok(new EvidenceSent(sent.Value)) : Problems.Of(sent.Problem, sent.Problem.Code switch
            {
                "not-found" => StatusCodes.Status404NotFound,
                "forbidden" => StatusCodes.Status403Forbidden,
                "sent" => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status400BadRequest,
            });
        })
        .WithSummary("固定这几个小时的证据，向所选企业各发一份相同的厂界溯源单");
    }

    private static string FactorOf(FencedEnterprise fenced, string factor) => fenced.Factors.Any(one => one.Code == factor) ? factor : fenced.Factors[0].Code;
}

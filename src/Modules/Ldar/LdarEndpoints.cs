using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Outlook;
using EcoPark.Platform;
using EcoPark.Platform.Http;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Ldar;

/// <summary>A leak, as programs see it.</summary>
public sealed record LeakAnswer(int Id, string Point, string Enterprise, string Unit, DateTime DetectedAt, double? FirstNet, double? Limit, string State, DateTime? Due, bool IsFirstLate, bool IsLate, DateTime? RepairedAt, double? RetestNet, string DelayVerdict, double? SavedKilograms);

/// <summary>A period, as programs see it.</summary>
public sealed record LdarAnswer(DateOnly First, DateOnly Last, IReadOnlyList<UnitFigures> Units, IReadOnlyList<KindFigures> Kinds, IReadOnlyList<LeakAnswer> Leaks, RepairEfficiency Efficiency, IReadOnlyList<RepeatedLeak> Repeated, IReadOnlyList<DelayAge> Delays, IReadOnlyList<DutyFigures> Duties);

/// <summary>The plan of a seal, as programs see it.</summary>
public sealed record PlanAnswer(int Id, int UnitId, string Code, string Kind, string State, string Place, string Equipment, DateOnly? LastTest, DateOnly? Due, string Plan, string Basis);

/// <summary>A round, as programs see it.</summary>
public sealed record RoundAnswer(int Id, string Name, string Enterprise, DateOnly? First, DateOnly? Last, int Planned, int Covered, double? Coverage, int Tested, int Leaking);

/// <summary>A seal's emission, as programs see it; kg.</summary>
public sealed record PointEmissionAnswer(int Id, int UnitId, string Code, double Kilograms, string Equation);

/// <summary>Emissions of a period, as programs see them; kg. Rounds add up to the same as units.</summary>
public sealed record EmissionAnswer(DateOnly First, DateOnly Last, double Kilograms, string Basis, IReadOnlyList<UnitEmission> Units, IReadOnlyList<RoundEmission> Rounds, IReadOnlyList<PointEmissionAnswer> Largest);

/// <summary>The park's word on a delay.</summary>
public sealed record DelayDecision(bool Agrees, string? Remark);

/// <summary>Where the leak stands after it.</summary>
public sealed record DelayAnswer(int Id, string State, DateTime? Due);

internal static class LdarEndpoints
{
    /// <summary>Seals of one answer.</summary>
    private const int MostAtOnce = 1_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/ldar").RequireAuthorization(LdarPermissions.View).WithTags("泄漏检测与修复").DisableAntiforgery();
        api.MapGet("/figures", async (LdarReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
        {
            var (first, last) = YearOf(year, clock);
            return Answer(await reader.Read(first, last, enterprise, token));
        }).WithSummary("一年的密封点、检测、泄漏、修复和延迟；不给 year 为本年");
        api.MapGet("/plan", async (PlanReader reader, CancellationToken token, int? enterprise = null, int? unit = null, int skip = 0, int take = 100) =>
        {
            var plan = await reader.Read(enterprise, unit, token);
            return new Page<PlanAnswer>([.. plan.Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MostAtOnce)).Select(Answer)], plan.Count);
        }).WithSummary("各密封点的上次检测、下次期限和依据，按装置、设备、编号；take 至多 1000");
        api.MapGet("/rounds", async (PlanReader reader, CancellationToken token, int? enterprise = null) => (await reader.Rounds(enterprise, token)).Select(one =>
            new RoundAnswer(one.Round.Id, one.Round.Name, one.Enterprise, one.Round.First, one.Round.Last, one.Planned, one.Covered, one.Coverage, one.Tested, one.Leaking))).WithSummary("各检测轮次的应检、已检和覆盖率，最近的在前");
        api.MapGet("/emissions", async (EmissionReader reader, TimeProvider clock, CancellationToken token, int? year = null, DateOnly? first = null, DateOnly? last = null, int? enterprise = null) =>
        {
            var (begin, end) = PeriodOf(year, first, last, clock);
            return Answer(await reader.Read(begin, end, enterprise, token));
        }).WithSummary("一年或一段时间的 VOCs 排放量：按装置、检测轮次、方法，和排放最大的密封点及其算式");
        api.MapGet("/savings", async (SavingReader reader, TimeProvider clock, CancellationToken token, int? year = null, DateOnly? first = null, DateOnly? last = null, int? enterprise = null, int skip = 0, int take = 100) =>
        {
            var (begin, end) = PeriodOf(year, first, last, clock);
            return SavingAnswer.Of(await reader.Read(begin, end, enterprise, token), Math.Max(0, skip), Math.Clamp(take, 1, MostAtOnce));
        }).WithSummary("一年或一段时间内修复减少的 VOCs 排放及其价值：按装置、企业、年度，和逐项修复的算式；take 至多 1000");
        api.MapGet("/outlook", async (OutlookReader reader, CancellationToken token, int? enterprise = null, int skip = 0, int take = 100) => OutlookAnswer.Of(await reader.Read(enterprise, token), Math.Max(0, skip), Math.Clamp(take, 1, MostAtOnce)))
            .WithSummary("各类密封点保持不泄漏的曲线（Kaplan–Meier）和分布（威布尔），及下次检测前泄漏概率最高的 5 % 密封点；take 至多 1000");
        api.MapGet("/audit", async (AuditReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
        {
            var (first, last) = YearOf(year, clock);
            return await reader.Read(first, last, enterprise, token);
        }).WithSummary("一年的现场检测及其统计疑点，疑点多的在前");
        api.MapPost("/leaks/{id:int}/delay", async (LeakDesk desk, int id, DelayDecision decision, CancellationToken token) =>
            Answer(decision.Agrees ? await desk.Agree(id, decision.Remark ?? "", token) : await desk.Refuse(id, decision.Remark ?? "", token)))
            .RequireAuthorization(LdarPermissions.Delays).WithSummary("批准或不批准延迟修复");
    }

    private static (DateOnly First, DateOnly Last) YearOf(int? year, TimeProvider clock)
    {
        var of = year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year;
        return (new(of, 1, 1), new(of, 12, 31));
    }

    /// <summary>Days far from all tests would be beyond the calendar, some years before and after.</summary>
    private static (DateOnly First, DateOnly Last) PeriodOf(int? year, DateOnly? first, DateOnly? last, TimeProvider clock)
    {
        var (begin, end) = YearOf(year, clock);
        return (first is { Year: < 2000 } ? new(2000, 1, 1) : first ?? begin, last is { Year: > 2100 } ? new(2100, 12, 31) : last ?? end);
    }

    private static Results<Ok<DelayAnswer>, ProblemHttpResult> Answer(Outcome<LdarRepair> outcome) => outcome.IsOk ? TypedResults.Ok(new DelayAnswer(outcome.Value.Id, outcome.Value.State, outcome.Value.Due)) : Problems.Of(outcome.Problem, outcome.Problem.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    });

    private static LdarAnswer Answer(LdarYear year) => new(
        year.First, year.Last, year.Units, year.Kinds,
        [.. year.Leaks.Select(row => new LeakAnswer(row.Repair.Id, row.Repair.PointCode, row.Enterprise, row.Unit, row.Repair.DetectedAt!.Value, row.Repair.FirstNet, row.Repair.Limit, row.Repair.State, row.Repair.Due, row.IsFirstLate, row.IsLate, row.Repair.RepairedAt, row.Repair.RetestNet, row.Repair.DelayVerdict, row.Saved))],
        year.Efficiency, year.Repeated, year.Delays, year.Duties);

    private static PlanAnswer Answer(PointPlan plan) => new(plan.Seal.Id, plan.Seal.UnitId, plan.Seal.Code, plan.Seal.Kind, plan.Seal.State, plan.Seal.Place, plan.Seal.Equipment, plan.LastTest, plan.Due, PlanStates.Titles[plan.Plan], plan.Basis);

    private static EmissionAnswer Answer(EmissionSet set) => new(set.First, set.Last, set.Kilograms, Standards.Ldar.SealEmission.Rule.Shown, set.Units, set.Rounds, [.. set.Largest.Select(point => new PointEmissionAnswer(point.Id, point.UnitId, point.Code, point.Kilograms, point.Equation))]);
}

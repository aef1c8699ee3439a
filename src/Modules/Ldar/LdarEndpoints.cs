using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Leaks;
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

/// <summary>What a repair saves, as programs see it.</summary>
/// <param name="IsTested">A test ends it; else it is assumed that the seal has stayed as the re-test found it.</param>
public sealed record RepairSavingAnswer(int Id, string Point, string Enterprise, string Unit, double BeforeNet, double AfterNet, DateTime From, DateTime To, bool IsTested, double Hours, double Kilograms, string Equation);

/// <summary>What repairs save in a period, as programs see it; kg and yuan.</summary>
public sealed record SavingAnswer(
    DateOnly First, DateOnly Last, double Kilograms, double? Yuan, double? YuanPerTonne, string Basis, string Assumption, IReadOnlyList<SavingSum> Units, IReadOnlyList<SavingSum> Enterprises, IReadOnlyList<SavingSum> Years, int Total, IReadOnlyList<RepairSavingAnswer> Repairs);

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
            var (begin, end) = YearOf(year, clock);
            return Answer(await reader.Read(first ?? begin, last ?? end, enterprise, token));
        }).WithSummary("一年或一段时间的 VOCs 排放量：按装置、检测轮次、方法，和排放最大的密封点及其算式");
        api.MapGet("/savings", async (SavingReader reader, TimeProvider clock, CancellationToken token, int? year = null, DateOnly? first = null, DateOnly? last = null, int? enterprise = null, int skip = 0, int take = 100) =>
        {
            var (begin, end) = YearOf(year, clock);
            return Answer(await reader.Read(first ?? begin, last ?? end, enterprise, token), skip, take);
        }).WithSummary("一年或一段时间内修复减少的 VOCs 排放及其价值：按装置、企业、年度，和逐项修复的算式；take 至多 1000");
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

    private static SavingAnswer Answer(SavingSet set, int skip, int take) => new(
        set.First, set.Last, set.Kilograms, set.Yuan, set.YuanPerTonne, RepairSaving.Rule, RepairSaving.Assumption, set.Units, set.Enterprises, set.Years, set.Repairs.Count,
        [.. set.Repairs.Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MostAtOnce)).Select(one => new RepairSavingAnswer(one.Leak.RepairId, one.Leak.Code, one.Leak.Enterprise, one.Leak.Unit, one.Leak.FirstNet, one.Leak.RetestNet, one.From, one.To, one.IsTested, one.Hours, one.Kilograms, one.Equation))]);
}

using EcoPark.Modules.Waste.Balances;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Waste;

/// <summary>A waste in a year, as programs see it; t.</summary>
public sealed record KindAnswer(
    int Id, int EnterpriseId, string Enterprise, string Name, string Class, string Code, double? Maximum, string Basis, double Generated, double? Share, DateOnly? ReachedOn, IReadOnlyList<double> GeneratedByMonth,
    IReadOnlyList<double> TreatedByMonth, double Stock);

/// <summary>A store now, as programs see it; t.</summary>
public sealed record StoreAnswer(int Id, int EnterpriseId, string Enterprise, string Name, double? Capacity, double Stock, string? OldestBatch, int OldestDays);

/// <summary>An enterprise's class, as programs see it.</summary>
public sealed record UnitAnswer(int EnterpriseId, string Enterprise, double Hazardous, double General, double Treated, double Stock, string? Class, string? ClassBasis, DateOnly? DueOn, string? Due);

/// <summary>Solid waste in a year, as programs see it.</summary>
public sealed record WasteAnswer(int Year, IReadOnlyList<KindAnswer> Kinds, IReadOnlyList<StoreAnswer> Stores, IReadOnlyList<UnitAnswer> Enterprises, IReadOnlyList<FlowLink> Flow);

/// <summary>What an enterprise owes of declarations and plans, as programs see it; t.</summary>
public sealed record DeclarationAnswer(int EnterpriseId, string Enterprise, string Class, string Kind, string Period, string Title, DateOnly DueOn, string State, int DaysLate, DateOnly? HandedInOn, double? Ledger, double? Declared, double? Difference);

/// <summary>How much of a licence is booked in a year, as programs see it; t.</summary>
public sealed record LoadAnswer(int DisposerId, string Disposer, string Part, double Allowed, double Planned, double Sent, double? Share);

/// <summary>A waste beside what it goes with, as programs see it; coefficients in t a unit.</summary>
public sealed record BalanceAnswer(int KindId, int EnterpriseId, string Enterprise, string Waste, string Basis, string Item, string Unit, double? Median, string Doubt, IReadOnlyList<BalanceMonth> Months);

internal static class WasteEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/waste").RequireAuthorization(WastePermissions.View).WithTags("固体废物").DisableAntiforgery();
        api.MapGet("/figures", async (WasteReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
            Answer(await reader.Read(year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year, enterprise, token))).WithSummary("一年的产生、处理处置、库存、企业管理类别和流向；不给 year 为本年");
        api.MapGet("/batches", async (WasteReader reader, CancellationToken token, int? enterprise = null) => await reader.OpenBatches(enterprise, token)).WithSummary("尚未处理完的批次：产生未入库、在库、出库未处理，最早的在前");
        api.MapGet("/declarations", async (DeclarationReader reader, CancellationToken token, int? enterprise = null) => (await reader.Read(enterprise, token)).Select(row => new DeclarationAnswer(
            row.EnterpriseId, row.Enterprise, row.Unit.Title, row.Declaration.Name, row.Declaration.Period, row.Declaration.Title, row.Declaration.DueOn, row.State, row.DaysLate, row.Filed?.HandedInOn, row.Ledger, row.Filed?.Tonnes, row.Difference)))
            .WithSummary("危废申报和管理计划：近一年到期的和各事项最近的一期，逾期的在前");
        api.MapGet("/balance", async (BalanceReader reader, TimeProvider clock, CancellationToken token, int? year = null, int? enterprise = null) =>
            (await reader.Read(year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year, enterprise, token)).Select(row => new BalanceAnswer(row.Kind.Id, row.Kind.EnterpriseId, row.Enterprise, row.Kind.Name, row.Basis, row.Item, row.Unit, row.Median, row.Doubt, row.Months)))
            .WithSummary("产废与对照量：本年和上年逐月的产废系数、通常值和疑点（筛查规则，不作判定）；不给 year 为本年");
        api.MapGet("/receivers", async (WasteReader reader, TimeProvider clock, CancellationToken token, int? year = null) =>
            (await reader.Read(year is >= 2000 and <= 2100 ? year.Value : clock.ParkNow().Year, null, token)).Loads.Select(load => new LoadAnswer(load.Disposer.Id, load.Disposer.Name, load.Part, load.Allowed, load.Planned, load.Sent, load.Share)))
            .WithSummary("接收单位许可能力的占用（全园区）；不给 year 为本年");
    }

    private static WasteAnswer Answer(WasteYear year) => new(
        year.Year,
        [.. year.Kinds.Select(one => new KindAnswer(one.Kind.Id, one.Kind.EnterpriseId, one.Enterprise, one.Kind.Name, one.Kind.Class, one.Kind.Code.Length > 0 ? one.Kind.Code : one.Kind.GeneralCode, one.Kind.Maximum, one.Kind.MaximumBasis, one.Generated, one.Share is { } share && double.IsFinite(share) ? share : null, one.Outlook?.On, one.GeneratedByMonth, one.TreatedByMonth, one.Stock))],
        [.. year.Stores.Select(one => new StoreAnswer(one.Store.Id, one.Store.EnterpriseId, one.Enterprise, one.Store.Name, one.Store.Capacity, one.Tonnes, Oldest(one)?.Oldest!.Code, Oldest(one)?.Days ?? 0))],
        [.. year.Enterprises.Select(one => new UnitAnswer(one.EnterpriseId, one.Enterprise, one.Hazardous, one.General, one.Treated, one.Stock, one.Class?.Title, one.Class?.Basis, one.Next?.On, one.Next?.Title))],
        year.Flow);

    private static StoredKind? Oldest(StoreFigures store) => store.Kinds.Where(kind => kind.Oldest is not null).MaxBy(kind => kind.Days);
}

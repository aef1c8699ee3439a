using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>A plan is of a hazardous waste of its enterprise, and of a receiver that is licensed for it in that year.</summary>
internal sealed class PlanCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => WastePlanType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var plan = (WastePlan)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var kind = await db.Set<WasteKind>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == plan.KindId, cancellationToken).ConfigureAwait(false);
        if (kind is null || kind.EnterpriseId != plan.EnterpriseId)
            return new("kind", "本企业没有这种废物，请先登记固体废物种类。", "kindId");
        if (kind.Class != WasteWords.Hazardous)
            return new("kind", $"{kind.Name}是一般工业固体废物，不列入危险废物管理计划。", "kindId");
        if (plan.DisposerId is not { } id || plan.Year is not { } year)
            return null;
        var disposer = await db.Set<WasteDisposer>().AsNoTracking().Include(one => one.Scope).FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        return disposer is null ? new("disposer", "没有这个接收单位，或它已被删除。", "disposerId")
            : DisposerJudge.Of(disposer, kind, FirstDay(disposer, year)) is { } fault ? new("disposer", $"{fault.Text}，不能作拟接收单位。", "disposerId") : null;
    }

    /// <summary>The first day of the year on which the licence holds: one that begins within the year is one that can be planned with.</summary>
    private static DateOnly FirstDay(WasteDisposer disposer, int year)
    {
        var first = new DateOnly(year, 1, 1);
        return disposer.ValidFrom is { } from && from > first && from.Year == year ? from : first;
    }
}

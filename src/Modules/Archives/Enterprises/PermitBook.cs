using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>What the archives tell the watch: enterprises, outlets the concentration limits and the permitted totals of their permits.</summary>
internal sealed class PermitBook(IDbContextFactory<ParkDb> databases) : IPermitBook
{
    public IReadOnlyList<string> Sources { get; } = [EnterpriseType.Name, PermitOutletType.Name, PermitLimitType.Name];

    public async Task<PermitSnapshot> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new PermitSnapshot(
            await db.Set<Enterprise>().Select(one => new KnownEnterprise(one.Id, one.Name, one.Industry)).ToListAsync(cancellationToken),
            await db.Set<PermitOutlet>().Select(one => new KnownOutlet(one.Id, one.EnterpriseId, one.Code, one.Name, one.Kind)).ToListAsync(cancellationToken),
            await db.Set<PermitLimit>().Where(one => one.Limit != null && one.ValidFrom != null)
                .Select(one => new KnownLimit(one.OutletId, one.Factor, one.Limit!.Value, one.Unit, one.Standard, one.ValidFrom!.Value, one.ValidTo)).ToListAsync(cancellationToken))
        {
            Totals = await db.Set<PermitLimit>().Where(one => one.AnnualTotal != null && one.ValidFrom != null)
                .Select(one => new KnownTotal(one.OutletId, one.Factor, one.AnnualTotal!.Value, one.ValidFrom!.Value, one.ValidTo)).ToListAsync(cancellationToken),
        };
    }
}

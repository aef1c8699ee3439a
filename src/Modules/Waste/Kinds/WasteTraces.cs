using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Standards.Waste;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Kinds;

/// <summary>Pollutants that the names of hazardous wastes tell of.</summary>
internal sealed class WasteTraces(IDbContextFactory<ParkDb> databases) : IPollutantTraces
{
    public string Title => "危险废物类别";

    public async Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var kinds = await db.Set<WasteKind>().AsNoTracking().Where(kind => kind.Code != "" && (enterprise == null || kind.EnterpriseId == enterprise)).Select(kind => new { kind.EnterpriseId, kind.Code, kind.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. kinds.SelectMany(kind => WastePollutants.Of(HazardousWastes.Find(kind.Code)?.Category ?? "").Select(name => new PollutantTrace(kind.EnterpriseId, PollutantTrace.Ground, name, TraceKind.Waste, $"{kind.Name}（{kind.Code}）")))];
    }
}

using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Standards.Pollutants;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Archives.Enterprises;

/// <summary>Pollutants that an enterprise's archive names: materials, products and processes as they are now, and approvals until the end of the year. No medium is known of them.</summary>
internal sealed class ArchiveTraces(IDbContextFactory<ParkDb> databases) : IPollutantTraces
{
    public string Title => "环评批复要点、主要原辅材料、产品和工艺";

    public async Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May($"records.{EnterpriseType.Name}.view") || !Actor.Current.May("records.enterprise-eias.view"))
            return null;
        var last = new DateOnly(year, 12, 31);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(one => (enterprise == null || one.Id == enterprise) && (one.Materials != "" || one.Products != "" || one.Processes != ""))
            .Select(one => new { one.Id, one.Materials, one.Products, one.Processes }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var assessments = await db.Set<EnterpriseEia>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.Requirements != "" && (one.ApprovedOn == null || one.ApprovedOn <= last))
            .Select(one => new { one.EnterpriseId, one.Project, one.Requirements }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. enterprises.SelectMany(one => new[] { ("主要原辅材料", one.Materials), ("主要产品", one.Products), ("主要工艺", one.Processes) }.SelectMany(text => Named(one.Id, TraceKind.Material, text.Item1, text.Item2))),
            .. assessments.SelectMany(one => Named(one.EnterpriseId, TraceKind.Assessed, one.Project, one.Requirements)),
        ];
    }

    private static IEnumerable<PollutantTrace> Named(int enterprise, TraceKind kind, string where, string text) => PollutantMentions.In(text).Select(name => new PollutantTrace(enterprise, "", name, kind, where));
}

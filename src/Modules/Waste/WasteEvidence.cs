using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Waste;

/// <summary>What of item 7.4.6 of appendix A is no field but a sum of the ledger.</summary>
internal static class WasteEvidence
{
    public static void Add(IServiceCollection services) => services.AddSingleton(new Evidence(Chapter.Section, ["月度季度年度处理处置或综合利用量"], "/waste/months", async (provider, token) =>
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
        var treated = db.Set<WasteEntry>().AsNoTracking().Where(entry => LedgerStage.Final.Contains(entry.Stage));
        return (await treated.LongCountAsync(token).ConfigureAwait(false), await treated.MaxAsync(entry => (DateTime?)entry.UpdatedAt, token).ConfigureAwait(false));
    }));
}

using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Manual;

/// <summary>What of items 7.4.2 and 7.4.3 of appendix A is no field but a picture of the results.</summary>
internal static class ManualEvidence
{
    public static void Add(IServiceCollection services)
    {
        foreach (var (section, isFugitive) in new[] { (Chapter.Manual, false), (Chapter.Fugitive, true) })
        {
            services.AddSingleton(new Evidence(section, ["趋势分析"], $"/manual/trend{(isFugitive ? "?of=fugitive" : "")}", async (provider, token) =>
            {
                var kinds = PointKinds.Of(isFugitive);
                await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
                var measured = db.Set<ManualSample>().AsNoTracking().Where(one => one.Value != null && kinds.Contains(one.Kind));
                return (await measured.LongCountAsync(token).ConfigureAwait(false), await measured.MaxAsync(one => (DateTime?)one.UpdatedAt, token).ConfigureAwait(false));
            }));
        }
    }
}

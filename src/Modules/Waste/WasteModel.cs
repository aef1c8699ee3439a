using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste;

/// <summary>By what the ledger is asked: what came of a batch, and sums by month.</summary>
internal sealed class WasteModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<WasteEntry>(entry =>
        {
            entry.HasIndex(one => new { one.EnterpriseId, one.SourceCode });
            entry.HasIndex(one => new { one.EnterpriseId, one.Month });
            entry.HasIndex(one => one.Month);
        });
        model.Entity<ManifestItem>().HasIndex(one => one.Batch);
    }
}

using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual;

/// <summary>By what results and reports are asked.</summary>
internal sealed class ManualModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<ManualSample>(result =>
        {
            result.HasIndex(one => one.At);
            result.Ignore(one => one.Judged);
        });
        model.Entity<ManualReport>(report =>
        {
            report.HasIndex(one => one.Stage);
            report.HasIndex(one => one.Look);
            report.Property(one => one.Version).IsConcurrencyToken();
        });
    }
}

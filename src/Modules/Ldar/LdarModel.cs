using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar;

/// <summary>By what points, readings and leaks are asked.</summary>
internal sealed class LdarModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<LdarReading>(reading =>
        {
            reading.HasIndex(one => one.At);
            reading.HasIndex(one => one.IsLeak);
        });
        model.Entity<LdarBackground>().HasIndex(one => new { one.UnitId, one.InstrumentId, one.Day });
        model.Entity<SealPoint>().HasIndex(one => one.Code);
        model.Entity<LdarRepair>(repair =>
        {
            repair.HasIndex(one => one.Stage);
            repair.HasIndex(one => one.Look);
            repair.Property(one => one.Version).IsConcurrencyToken();
        });
    }
}

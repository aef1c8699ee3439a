using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Instruments;

/// <summary>Tables of what instruments say of themselves.</summary>
internal sealed class InstrumentModel : IModelPart
{
    internal const int LongestValue = 500;

    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<InstrumentState>(state =>
        {
            state.HasKey(s => new { s.DeviceId, s.Factor, s.Code });
            state.HasOne<Device>().WithMany().HasForeignKey(s => s.DeviceId).OnDelete(DeleteBehavior.Cascade);
            state.Property(s => s.Factor).HasMaxLength(20);
            state.Property(s => s.Code).HasMaxLength(10);
            state.Property(s => s.Value).HasMaxLength(LongestValue);
        });
        model.Entity<InstrumentRecord>(record =>
        {
            record.HasIndex(r => new { r.DeviceId, r.At, r.Factor, r.Code, r.Value }).IsUnique();
            record.HasOne<Device>().WithMany().HasForeignKey(r => r.DeviceId).OnDelete(DeleteBehavior.Cascade);
            record.Property(r => r.Factor).HasMaxLength(20);
            record.Property(r => r.Code).HasMaxLength(10);
            record.Property(r => r.Value).HasMaxLength(LongestValue);
            record.Property(r => r.Before).HasMaxLength(LongestValue);
        });
        model.Entity<StandardCheckResult>(check =>
        {
            check.HasIndex(c => new { c.DeviceId, c.At, c.Factor }).IsUnique();
            check.HasOne<Device>().WithMany().HasForeignKey(c => c.DeviceId).OnDelete(DeleteBehavior.Cascade);
            check.Property(c => c.Factor).HasMaxLength(20);
            check.Property(c => c.Basis).HasMaxLength(300);
        });
    }
}

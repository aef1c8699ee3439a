using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>The relay's tables in the park's database.</summary>
internal sealed class RelayModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<UpperPlatform>(platform =>
        {
            platform.HasIndex(p => p.Name).IsUnique();
            platform.Property(p => p.Name).HasMaxLength(100);
            platform.Property(p => p.Host).HasMaxLength(255);
            platform.Property(p => p.CertificateFingerprint).HasMaxLength(64);
            platform.Property(p => p.Password).IsSealed(secrets);
            platform.Property(p => p.EncryptionKey).IsSealed(secrets);
            platform.HasMany(p => p.Devices).WithOne().HasForeignKey(d => d.PlatformId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RelayedDevice>(device =>
        {
            device.HasIndex(d => new { d.PlatformId, d.DeviceId }).IsUnique();
            device.HasOne(d => d.Device).WithMany().HasForeignKey(d => d.DeviceId).OnDelete(DeleteBehavior.Cascade);
            device.Property(d => d.Mn).HasMaxLength(32);
            device.Property(d => d.SystemCode).HasMaxLength(3);
            device.Property(d => d.Password).IsSealed(secrets);
        });
        model.Entity<RelayState>(state =>
        {
            state.HasKey(s => s.PlatformId);
            state.HasOne<UpperPlatform>().WithOne().HasForeignKey<RelayState>(s => s.PlatformId).OnDelete(DeleteBehavior.Cascade);
            state.Property(s => s.Holder).HasMaxLength(100);
        });
        model.Entity<RelayCursor>(cursor =>
        {
            cursor.HasKey(c => new { c.PlatformId, c.Lane });
            cursor.HasOne<UpperPlatform>().WithMany().HasForeignKey(c => c.PlatformId).OnDelete(DeleteBehavior.Cascade);
            cursor.Property(c => c.Lane).HasMaxLength(100);
        });
        model.Entity<OwedTelegram>(owed =>
        {
            owed.HasKey(o => new { o.PlatformId, o.LogId });
            owed.HasIndex(o => new { o.PlatformId, o.DeviceId, o.At, o.LogId });
            owed.HasOne<UpperPlatform>().WithMany().HasForeignKey(o => o.PlatformId).OnDelete(DeleteBehavior.Cascade);
            owed.HasOne<Device>().WithMany().HasForeignKey(o => o.DeviceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RelayHold>(hold =>
        {
            hold.HasKey(h => new { h.PlatformId, h.DeviceId });
            hold.HasOne<UpperPlatform>().WithMany().HasForeignKey(h => h.PlatformId).OnDelete(DeleteBehavior.Cascade);
            hold.HasOne<Device>().WithMany().HasForeignKey(h => h.DeviceId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RelayEvent>(one =>
        {
            one.HasIndex(e => new { e.PlatformId, e.Id });
            one.HasOne<UpperPlatform>().WithMany().HasForeignKey(e => e.PlatformId).OnDelete(DeleteBehavior.Cascade);
            one.Property(e => e.Mn).HasMaxLength(32);
        });
    }
}

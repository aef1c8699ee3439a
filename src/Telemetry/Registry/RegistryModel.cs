using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry's tables in the park's database.</summary>
public sealed class RegistryModel : IModelPart
{
    /// <summary>Name of the filter that hides what is the park's alone from accounts of enterprises; lifted only where it was narrowed to the enterprise's own devices before.</summary>
    public const string OfPark = "park";

    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<Device>(device =>
        {
            device.HasIndex(d => d.Mn).IsUnique();
            device.Property(d => d.Mn).HasMaxLength(32);
            device.Property(d => d.Name).HasMaxLength(100);
            device.Property(d => d.SystemCode).HasMaxLength(3);
            device.Property(d => d.RetiredBecause).HasMaxLength(500);
            device.Property(d => d.Password).IsSealed(secrets);
            device.Property(d => d.EncryptionKey!).IsSealed(secrets);
            device.Property(d => d.Hardware).HasMaxLength(Device.LongestHardware);
        });
        model.Entity<MonitoringPoint>(point =>
        {
            point.Property(p => p.Name).HasMaxLength(100);
            point.Property(p => p.Enterprise).HasMaxLength(100);
            point.HasIndex(p => p.EnterpriseId);
            point.HasMany(p => p.FormerOwners).WithOne().HasForeignKey(former => former.PointId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<FormerOwner>(former =>
        {
            former.ToTable("FormerOwner");
            former.HasIndex(one => new { one.PointId, one.LastDay }).IsUnique();
        });
        model.Entity<Channel>(channel =>
        {
            channel.HasIndex(c => new { c.DeviceId, c.FactorCode }).IsUnique();
            channel.HasOne(c => c.Device).WithMany(d => d.Channels).HasForeignKey(c => c.DeviceId).OnDelete(DeleteBehavior.Restrict); // Readings hang on it.
            channel.Property(c => c.FactorCode).HasMaxLength(20);
            channel.Property(c => c.OriginalCode).HasMaxLength(20);
            channel.Property(c => c.Name).HasMaxLength(100);
            channel.Property(c => c.Unit).HasMaxLength(20);
        });
        model.Entity<CommandRecord>(command =>
        {
            command.HasIndex(c => new { c.Mn, c.RequestedAt });
            command.Property(c => c.Mn).HasMaxLength(32);
            command.Property(c => c.Qn).HasMaxLength(17);
            command.Property(c => c.RequestedBy).HasMaxLength(100);
            command.HasQueryFilter(OfPark, _ => db.Scope == null);
        });
        model.Entity<DataGap>(gap =>
        {
            gap.HasIndex(g => new { g.Mn, g.Interval, g.From }).IsUnique();
            gap.Property(g => g.Mn).HasMaxLength(32);
            gap.HasQueryFilter(OfPark, _ => db.Scope == null);
        });
        model.Entity<RegistryVersion>().HasData(new RegistryVersion { Id = 1, Version = 1 });
    }
}

/// <summary>Counts changes of the registry, so that every node notices those made on another.</summary>
internal sealed class RegistryVersion
{
    public int Id { get; set; }

    public long Version { get; set; }
}

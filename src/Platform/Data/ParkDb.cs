using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Data;

/// <summary>Entities that a room adds to the park's database.</summary>
public interface IModelPart
{
    void Configure(ModelBuilder model, SecretBox secrets);
}

/// <summary>The park's records: everything but telemetry, which has stores of its own.</summary>
/// <remarks>One type per provider, so that each has migrations of its own; code uses this type alone.</remarks>
public abstract class ParkDb(DbContextOptions options, IEnumerable<IModelPart> parts, SecretBox secrets) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
            part.Configure(modelBuilder, secrets);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
}

using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Data;

/// <summary>Entities that a room adds to the park's database.</summary>
public interface IModelPart
{
    /// <param name="db">The context that is being modelled; query filters may name its members.</param>
    void Configure(ModelBuilder model, SecretBox secrets, ParkDb db);

    /// <summary>Called when all rooms have added their entities, whatever their order: for what must hold of every entity.</summary>
    void Finish(ModelBuilder model, ParkDb db)
    {
    }
}

/// <summary>The park's records: everything but telemetry, which has stores of its own.</summary>
/// <remarks>One type per provider, so that each has migrations of its own; code uses this type alone.</remarks>
public abstract class ParkDb(DbContextOptions options, IEnumerable<IModelPart> parts, SecretBox secrets) : DbContext(options)
{
    /// <summary>The enterprise that the running code is narrowed to; <see langword="null"/> for the whole park.</summary>
    public int? Scope => Actor.Current.EnterpriseId;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
            part.Configure(modelBuilder, secrets, this);
        foreach (var part in parts)
            part.Finish(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
}

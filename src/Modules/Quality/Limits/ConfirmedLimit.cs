using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Limits;

/// <summary>A limit that the library knows from memory only, and that somebody has checked against the document.</summary>
[Audited("限值核对")]
public sealed class ConfirmedLimit
{
    public int Id { get; set; }

    /// <summary>See <see cref="KeyOf"/>.</summary>
    [DisplayName("限值")]
    public required string Key { get; set; }

    [DisplayName("核对人")]
    public required string By { get; set; }

    [DisplayName("核对时间")]
    public DateTime At { get; set; }

    /// <summary>Where the document was seen.</summary>
    [DisplayName("依据")]
    public required string Source { get; set; }

    /// <summary>Names a row of the library, whatever its place in it.</summary>
    public static string KeyOf(Limit limit) =>
        string.Join('|', limit.StandardNumber, limit.Medium, limit.Class, limit.Factor, limit.Averaging, limit.Kind, limit.Condition, limit.Text, limit.EffectiveFrom);
}

/// <summary>Its table.</summary>
internal sealed class LimitModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<ConfirmedLimit>(limit =>
    {
        limit.HasIndex(l => l.Key).IsUnique();
        limit.Property(l => l.Key).HasMaxLength(400);
        limit.Property(l => l.By).HasMaxLength(100);
        limit.Property(l => l.Source).HasMaxLength(300);
    });
}

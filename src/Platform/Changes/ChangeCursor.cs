using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Changes;

/// <summary>How far a subscriber of the <see cref="ChangeFeed"/> has come.</summary>
public sealed class ChangeCursor
{
    public required string Subscriber { get; set; }

    /// <summary>Changes up to this number are seen to.</summary>
    public long Number { get; set; }

    public DateTime At { get; set; }
}

/// <summary>Table of the cursors.</summary>
public sealed class ChangeModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<ChangeCursor>(cursor =>
    {
        cursor.HasKey(one => one.Subscriber);
        cursor.Property(one => one.Subscriber).HasMaxLength(50);
    });
}

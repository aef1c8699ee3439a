using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Audit;

/// <summary>Table of the audit log.</summary>
public sealed class AuditModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<AuditEntry>(entry =>
    {
        entry.HasIndex(e => e.Number).IsUnique();
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.RecordType, e.Number });
        entry.Property(e => e.RecordType).HasMaxLength(60);
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
        entry.Property(e => e.Who).HasMaxLength(50);
        entry.Property(e => e.Remote).HasMaxLength(64);
        entry.Property(e => e.Action).HasMaxLength(20);
        entry.Property(e => e.Subject).HasMaxLength(50);
        entry.Property(e => e.SubjectId).HasMaxLength(100);
        entry.Property(e => e.Program).HasMaxLength(100);
        entry.Property(e => e.Proof).HasMaxLength(80);
        entry.HasIndex(e => e.Proof).IsUnique();
        entry.Property(e => e.Seal).HasMaxLength(64);
    });
}

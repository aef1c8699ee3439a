using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Workflow;

/// <summary>Table of the time lines; states and deadlines lie with the entities themselves.</summary>
internal sealed class FlowModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<FlowLine>(line =>
    {
        line.HasIndex(one => new { one.Subject, one.SubjectId, one.Id });
        line.HasIndex(one => one.At);
        line.Property(one => one.Subject).HasMaxLength(50);
        line.Property(one => one.Flow).HasMaxLength(50);
        line.Property(one => one.Step).HasMaxLength(50);
        line.Property(one => one.Who).HasMaxLength(50);
        line.Property(one => one.Action).HasMaxLength(20);
        line.Property(one => one.To).HasMaxLength(50);
        line.Property(one => one.Text).HasMaxLength(4_000);
    });
}

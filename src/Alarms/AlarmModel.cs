using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EcoPark.Alarms;

/// <summary>Tables of the alarms. An enterprise's scope is a filter of every query, since <see cref="Alarm"/> belongs to one.</summary>
internal sealed class AlarmModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<Alarm>(alarm =>
        {
            alarm.HasIndex(a => a.OpenCause).IsUnique();
            alarm.HasIndex(a => new { a.Cause, a.FirstAt });
            alarm.HasIndex(a => new { a.State, a.Level });
            alarm.HasIndex(a => a.FirstAt);
            alarm.HasIndex(a => new { a.EnterpriseId, a.FirstAt });
            alarm.HasIndex(a => a.DeviceId);
            // To-dos are counted with every page.
            alarm.HasIndex(a => new { a.Explanation, a.EnterpriseId });
            alarm.HasIndex(a => new { a.AssigneeId, a.State });
            alarm.HasIndex(a => a.AcknowledgeLook);
            alarm.HasIndex(a => a.ExplanationLook);
            alarm.HasIndex(a => a.ShelvedUntil);
            alarm.HasIndex(a => new { a.RecordType, a.RecordId });
            alarm.Property(a => a.Kind).HasMaxLength(50);
            alarm.Property(a => a.What).HasMaxLength(50);
            alarm.Property(a => a.Category).HasMaxLength(30);
            alarm.Property(a => a.Cause).HasMaxLength(250);
            alarm.Property(a => a.OpenCause).HasMaxLength(250);
            alarm.Property(a => a.SubjectKey).HasMaxLength(70);
            alarm.Property(a => a.FoundBy).HasMaxLength(30);
            alarm.Property(a => a.Part).HasMaxLength(80);
            alarm.Property(a => a.RecordType).HasMaxLength(50);
            alarm.Property(a => a.Subject).HasMaxLength(200);
            alarm.Property(a => a.Enterprise).HasMaxLength(100);
            alarm.Property(a => a.Point).HasMaxLength(100);
            alarm.Property(a => a.Mn).HasMaxLength(32);
            alarm.Property(a => a.FactorCode).HasMaxLength(20);
            alarm.Property(a => a.Factor).HasMaxLength(100);
            alarm.Property(a => a.Unit).HasMaxLength(20);
            alarm.Property(a => a.Text).HasMaxLength(1_000);
            alarm.Property(a => a.Basis).HasMaxLength(300);
            alarm.Property(a => a.Provisional).HasMaxLength(200);
            alarm.Property(a => a.AcknowledgedBy).HasMaxLength(50);
            alarm.Property(a => a.Assignee).HasMaxLength(50);
            alarm.Property(a => a.HandledBy).HasMaxLength(50);
            alarm.Property(a => a.Reason).HasMaxLength(50);
            alarm.Property(a => a.Measures).HasMaxLength(2_000);
            alarm.Property(a => a.ExplanationText).HasMaxLength(4_000);
            alarm.Property(a => a.ExplainedBy).HasMaxLength(50);
            alarm.Property(a => a.ReviewRemark).HasMaxLength(1_000);
            alarm.Property(a => a.ClosedBy).HasMaxLength(50);
            alarm.Property(a => a.PermitOutletId).HasConversion(new ValueConverter<PermitOutletId, int>(id => id.Value, value => new PermitOutletId(value)));
            alarm.Property(a => a.Version).IsConcurrencyToken();
        });
    }
}

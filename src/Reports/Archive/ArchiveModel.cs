using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Reports.Timers;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Reports.Archive;

/// <summary>Tables of what was issued, and of what is due.</summary>
internal sealed class ArchiveModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<IssuedReport>(report =>
        {
            report.HasIndex(one => new { one.Type, one.Subject, one.Period });
            report.HasIndex(one => new { one.EnterpriseId, one.IssuedAt });
            report.HasIndex(one => one.IssuedAt);
            report.Ignore(one => one.Number);
            report.Property(one => one.Type).HasMaxLength(50);
            report.Property(one => one.Code).HasMaxLength(10);
            report.Property(one => one.Title).HasMaxLength(100);
            report.Property(one => one.Permission).HasMaxLength(100);
            report.Property(one => one.Subject).HasMaxLength(50);
            report.Property(one => one.SubjectName).HasMaxLength(ReportSubject.LongestName);
            report.Property(one => one.Period).HasMaxLength(30);
            report.Property(one => one.FileName).HasMaxLength(400);
            report.Property(one => one.IssuedBy).HasMaxLength(150);
            report.Property(one => one.Hash).HasMaxLength(64);
        });
        model.Entity<IssuedContent>(content =>
        {
            content.Property(one => one.Id).ValueGeneratedNever();
            content.HasOne<IssuedReport>().WithOne().HasForeignKey<IssuedContent>(one => one.Id).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReportAmendment>(amendment =>
        {
            amendment.HasIndex(one => one.ReportId);
            amendment.HasOne<IssuedReport>().WithMany().HasForeignKey(one => one.ReportId).OnDelete(DeleteBehavior.Restrict);
            amendment.Property(one => one.Number).HasPrecision(28, 12);
            amendment.Property(one => one.Place).HasMaxLength(300);
            amendment.Property(one => one.Before).HasMaxLength(500);
            amendment.Property(one => one.After).HasMaxLength(500);
            amendment.Property(one => one.Why).HasMaxLength(500);
            amendment.Property(one => one.By).HasMaxLength(100);
        });
        model.Entity<ReportTimerMark>(mark =>
        {
            mark.HasKey(one => one.TimerId);
            mark.Property(one => one.TimerId).ValueGeneratedNever();
        });
        model.Entity<ReportRun>(run =>
        {
            run.HasIndex(one => new { one.TimerId, one.Period, one.Subject }).IsUnique();
            run.HasIndex(one => new { one.State, one.NextAt });
            run.Property(one => one.Period).HasMaxLength(30);
            run.Property(one => one.Subject).HasMaxLength(50);
            run.Property(one => one.SubjectName).HasMaxLength(ReportSubject.LongestName);
            run.Property(one => one.Timer).HasMaxLength(100);
            run.Property(one => one.Outcome).HasMaxLength(500);
        });
    }
}

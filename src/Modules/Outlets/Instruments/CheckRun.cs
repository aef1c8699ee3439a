using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>One command of a schedule. On record before it is sent: a crash leaves a check out rather than repeating it, for it costs the analyser an hour of data.</summary>
public sealed class CheckRun
{
    public long Id { get; set; }

    public int ScheduleId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime DueAt { get; set; }

    public string Mn { get; set; } = "";

    public string Factor { get; set; } = "";

    /// <summary>The command; <see langword="null"/> until it has been handed over.</summary>
    public long? CommandId { get; set; }

    /// <summary>Why there is no command; Chinese.</summary>
    public string Problem { get; set; } = "";
}

/// <summary>Table of the runs.</summary>
internal sealed class CheckRunModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<CheckRun>(run =>
    {
        run.HasIndex(r => new { r.ScheduleId, r.DueAt }).IsUnique();
        run.HasIndex(r => r.DueAt);
        run.Property(r => r.Mn).HasMaxLength(32);
        run.Property(r => r.Factor).HasMaxLength(20);
        run.Property(r => r.Problem).HasMaxLength(300);
        run.HasOne<CommandRecord>().WithMany().HasForeignKey(r => r.CommandId).OnDelete(DeleteBehavior.SetNull);
    });
}

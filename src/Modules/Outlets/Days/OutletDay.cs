using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>
/// One factor of one outlet on one day of the park's zone. Derived from the hours and kept only so that months, years and many outlets can be summed quickly:
/// it may be thrown away and built again at any time.
/// </summary>
public sealed class OutletDay : IOfEnterprise
{
    public int PointId { get; set; }

    public string Factor { get; set; } = "";

    public DateOnly Day { get; set; }

    /// <summary>0 for the park's own.</summary>
    public int EnterpriseId { get; set; }

    /// <summary>Hours of the day that have passed.</summary>
    public int Hours { get; set; }

    /// <summary>Of these stopped.</summary>
    public int Stopped { get; set; }

    /// <summary>Of those not stopped, received with a value.</summary>
    public int Received { get; set; }

    /// <summary>Of these valid.</summary>
    public int Valid { get; set; }

    /// <summary>Mean of the valid hours in the channel's unit: weighted by flow for waste water.</summary>
    public double? Mean { get; set; }

    /// <summary>Mean of the corrected hours.</summary>
    public double? Corrected { get; set; }

    /// <summary>Enough hours were valid for the mean to stand.</summary>
    public bool IsValid { get; set; }

    /// <summary>Emitted mass, kg, replaced hours included; null where none is known.</summary>
    public double? Kilograms { get; set; }

    /// <summary>Of this replaced by rule, kg.</summary>
    public double Replaced { get; set; }

    /// <summary>Of the mass by 手工监测, kg.</summary>
    public double Manual { get; set; }

    /// <summary>Due hours whose mass is missing: the sum is too low by them.</summary>
    public int Missing { get; set; }

    /// <summary>Mass by the logger's own totals, kg.</summary>
    public double? Logged { get; set; }

    /// <summary>Hours that the logger's totals cover.</summary>
    public int LoggedHours { get; set; }

    /// <summary>Our own mass of these hours, kg: what the logger's totals are to be compared with.</summary>
    public double Compared { get; set; }

    /// <summary>Water or gas of the day, m³.</summary>
    public double? Volume { get; set; }

    /// <summary>Volume by the logger's own total, m³.</summary>
    public double? LoggedVolume { get; set; }

    /// <summary>Judgements that count: hours at the limit of the permit, or the one of the day where days decide; 0 where nothing can be judged.</summary>
    public int Judged { get; set; }

    /// <summary>Of these over the limit.</summary>
    public int Over { get; set; }

    /// <summary>Chinese: rule by which masses were replaced, or why they could not be; empty where nothing is missing.</summary>
    public string Rule { get; set; } = "";
}

/// <summary>Its table.</summary>
internal sealed class OutletDayModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<OutletDay>(day =>
    {
        day.ToTable("OutletDay");
        // The outlet leads the key, so that the table can be distributed as the telemetry is.
        day.HasKey(one => new { one.PointId, one.Factor, one.Day });
        day.HasIndex(one => new { one.EnterpriseId, one.Day });
        day.HasIndex(one => one.Day);
        day.Property(one => one.Factor).HasMaxLength(20);
        day.Property(one => one.Rule).HasMaxLength(200);
    });
}

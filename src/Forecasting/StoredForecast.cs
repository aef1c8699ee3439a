using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Forecasting;

/// <summary>The trained forecast of one factor at one monitoring point, with what it was seen to be worth.</summary>
public sealed class StoredForecast
{
    public int Id { get; set; }

    public int PointId { get; set; }

    public required string Factor { get; set; }

    public DateTime TrainedAt { get; set; }

    /// <summary>First hour of the history it learned from, UTC.</summary>
    public DateTime From { get; set; }

    /// <summary>End of the history, UTC.</summary>
    public DateTime To { get; set; }

    /// <summary>Valid hours in it.</summary>
    public int Hours { get; set; }

    /// <summary>Why there is no forecast, Chinese; empty where there is one.</summary>
    public string Refusal { get; set; } = "";

    /// <summary>Rolling back-test on hours that were kept from the model: <see cref="BackTestSummary"/> as JSON.</summary>
    public string BackTest { get; set; } = "";

    /// <summary>The forecast itself.</summary>
    public byte[] Content { get; set; } = [];
}

/// <summary>What was forecast at one moment. Kept, so that it can be held against what came.</summary>
public sealed class ForecastIssue
{
    public int Id { get; set; }

    public int PointId { get; set; }

    public required string Factor { get; set; }

    /// <summary>Start of the last hour that was known, UTC.</summary>
    public DateTime LastHour { get; set; }

    public DateTime IssuedAt { get; set; }

    /// <summary><see cref="IssuedForecast"/> as JSON.</summary>
    public string Content { get; set; } = "";
}

/// <summary>Their tables.</summary>
internal sealed class ForecastTables : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<StoredForecast>(forecast =>
        {
            forecast.HasIndex(f => new { f.PointId, f.Factor }).IsUnique();
            forecast.Property(f => f.Factor).HasMaxLength(20);
            forecast.Property(f => f.Refusal).HasMaxLength(200);
        });
        model.Entity<ForecastIssue>(issue =>
        {
            issue.HasIndex(i => new { i.PointId, i.Factor, i.LastHour }).IsUnique();
            issue.HasIndex(i => i.LastHour);
            issue.Property(i => i.Factor).HasMaxLength(20);
        });
    }
}

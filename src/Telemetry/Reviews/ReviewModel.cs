using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Reviews;

/// <summary>Reviews in the park's database.</summary>
internal sealed class ReviewModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<ReadingReview>(review =>
    {
        review.HasIndex(r => new { r.ChannelId, r.Interval, r.From });
        review.HasIndex(r => r.Readings);
        review.Property(r => r.Comment).HasMaxLength(500);
        review.Property(r => r.By).HasMaxLength(100);
    });
}

using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications.Push;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications;

/// <summary>Tables of what people are told.</summary>
public sealed class NotificationModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<Notice>(notice =>
        {
            notice.HasIndex(one => one.SpreadAt);
            notice.Property(one => one.Event).HasMaxLength(20);
            notice.Property(one => one.Permission).HasMaxLength(100);
            notice.Property(one => one.Group).HasMaxLength(100);
            notice.Property(one => one.Title).HasMaxLength(300);
            notice.Property(one => one.Text).HasMaxLength(4_200);
            notice.Property(one => one.Href).HasMaxLength(300);
            notice.Property(one => one.GroupHref).HasMaxLength(300);
        });
        model.Entity<Delivery>(delivery =>
        {
            delivery.HasIndex(one => new { one.State, one.DueAt });
            delivery.HasIndex(one => new { one.Channel, one.At });
            delivery.Property(one => one.Address).HasMaxLength(200);
            delivery.Property(one => one.Title).HasMaxLength(300);
            delivery.Property(one => one.Text).HasMaxLength(4_200);
            delivery.Property(one => one.Href).HasMaxLength(300);
            delivery.Property(one => one.Error).HasMaxLength(500);
            delivery.Property(one => one.File).HasMaxLength(100);
        });
        model.Entity<PushSubscription>(subscription =>
        {
            subscription.HasIndex(one => one.Endpoint).IsUnique();
            subscription.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
            subscription.Property(one => one.Endpoint).HasMaxLength(1_000);
            subscription.Property(one => one.Key).HasMaxLength(100);
            subscription.Property(one => one.Secret).IsSealed(secrets);
            subscription.Property(one => one.Agent).HasMaxLength(300);
        });
        model.Entity<PushKey>().Property(key => key.Id).ValueGeneratedNever();
        model.Entity<PushKey>().Property(key => key.PrivateKey).IsSealed(secrets);
        model.Entity<NotificationPreference>().HasKey(one => one.AccountId);
        model.Entity<NotificationPreference>().HasOne<Account>().WithOne().HasForeignKey<NotificationPreference>(one => one.AccountId);
    }
}

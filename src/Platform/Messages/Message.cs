using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Messages;

/// <summary>Something that one person should know.</summary>
public sealed class Message
{
    public long Id { get; set; }

    /// <summary>Whom it is for.</summary>
    public int AccountId { get; set; }

    public required string Title { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Where to act on it.</summary>
    public string Href { get; set; } = "";

    public DateTime At { get; set; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>Table of the messages.</summary>
public sealed class MessageModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<Message>(message =>
    {
        message.HasIndex(one => new { one.AccountId, one.ReadAt, one.Id });
        message.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        message.Property(one => one.Title).HasMaxLength(200);
        message.Property(one => one.Text).HasMaxLength(2_000);
        message.Property(one => one.Href).HasMaxLength(300);
    });
}

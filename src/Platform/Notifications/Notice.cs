namespace EcoPark.Platform.Notifications;

/// <summary>Something that happened and that people may want to be told of: written with the change itself, sent afterwards.</summary>
public sealed class Notice
{
    public long Id { get; set; }

    /// <summary>Kind of event, by which people subscribe.</summary>
    public required string Event { get; set; }

    /// <summary>1 red … 4 blue.</summary>
    public int Level { get; set; }

    /// <summary>Enterprise concerned; 0 for none.</summary>
    public int EnterpriseId { get; set; }

    /// <summary>What somebody must be permitted to be told of it.</summary>
    public required string Permission { get; set; }

    /// <summary>What many notices at once are counted by.</summary>
    public string Group { get; set; } = "";

    public required string Title { get; set; }

    public string Text { get; set; } = "";

    /// <summary>Where to act on it.</summary>
    public string Href { get; set; } = "";

    /// <summary>Where to act on many at once.</summary>
    public string GroupHref { get; set; } = "";

    /// <summary>For this person alone, whatever is subscribed.</summary>
    public int? AccountId { get; set; }

    public DateTime At { get; set; }

    /// <summary>Deliveries have been made of it.</summary>
    public DateTime? SpreadAt { get; set; }
}

using System.ComponentModel.DataAnnotations.Schema;

namespace EcoPark.Platform.Records;

/// <summary>Something that people keep on record. What it says is described by a <see cref="RecordType{T}"/>; how it came about is in its revisions.</summary>
public abstract class Record
{
    public int Id { get; set; }

    /// <summary>Counts the saves, from 1; two people who edit the same revision notice it by this.</summary>
    public int Revision { get; set; }

    public DateTime UpdatedAt { get; set; }

    public string UpdatedBy { get; set; } = "";

    /// <summary>Deleted records stay, unseen, and can be brought back.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Reason given for the deletion.</summary>
    public string DeletedWhy { get; set; } = "";

    /// <summary>Values of the fields that the park has added, by field name.</summary>
    public Dictionary<string, string> Custom { get; set; } = [];

    /// <summary>Day since which the content that is being saved holds; today where nothing is said.</summary>
    [NotMapped]
    public DateOnly? EffectiveFrom { get; set; }
}

/// <summary>A record that belongs to one enterprise; accounts of other enterprises never see it.</summary>
public interface IOfEnterprise
{
    int EnterpriseId { get; set; }
}

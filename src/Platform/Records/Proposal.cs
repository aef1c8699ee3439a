using EcoPark.Platform.Workflow;

namespace EcoPark.Platform.Records;

/// <summary>Where what an enterprise has entered stands.</summary>
public enum ProposalState
{
    /// <summary>草稿: the enterprise is still at it.</summary>
    Draft = 0,

    /// <summary>待审核.</summary>
    Submitted = 1,

    /// <summary>已通过: it is in the record now.</summary>
    Approved = 2,

    /// <summary>已退回, with a reason; may be changed and submitted again.</summary>
    Returned = 3,
}

/// <summary>A new record or a change that waits for the park's approval; the record itself stays as it is until then.</summary>
[Audit.Audited("填报")]
public sealed class Proposal : IOfEnterprise, IFlowing
{
    public int Id { get; set; }

    /// <summary>Name of the record type.</summary>
    public required string Type { get; set; }

    /// <summary>The record to change; <see langword="null"/> for a new one.</summary>
    public int? RecordId { get; set; }

    public int EnterpriseId { get; set; }

    /// <summary>Of the record, or what is proposed for it.</summary>
    public string Title { get; set; } = "";

    [System.ComponentModel.DisplayName("状态")]
    public ProposalState State { get; set; }

    /// <summary>Revision of the record that the enterprise saw.</summary>
    public int? BasedOn { get; set; }

    /// <summary>Values by field name, JSON.</summary>
    [System.ComponentModel.DisplayName("内容")]
    public required string Content { get; set; }

    public required string By { get; set; }

    public int? AccountId { get; set; }

    public DateTime At { get; set; }

    [System.ComponentModel.DisplayName("审核人")]
    public string DecidedBy { get; set; } = "";

    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was returned.</summary>
    [System.ComponentModel.DisplayName("审核意见")]
    public string Remark { get; set; } = "";

    /// <summary>Until when it is to be decided, or handed in again, UTC.</summary>
    [System.ComponentModel.DisplayName("时限")]
    public DateTime? Due { get; set; }

    /// <summary>When that is to be looked at next, UTC.</summary>
    public DateTime? Look { get; set; }

    /// <summary>Two people may not decide the same.</summary>
    public int Version { get; set; }
}

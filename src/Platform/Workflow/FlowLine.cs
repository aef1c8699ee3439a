using EcoPark.Platform.Records;

namespace EcoPark.Platform.Workflow;

/// <summary>A line of a time line: who did what when, and whether in time.</summary>
public sealed class FlowLine : IOfEnterprise
{
    public long Id { get; set; }

    /// <summary><see cref="Flow.Subject"/>; several flows of one subject share its time line.</summary>
    public required string Subject { get; set; }

    public int SubjectId { get; set; }

    /// <summary><see cref="Flow.Name"/>; empty where no flow describes it.</summary>
    public string Flow { get; set; } = "";

    /// <summary>Name of the step; empty for what the platform or an event did.</summary>
    public string Step { get; set; } = "";

    public int EnterpriseId { get; set; }

    public DateTime At { get; set; }

    public int? AccountId { get; set; }

    public required string Who { get; set; }

    /// <summary>报警, 恢复, 确认, 处置 …</summary>
    public required string Action { get; set; }

    public string Text { get; set; } = "";

    /// <summary>State that it led to; empty where it stayed.</summary>
    public string To { get; set; } = "";

    /// <summary>Deadline of the state that it left.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>It left that state after the deadline.</summary>
    public bool IsLate { get; set; }

    /// <summary>Hours that the state had lasted which it left.</summary>
    public double? Hours { get; set; }

    /// <summary>Enterprises do not see it.</summary>
    public bool IsInternal { get; set; }
}

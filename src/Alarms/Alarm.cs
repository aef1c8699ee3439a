using System.ComponentModel;
using EcoPark.Contracts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Records;
using EcoPark.Platform.Workflow;
using EcoPark.Standards;

namespace EcoPark.Alarms;

/// <summary>
/// 报警: one episode of one cause. Its life is that of ISA-18.2 (raised, acknowledged, handled, closed; shelved with an end; raised again when the condition
/// comes back before it is closed), with the enterprise's explanation and its review beside it.
/// </summary>
[Audited("报警")]
public sealed class Alarm : IOfEnterprise, IFlowing
{
    public int Id { get; set; }

    /// <summary>Name of its <see cref="AlarmType"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Title of its type at the time it was raised.</summary>
    [DisplayName("类型")]
    public string What { get; set; } = "";

    /// <summary>Key of its <see cref="AlarmCategory"/>.</summary>
    public string Category { get; set; } = "";

    /// <summary>Level of the data that it was found in; <see langword="null"/> where it is not about data.</summary>
    [DisplayName("数据级别")]
    public Interval? Interval { get; set; }

    [DisplayName("级别")]
    public AlarmLevel Level { get; set; }

    /// <summary><see cref="AlarmCause.Key"/>.</summary>
    public required string Cause { get; set; }

    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public string SubjectKey { get; set; } = "";

    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public string FoundBy { get; set; } = "";

    /// <summary>See <see cref="AlarmCause"/>.</summary>
    public string Part { get; set; } = "";

    /// <summary><see cref="Cause"/> until it is closed, then <see langword="null"/>; unique, so that no cause ever has two open alarms.</summary>
    public string? OpenCause { get; set; }

    /// <summary>0 for the park's own stations.</summary>
    [DisplayName("企业编号")]
    public int EnterpriseId { get; set; }

    /// <summary>Names are those at the time it was raised.</summary>
    public string Enterprise { get; set; } = "";

    /// <summary>Type of the record that it is about; empty where it is about a point or a device.</summary>
    public string RecordType { get; set; } = "";

    public int? RecordId { get; set; }

    /// <summary>Title of that record.</summary>
    [DisplayName("对象")]
    public string Subject { get; set; } = "";

    public int? PointId { get; set; }

    public PermitOutletId? PermitOutletId { get; set; }

    [DisplayName("点位")]
    public string Point { get; set; } = "";

    public int? DeviceId { get; set; }

    public string Mn { get; set; } = "";

    public int? ChannelId { get; set; }

    public string FactorCode { get; set; } = "";

    [DisplayName("因子")]
    public string Factor { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>What was found, with its evidence.</summary>
    [DisplayName("内容")]
    public required string Text { get; set; }

    /// <summary>What the value was compared with.</summary>
    public double? Limit { get; set; }

    /// <summary>Standard, permit or rule that the limit comes from.</summary>
    [DisplayName("依据")]
    public string Basis { get; set; } = "";

    /// <summary>Why it is not the last word; empty where it is.</summary>
    [DisplayName("暂定")]
    public string Provisional { get; set; } = "";

    /// <summary>Found in data that came late (补传).</summary>
    [DisplayName("补传")]
    public bool IsLate { get; set; }

    /// <summary>Closes when the condition ends; nobody need do anything.</summary>
    public bool ClosesItself { get; set; }

    /// <summary>When the platform found it, UTC.</summary>
    public DateTime FoundAt { get; set; }

    /// <summary>Time of the first reading, UTC.</summary>
    public DateTime FirstAt { get; set; }

    public double? FirstValue { get; set; }

    public DateTime WorstAt { get; set; }

    public double? WorstValue { get; set; }

    public DateTime LastAt { get; set; }

    public double? LastValue { get; set; }

    /// <summary>Readings that show it. While it lasts the number may be half a minute old; when it ends it is counted from the store.</summary>
    public int Count { get; set; }

    /// <summary>Times it was raised: more than one where it came back before it was closed.</summary>
    [DisplayName("报警次数")]
    public int Raises { get; set; } = 1;

    /// <summary>Time of the first reading that is normal again; <see langword="null"/> while it lasts.</summary>
    public DateTime? EndedAt { get; set; }

    [DisplayName("状态")]
    public AlarmState State { get; set; } = AlarmState.Raised;

    public DateTime? AcknowledgedAt { get; set; }

    [DisplayName("确认人")]
    public string AcknowledgedBy { get; set; } = "";

    public int? AssigneeId { get; set; }

    [DisplayName("指派给")]
    public string Assignee { get; set; } = "";

    public DateTime? HandledAt { get; set; }

    [DisplayName("处置人")]
    public string HandledBy { get; set; } = "";

    [DisplayName("原因类别")]
    public string Reason { get; set; } = "";

    [DisplayName("处置情况")]
    public string Measures { get; set; } = "";

    [DisplayName("异常说明")]
    public ExplanationState Explanation { get; set; }

    [DisplayName("说明时限")]
    public DateTime? ExplanationDue { get; set; }

    /// <summary>When that deadline is to be looked at next, UTC.</summary>
    public DateTime? ExplanationLook { get; set; }

    [DisplayName("说明内容")]
    public string ExplanationText { get; set; } = "";

    public DateTime? ExplainedAt { get; set; }

    [DisplayName("说明人")]
    public string ExplainedBy { get; set; } = "";

    [DisplayName("审核意见")]
    public string ReviewRemark { get; set; } = "";

    /// <summary>Silent until then.</summary>
    [DisplayName("搁置至")]
    public DateTime? ShelvedUntil { get; set; }

    /// <summary>When nobody has acknowledged it by then, others are told.</summary>
    public DateTime? AcknowledgeDue { get; set; }

    /// <summary>When that deadline is to be looked at next, UTC.</summary>
    public DateTime? AcknowledgeLook { get; set; }

    public DateTime? ClosedAt { get; set; }

    [DisplayName("关闭人")]
    public string ClosedBy { get; set; } = "";

    /// <summary>Two people may not take the same step.</summary>
    public int Version { get; set; }

    public bool IsOpen => State != AlarmState.Closed;

    public bool IsLasting => EndedAt is null;

    public bool IsShelved(DateTime now) => ShelvedUntil > now;

    /// <summary>The enterprise has been asked and its answer is not accepted yet.</summary>
    public bool AwaitsExplanation => Explanation is ExplanationState.Requested or ExplanationState.Submitted or ExplanationState.Returned;

    /// <summary>超标倍数 of the worst reading; <see langword="null"/> without a limit, and for quantities that have none.</summary>
    public double? TimesOver => Category == AlarmCategory.Exceedance.Key && Limit is { } limit && WorstValue is { } worst ? Exceedance.Multiple(worst, limit, Unit, FactorCode) : null;

    /// <summary>小时超标 · 化学需氧量 · 总排口.</summary>
    public string Title => string.Join(" · ", new[] { Words, Factor, Subject.Length > 0 ? Subject : Point }.Where(part => part.Length > 0));

    /// <summary>小时超标 · 化学需氧量.</summary>
    public string Name => Factor.Length > 0 ? $"{Words} · {Factor}" : Words;

    /// <summary>What it is about, without its enterprise.</summary>
    public string Place => Subject.Length > 0 ? Subject : Point;

    /// <summary>小时超标.</summary>
    private string Words => ChannelId is not null && Interval is { } interval ? AlarmWords.Of(interval) + What : What;
}

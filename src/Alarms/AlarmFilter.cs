using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Which alarms are wanted; what is <see langword="null"/> does not matter.</summary>
public sealed record AlarmFilter
{
    /// <summary>Name of an <see cref="AlarmType"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Keys of <see cref="AlarmCategory"/>; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public AlarmLevel? Level { get; init; }

    public AlarmState? State { get; init; }

    /// <summary>True: not closed.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>True: the condition still holds.</summary>
    public bool? IsLasting { get; init; }

    /// <summary>True: shelved now.</summary>
    public bool? IsShelved { get; init; }

    /// <summary><see cref="ExplanationState.Requested"/>: to be explained, also anew.</summary>
    public ExplanationState? Explanation { get; init; }

    public int? EnterpriseId { get; init; }

    public int? PointId { get; init; }

    public int? DeviceId { get; init; }

    public string? FactorCode { get; init; }

    /// <summary><see cref="AlarmSubject.Key"/> of what it is about.</summary>
    public string? SubjectKey { get; init; }

    /// <summary>Raised, or raised again, at or after this and before <see cref="RaisedTo"/>, UTC: by its time line.</summary>
    public DateTime? RaisedFrom { get; init; }

    public DateTime? RaisedTo { get; init; }

    /// <summary>Acknowledged at or after this and before <see cref="AcknowledgedTo"/>, UTC.</summary>
    public DateTime? AcknowledgedFrom { get; init; }

    public DateTime? AcknowledgedTo { get; init; }

    /// <summary>Found before, UTC.</summary>
    public DateTime? FoundBefore { get; init; }

    /// <summary>Given to this account, or to its department.</summary>
    public int? AssigneeId { get; init; }

    /// <summary>First reading at or after, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>First reading before, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>Part of enterprise, point, record, factor or MN.</summary>
    public string? Text { get; init; }

    internal IQueryable<Alarm> Apply(ParkDb db, DateTime now)
    {
        var categories = Categories;
        var text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        return db.Set<Alarm>().AsNoTracking()
            .Where(alarm => Kind == null || alarm.Kind == Kind)
            .Where(alarm => categories.Count == 0 || categories.Contains(alarm.Category))
            .Where(alarm => Level == null || alarm.Level == Level)
            .Where(alarm => State == null || alarm.State == State)
            .Where(alarm => IsOpen == null || (alarm.State != AlarmState.Closed) == IsOpen)
            .Where(alarm => IsLasting == null || (alarm.EndedAt == null) == IsLasting)
            .Where(alarm => IsShelved == null || (alarm.ShelvedUntil != null && alarm.ShelvedUntil > now) == IsShelved)
            .Where(alarm => Explanation == null || alarm.Explanation == Explanation || (Explanation == ExplanationState.Requested && alarm.Explanation == ExplanationState.Returned))
            .Where(alarm => EnterpriseId == null || alarm.EnterpriseId == EnterpriseId)
            .Where(alarm => PointId == null || alarm.PointId == PointId)
            .Where(alarm => DeviceId == null || alarm.DeviceId == DeviceId)
            .Where(alarm => FactorCode == null || alarm.FactorCode == FactorCode)
            .Where(alarm => AssigneeId == null || alarm.AssigneeId == AssigneeId
                || (alarm.AssigneeId == null && alarm.Assignee != "" && db.Set<Account>().Any(account => account.Id == AssigneeId && account.EnterpriseId == null && account.Department == alarm.Assignee)))
            .Where(alarm => SubjectKey == null || alarm.SubjectKey == SubjectKey)
            .Where(alarm => FoundBefore == null || alarm.FoundAt < FoundBefore)
            .Where(alarm => RaisedFrom == null || RaisedTo == null || db.Set<FlowLine>().Any(line =>
                line.Subject == AlarmFlows.Subject && line.SubjectId == alarm.Id && line.To == nameof(AlarmState.Raised) && line.At >= RaisedFrom && line.At < RaisedTo))
            .Where(alarm => AcknowledgedFrom == null || AcknowledgedTo == null || db.Set<FlowLine>().Any(line =>
                line.Subject == AlarmFlows.Subject && line.SubjectId == alarm.Id && line.Step == AlarmFlows.Acknowledging && line.At >= AcknowledgedFrom && line.At < AcknowledgedTo))
            .Where(alarm => From == null || alarm.FirstAt >= From)
            .Where(alarm => To == null || alarm.FirstAt < To)
            .Where(alarm => text == null || alarm.Enterprise.Contains(text) || alarm.Point.Contains(text) || alarm.Subject.Contains(text) || alarm.Factor.Contains(text) || alarm.Mn.Contains(text));
    }
}

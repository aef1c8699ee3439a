using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>The alarms that a group of events is about, and what the events make of them.</summary>
internal sealed class AlarmGroup
{
    private readonly ParkDb _db;
    private readonly AlarmFlows _flows;
    private readonly DateTime _now;
    private readonly Dictionary<string, Alarm> _open;
    private readonly ILookup<string, KnownSpan> _episodes;
    private readonly HashSet<Alarm> _changed = [];
    private readonly List<(Alarm Alarm, FlowLine Line)> _steps = [];

    private AlarmGroup(ParkDb db, AlarmFlows flows, DateTime now, Dictionary<string, Alarm> open, ILookup<string, KnownSpan> episodes) =>
        (_db, _flows, _now, _open, _episodes) = (db, flows, now, open, episodes);

    public IReadOnlyCollection<Alarm> Changed => _changed;

    /// <summary>What people are to be told once the alarms are saved.</summary>
    public List<(Alarm Alarm, string Event, string Text)> Told { get; } = [];

    public List<Lasting> Tallies { get; } = [];

    public static async Task<AlarmGroup> Load(ParkDb db, AlarmFlows flows, IReadOnlyList<AlarmEvent> events, DateTime now, CancellationToken cancellationToken)
    {
        var causes = events.Select(one => one.Cause.Key).Distinct().ToList();
        var open = await db.Set<Alarm>().Where(alarm => causes.Contains(alarm.OpenCause!)).ToDictionaryAsync(alarm => alarm.OpenCause!, cancellationToken).ConfigureAwait(false);
        // Episodes that are over already: a finding that comes again (a replay, a late reading) adds nothing to them.
        var findings = events.OfType<Finding>().Where(one => one.IsCounted || !open.ContainsKey(one.Cause.Key)).ToList();
        var wanted = findings.SelectMany(one => new[] { one.Cause.Key, (one.Within ?? one.Cause).Key }).Distinct().ToList();
        var earliest = findings.Count == 0 ? now : findings.Min(one => one.FirstAt);
        var episodes = wanted.Count == 0 ? [] : await db.Set<Alarm>().Where(alarm => wanted.Contains(alarm.Cause) && (alarm.EndedAt == null || alarm.EndedAt >= earliest))
            .Select(alarm => new KnownSpan(alarm.Cause, alarm.FirstAt, alarm.LastAt, alarm.EndedAt)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new AlarmGroup(db, flows, now, open, episodes.ToLookup(one => one.Cause, StringComparer.Ordinal));
    }

    public void Take(AlarmEvent one)
    {
        switch (one)
        {
            case Finding finding when _open.GetValueOrDefault(finding.Cause.Key) is { } alarm:
                Again(alarm, finding);
                break;
            case Finding finding when !IsKnown(finding):
                Raise(finding);
                break;
            case Lasting lasting:
                Tallies.Add(lasting);
                break;
            case Ended ended when _open.GetValueOrDefault(ended.Cause.Key) is { EndedAt: null } alarm:
                End(alarm, ended);
                break;
        }
    }

    /// <summary>Adds the steps to what the context will save, once their alarms are saved and have numbers.</summary>
    public void AddSteps()
    {
        foreach (var (alarm, line) in _steps)
        {
            line.SubjectId = alarm.Id;
            _db.Add(line);
        }
    }

    /// <summary>A counted one is known where an earlier count that somebody has closed reaches as far, or where it was watched as it happened.</summary>
    private bool IsKnown(Finding finding) => finding.IsCounted
        ? _episodes[finding.Cause.Key].Any(episode => episode.LastAt >= finding.LastAt) || _episodes[(finding.Within ?? finding.Cause).Key].Any(episode => episode.Holds(finding.FirstAt))
        : _episodes[finding.Cause.Key].Any(episode => episode.Holds(finding.FirstAt));

    private void Raise(Finding finding)
    {
        var subject = finding.Subject;
        var (ownerId, owner) = subject.OwnerAt(finding.FirstAt);
        var alarm = new Alarm
        {
            Kind = finding.Kind.Name,
            What = finding.Kind.Title,
            Category = finding.Kind.Category.Key,
            Interval = finding.Interval,
            Level = finding.Level,
            Cause = finding.Cause.Key,
            OpenCause = finding.Cause.Key,
            SubjectKey = finding.Cause.Subject,
            FoundBy = finding.Cause.FoundBy,
            Part = finding.Cause.Part,
            EnterpriseId = ownerId,
            Enterprise = owner,
            RecordType = subject.RecordType,
            RecordId = subject.RecordId,
            Subject = subject.Title,
            PointId = subject.PointId,
            PermitOutletId = subject.PermitOutletId,
            Point = subject.Point,
            DeviceId = subject.DeviceId,
            Mn = subject.Mn,
            ChannelId = subject.ChannelId,
            FactorCode = subject.FactorCode,
            Factor = subject.Factor,
            Unit = subject.Unit,
            Text = finding.Text,
            Limit = finding.Limit,
            Basis = finding.Basis,
            Provisional = finding.Provisional,
            IsLate = finding.IsLate,
            ClosesItself = finding.ClosesItself,
            FoundAt = _now,
            FirstAt = finding.FirstAt,
            FirstValue = finding.FirstValue,
            WorstAt = finding.WorstAt,
            WorstValue = finding.WorstValue,
            LastAt = finding.LastAt,
            LastValue = finding.LastValue,
            Count = finding.Count,
            EndedAt = finding.EndedAt,
        };
        _flows.Handling.Enter(alarm, AlarmState.Raised, _now, _now + finding.EscalateAfter);
        _db.Add(alarm);
        finding.Into = alarm;
        _open[finding.Cause.Key] = alarm;
        Step(alarm, "报警", finding.Text, AlarmNotices.Raised);
    }

    private void Again(Alarm alarm, Finding finding)
    {
        finding.Into = alarm;
        if (finding.IsCounted)
        {
            var ends = alarm.EndedAt is null && finding.EndedAt is not null;
            (alarm.FirstAt, alarm.FirstValue, alarm.WorstAt, alarm.WorstValue) = (finding.FirstAt, finding.FirstValue, finding.WorstAt, finding.WorstValue);
            (alarm.LastAt, alarm.LastValue, alarm.EndedAt, alarm.Count) = (finding.LastAt, finding.LastValue, finding.EndedAt, finding.Count);
            (alarm.Text, alarm.IsLate) = (finding.Text, finding.IsLate);
            if (ends)
                Step(alarm, "恢复", "后续数据恢复正常。", AlarmNotices.Ended);
            return;
        }

        if (finding.FirstAt <= alarm.EndedAt)
            return; // It came again by a replay.
        if (alarm.EndedAt is not null)
        {
            (alarm.EndedAt, alarm.Raises, alarm.Text) = (null, alarm.Raises + 1, finding.Text);
            (alarm.LastAt, alarm.LastValue, alarm.Count) = (finding.LastAt, finding.LastValue, alarm.Count + finding.Count);
            alarm.Level = finding.Level < alarm.Level ? finding.Level : alarm.Level;
            Worsen(alarm, finding);
            Reopen(alarm, finding);
            Step(alarm, "再次报警", finding.Text, AlarmNotices.Raised);
            return;
        }

        if (finding.Level >= alarm.Level)
            return;
        (alarm.Level, alarm.Text, alarm.Limit) = (finding.Level, finding.Text, finding.Limit);
        Worsen(alarm, finding);
        Reopen(alarm, finding);
        Step(alarm, "级别升高", finding.Text, AlarmNotices.Raised);
    }

    /// <summary>Keeps the value that is farther from the limit, or from zero where there is none.</summary>
    private static void Worsen(Alarm alarm, Finding finding)
    {
        if (finding.WorstValue is { } worst && (alarm.WorstValue is not { } known || Math.Abs(worst - (finding.Limit ?? 0)) > Math.Abs(known - (finding.Limit ?? 0))))
            (alarm.WorstAt, alarm.WorstValue) = (finding.WorstAt, worst);
    }

    /// <summary>Whoever had seen it has not seen this.</summary>
    private void Reopen(Alarm alarm, Finding finding) => _flows.Handling.Enter(alarm, AlarmState.Raised, _now, _now + finding.EscalateAfter);

    private void End(Alarm alarm, Ended ended)
    {
        if (ended.At < alarm.FirstAt)
            return; // Of an episode before.
        alarm.EndedAt = ended.At;
        if (ended.Tally is { } tally)
            (alarm.LastAt, alarm.LastValue, alarm.WorstAt, alarm.WorstValue, alarm.Count) = (tally.LastAt, tally.LastValue, tally.WorstAt, tally.WorstValue, tally.Count);
        Step(alarm, "恢复", ended.Text, AlarmNotices.Ended);
        if (!alarm.ClosesItself || alarm.AwaitsExplanation)
            return;
        _flows.Handling.Enter(alarm, AlarmState.Closed, _now);
        (alarm.OpenCause, alarm.ClosedAt, alarm.ClosedBy) = (null, _now, Actor.System.Name);
        _open.Remove(ended.Cause.Key);
        Step(alarm, "关闭", "恢复后自动关闭。", null);
    }

    private void Step(Alarm alarm, string action, string text, string? told)
    {
        alarm.Version++;
        _changed.Add(alarm);
        _steps.Add((alarm, AlarmFlows.Line(alarm, _now, action, text, Actor.System, LeadsTo(action))));
        if (told is not null && !alarm.IsShelved(_now))
            Told.Add((alarm, told, text));
    }

    /// <summary>States that findings lead to; how long people took counts from there.</summary>
    private static AlarmState? LeadsTo(string action) => action switch
    {
        "报警" or "再次报警" or "级别升高" => AlarmState.Raised,
        "关闭" => AlarmState.Closed,
        _ => null,
    };

    private sealed record KnownSpan(string Cause, DateTime FirstAt, DateTime LastAt, DateTime? EndedAt)
    {
        public bool Holds(DateTime time) => FirstAt <= time && (EndedAt is null || time < EndedAt);
    }
}

using System.Globalization;
using System.Text;
using EcoPark.Simulator.Weeks;

namespace EcoPark.Support.Weeks;

/// <summary>An alarm as the API gives it.</summary>
public sealed record RaisedAlarm(string Kind, string Interval, string Mn, string FactorCode, string Text, bool IsLate, DateTime FirstAt, DateTime LastAt, DateTime? EndedAt)
{
    /// <summary>The same in the park's wall clock.</summary>
    public (DateTime From, DateTime To) Span => (FirstAt.AddHours(8), (EndedAt ?? LastAt).AddHours(8));
}

/// <summary>
/// Alarms against labels. An alarm and a label match where kind, logger and factor are the same and the alarm's time, from its first reading to its end, comes within an
/// hour of the label's: the event is found, and the alarm is right. 超标 is right where the generator itself sent an hour or a day above the limit outside a filed plan.
/// An alarm of another kind of anomaly on the factor of a labelled event (or on its pair) in its time tells of the same event; it is counted apart, neither right nor wrong.
/// Everything else is a false alarm.
/// </summary>
public sealed class WeekScore
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);
    private static readonly string[][] Pairs = [["a21002", "a19001"], ["w01018", "w01020"]];

    private readonly GeneratedWeek _week;
    private readonly IReadOnlyList<Label> _labels;
    private readonly Dictionary<string, WeekLogger> _loggers;

    public WeekScore(GeneratedWeek week, IReadOnlyList<Label> onTheLine, IReadOnlyList<RaisedAlarm> alarms)
    {
        (_week, _labels, _loggers) = (week, [.. week.Labels, .. onTheLine], week.Loggers.ToDictionary(logger => logger.Mn));
        Missed = [.. _labels.Where(label => !alarms.Any(alarm => Matches(alarm, label)))];
        var others = alarms.Where(alarm => !IsRight(alarm)).ToList();
        SameEvent = [.. others.Where(IsOfSameEvent)];
        False = [.. others.Where(alarm => !IsOfSameEvent(alarm))];
        Right = [.. alarms.Where(IsRight)];
    }

    public IReadOnlyList<Label> Labels => _labels;

    public IReadOnlyList<Label> Missed { get; }

    public IReadOnlyList<RaisedAlarm> Right { get; }

    public IReadOnlyList<RaisedAlarm> SameEvent { get; }

    public IReadOnlyList<RaisedAlarm> False { get; }

    /// <summary>Share of the labelled events that were found.</summary>
    public double Recall => (double)(Labels.Count - Missed.Count) / Labels.Count;

    /// <summary>Share of the alarms that were right, those of the same event left out.</summary>
    public double Precision => Right.Count + False.Count == 0 ? 0 : (double)Right.Count / (Right.Count + False.Count);

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Labels.Count} events, {Labels.Count - Missed.Count} found: recall {Recall:0.000}; {Right.Count} right alarms, {False.Count} false: precision {Precision:0.000}; {SameEvent.Count} more of the same events");
        text.AppendLine("| kind | events | found | right alarms | false alarms |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var kind in Enum.GetNames<LabelKind>().Union(False.Select(alarm => alarm.Kind)))
        {
            var labels = Labels.Count(label => label.Kind.ToString() == kind);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {kind} | {labels} | {labels - Missed.Count(label => label.Kind.ToString() == kind)} | {Right.Count(alarm => alarm.Kind == kind)} | {False.Count(alarm => alarm.Kind == kind)} |");
        }

        foreach (var label in Missed)
            text.AppendLine(CultureInfo.InvariantCulture, $"missed: {label}");
        foreach (var alarm in False)
            text.AppendLine(CultureInfo.InvariantCulture, $"false: {alarm}");
        foreach (var alarm in SameEvent)
            text.AppendLine(CultureInfo.InvariantCulture, $"same event: {alarm.Kind} {alarm.Mn} {alarm.FactorCode} {alarm.Span.From:MM-dd HH:mm}–{alarm.Span.To:MM-dd HH:mm} {alarm.Text}");
        return text.ToString();
    }

    private bool IsRight(RaisedAlarm alarm) => alarm.Kind == nameof(LabelKind.OverLimit) ? WasOver(alarm) : _labels.Any(label => Matches(alarm, label));

    private static bool Matches(RaisedAlarm alarm, Label label) =>
        alarm.Kind == label.Kind.ToString() && alarm.Mn == label.Mn && (label.Factor.Length == 0 || label.Factor == alarm.FactorCode) && Overlaps(alarm, label);

    private static bool Overlaps(RaisedAlarm alarm, Label label) => alarm.Span.From < label.To + Slack && alarm.Span.To > label.From - Slack;

    private bool IsOfSameEvent(RaisedAlarm alarm) => alarm.Kind is not (nameof(LabelKind.OverLimit) or nameof(LabelKind.OffLine) or nameof(LabelKind.MissingData))
        && _labels.Any(label => alarm.Mn == label.Mn && Overlaps(alarm, label) && (label.Factor == alarm.FactorCode || Pairs.Any(pair => pair.Contains(label.Factor) && pair.Contains(alarm.FactorCode))));

    /// <summary>Worked out from the generated hours and the limit alone.</summary>
    private bool WasOver(RaisedAlarm alarm)
    {
        if (!_loggers.TryGetValue(alarm.Mn, out var logger) || logger.Factors.FirstOrDefault(factor => factor.Code == alarm.FactorCode) is not { Limit: { } limit } factor)
            return false;
        var isDay = alarm.Interval == "Day";
        return Enumerable.Range(0, isDay ? 7 : 7 * 24).Any(at =>
        {
            var from = isDay ? logger.Start.AddDays(at) : logger.Start.AddHours(at);
            return alarm.Span.From <= from && from <= alarm.Span.To && (isDay ? logger.Day(factor, at) : logger.Hour(factor, at)) > limit && !_week.Plans.Any(plan => plan.Mn == alarm.Mn && plan.From <= from && from < plan.To);
        });
    }
}

using EcoPark.Standards;

namespace EcoPark.Alarms;

/// <summary>What an alarm is one of: of each cause one alarm is open at most.</summary>
/// <param name="Kind">Name of the <see cref="AlarmType"/>.</param>
/// <param name="Subject"><see cref="AlarmSubject.Key"/>.</param>
/// <param name="Interval">Level of the data that it was found in, if any.</param>
/// <param name="FoundBy">Who looks for it, in one word: what one has raised another does not end.</param>
/// <param name="Part">Tells several causes of the same subject apart, such as the day or the code of an instrument.</param>
public sealed record AlarmCause(string Kind, string Subject, Interval? Interval = null, string FoundBy = "", string Part = "")
{
    /// <summary>As the database keeps it, for its unique index; never taken apart.</summary>
    public string Key { get; } = string.Join('/', Kind, Interval, Subject, FoundBy, Part);

    /// <summary>The cause of an alarm that is on record.</summary>
    public static AlarmCause Of(Alarm alarm) => new(alarm.Kind, alarm.SubjectKey, alarm.Interval, alarm.FoundBy, alarm.Part);
}

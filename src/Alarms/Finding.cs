using System.Globalization;
using EcoPark.Contracts;

namespace EcoPark.Alarms;

/// <summary>Whom a subject belonged to before, and until when.</summary>
/// <param name="Until">UTC, exclusive.</param>
/// <param name="EnterpriseId">0 for the park's own.</param>
public sealed record FormerSubjectOwner(DateTime Until, int EnterpriseId, string Enterprise);

/// <summary>All of them, the earliest first; equal where they say the same, so that subjects can be compared.</summary>
public sealed record FormerSubjectOwners(IReadOnlyList<FormerSubjectOwner> All)
{
    public static readonly FormerSubjectOwners None = new([]);

    public bool Equals(FormerSubjectOwners? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Count == 0 ? 0 : HashCode.Combine(All.Count, All[^1]);
}

/// <summary>What an alarm is about, by the names of the moment.</summary>
public sealed record AlarmSubject
{
    /// <summary>0 for the park's own stations.</summary>
    public int EnterpriseId { get; init; }

    public string Enterprise { get; init; } = "";

    /// <summary>What is found late is whose it was at the time.</summary>
    public FormerSubjectOwners FormerOwners { get; init; } = FormerSubjectOwners.None;

    public int? PointId { get; init; }

    public PermitOutletId? PermitOutletId { get; init; }

    public string Point { get; init; } = "";

    public int? DeviceId { get; init; }

    public string Mn { get; init; } = "";

    public int? ChannelId { get; init; }

    public string FactorCode { get; init; } = "";

    public string Factor { get; init; } = "";

    public string Unit { get; init; } = "";

    public int Decimals { get; init; } = 2;

    /// <summary>Name of the type of the record that it is about; empty where it is about a point or a device.</summary>
    public string RecordType { get; init; } = "";

    public int? RecordId { get; init; }

    /// <summary>Title of that record.</summary>
    public string Title { get; init; } = "";

    /// <summary>Enterprise that it belonged to at an instant.</summary>
    public (int Id, string Name) OwnerAt(DateTime utc) => FormerOwners.All.FirstOrDefault(former => utc < former.Until) is { } former ? (former.EnterpriseId, former.Enterprise) : (EnterpriseId, Enterprise);

    /// <summary>Record, channel, device, point, outlet or enterprise, whichever is the narrowest: <c>c12</c>.</summary>
    public string Key => this switch
    {
        { RecordId: { } record } => string.Create(CultureInfo.InvariantCulture, $"{RecordType}:{record}"),
        { ChannelId: { } channel } => string.Create(CultureInfo.InvariantCulture, $"c{channel}"),
        { DeviceId: { } device } => string.Create(CultureInfo.InvariantCulture, $"d{device}"),
        { PointId: { } point } => string.Create(CultureInfo.InvariantCulture, $"p{point}"),
        { PermitOutletId: { } outlet } => string.Create(CultureInfo.InvariantCulture, $"o{outlet}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"e{EnterpriseId}"),
    };
}

/// <summary>Something happened to a cause of alarms.</summary>
public abstract record AlarmEvent(AlarmCause Cause);

/// <summary>A condition holds: raises the alarm, raises it again, or makes it more urgent. Repeating it changes nothing.</summary>
/// <param name="Kind">Registered by the room that raises it.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Interval">Level of the data that it was found in, if any.</param>
/// <param name="FoundBy">See <see cref="AlarmCause"/>.</param>
/// <param name="Part">See <see cref="AlarmCause"/>.</param>
public sealed record Finding(AlarmType Kind, AlarmSubject Subject, Interval? Interval = null, string FoundBy = "", string Part = "")
    : AlarmEvent(new AlarmCause(Kind.Name, Subject.Key, Interval, FoundBy, Part))
{
    public AlarmLevel Level { get; init; } = Kind.Level;

    /// <summary>Time of the first reading that shows it, UTC.</summary>
    public required DateTime FirstAt { get; init; }

    public double? FirstValue { get; init; }

    public DateTime WorstAt { get; init; }

    public double? WorstValue { get; init; }

    public required DateTime LastAt { get; init; }

    public double? LastValue { get; init; }

    public int Count { get; init; } = 1;

    public double? Limit { get; init; }

    public string Basis { get; init; } = "";

    /// <summary>Chinese, with the evidence.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is not the last word, Chinese; empty where it is.</summary>
    public string Provisional { get; init; } = "";

    public bool ClosesItself { get; init; }

    /// <summary>Others are told when nobody reacts within this time.</summary>
    public TimeSpan? EscalateAfter { get; init; }

    /// <summary>Found in data that came late (补传).</summary>
    public bool IsLate { get; init; }

    /// <summary>Counted from the store as a whole: what it says takes the place of what an earlier count said, and <see cref="EndedAt"/> of its end.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Of a counted one: when it was over; <see langword="null"/> while it lasts.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>What became of it: the alarm as it was saved; <see langword="null"/> where it was known already.</summary>
    public Alarm? Into { get; internal set; }

    /// <summary>A cause within whose episodes this one adds nothing: what was watched as it happened is not told again when it is counted.</summary>
    public AlarmCause? Within { get; init; }
}

/// <summary>It lasts. Tells the newest of its readings, every half minute at most.</summary>
public sealed record Lasting(AlarmCause Cause, DateTime LastAt, double? LastValue, DateTime WorstAt, double? WorstValue, int Count) : AlarmEvent(Cause)
{
    /// <summary>What is said of it now; <see langword="null"/> where what was said still holds.</summary>
    public string? Text { get; init; }
}

/// <summary>The condition no longer holds.</summary>
/// <param name="At">Time of the first normal reading, UTC.</param>
/// <param name="Text">What ended it.</param>
/// <param name="Tally">All readings that showed it, counted from the store; <see langword="null"/> where there are none to count.</param>
public sealed record Ended(AlarmCause Cause, DateTime At, string Text, Lasting? Tally = null) : AlarmEvent(Cause);

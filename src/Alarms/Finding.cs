using System.Globalization;

namespace EcoPark.Alarms;

/// <summary>What an alarm is about, by the names of the moment.</summary>
public sealed record AlarmSubject
{
    /// <summary>0 for the park's own stations.</summary>
    public int EnterpriseId { get; init; }

    public string Enterprise { get; init; } = "";

    public int? PointId { get; init; }

    public int? OutletId { get; init; }

    public string Point { get; init; } = "";

    public int? DeviceId { get; init; }

    public string Mn { get; init; } = "";

    public int? ChannelId { get; init; }

    public string FactorCode { get; init; } = "";

    public string Factor { get; init; } = "";

    public string Unit { get; init; } = "";

    public int Decimals { get; init; } = 2;

    /// <summary>Channel, device, point or outlet, whichever is the narrowest: <c>c12</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(ChannelId, DeviceId, PointId) switch { ({ } channel, _, _) => $"c{channel}", (_, { } device, _) => $"d{device}", (_, _, { } point) => $"p{point}", _ => $"o{OutletId}" }}");
}

/// <summary>Something happened to a cause of alarms.</summary>
/// <param name="Cause">See <see cref="Alarm.Cause"/>.</param>
public abstract record AlarmEvent(string Cause);

/// <summary>A condition holds: raises the alarm, raises it again, or makes it more urgent. Repeating it changes nothing.</summary>
public sealed record Finding(AlarmKind Kind, Interval Interval, AlarmLevel Level, AlarmSubject Subject, string Suffix = "") : AlarmEvent(CauseOf(Kind, Interval, Subject) + Suffix)
{
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

    /// <summary>The cause without <see cref="Suffix"/>: a late finding within an episode that is known already adds nothing.</summary>
    public string BaseCause => CauseOf(Kind, Interval, Subject);

    /// <summary><c>OverLimit/Hour/c12</c>.</summary>
    public static string CauseOf(AlarmKind kind, Interval interval, AlarmSubject subject) => $"{kind}/{interval}/{subject.Key}";
}

/// <summary>It lasts. Tells the newest of its readings, every half minute at most.</summary>
public sealed record Lasting(string Cause, DateTime LastAt, double? LastValue, DateTime WorstAt, double? WorstValue, int Count) : AlarmEvent(Cause);

/// <summary>The condition no longer holds.</summary>
/// <param name="At">Time of the first normal reading, UTC.</param>
/// <param name="Text">What ended it.</param>
/// <param name="Tally">All readings that showed it, counted from the store; <see langword="null"/> where there are none to count.</param>
public sealed record Ended(string Cause, DateTime At, string Text, Lasting? Tally = null) : AlarmEvent(Cause);

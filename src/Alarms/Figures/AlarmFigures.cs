namespace EcoPark.Alarms.Figures;

/// <summary>How alarms load those who answer them, after ANSI/ISA-18.2: rates, floods, standing, chattering, most frequent, and how long acknowledging took.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive; not later than now.</param>
/// <param name="Raises">Times that something was raised, raised again or made more urgent: each asks for attention.</param>
/// <param name="Alarms">Alarms that these belong to.</param>
public sealed record AlarmFigures(DateTime From, DateTime To, int Raises, int Alarms)
{
    /// <summary>Above so many in ten minutes nobody can follow: a flood, ISA-18.2.</summary>
    public const int Flood = 10;

    /// <summary>In an hour.</summary>
    public const int TooManyAnHour = 30;

    public double Hours => (To - From).TotalHours;

    /// <summary>For one of so many operators.</summary>
    public double AnHour(int operators) => Hours > 0 ? Raises / Hours / operators : 0;

    public double ADay(int operators) => AnHour(operators) * 24;

    /// <summary>Hours that have any, UTC; in order.</summary>
    public IReadOnlyList<(DateTime Hour, int Raises)> ByHour { get; init; } = [];

    /// <summary>Share of the hours with more than <see cref="TooManyAnHour"/>.</summary>
    public double BusyHours => Hours > 0 ? Math.Min(1, ByHour.Count(hour => hour.Raises > TooManyAnHour) / Hours) : 0;

    /// <summary>The ten minutes with the most; <see langword="null"/> where there were none.</summary>
    public AlarmPeak? Peak { get; init; }

    /// <summary>Stretches of ten minutes with more than <see cref="Flood"/>.</summary>
    public int Floods { get; init; }

    /// <summary>Share of the time in floods.</summary>
    public double FloodShare => Hours > 0 ? Math.Min(1, Floods / (Hours * 6)) : 0;

    /// <summary>Now: lasting, and found more than a day ago (stale alarms of ISA-18.2).</summary>
    public int Standing { get; init; }

    /// <summary>Now: not closed, and found more than a day ago.</summary>
    public int Unclosed { get; init; }

    /// <summary>Causes that came and went, the liveliest first.</summary>
    public IReadOnlyList<AlarmChatter> Chattering { get; init; } = [];

    /// <summary>The ten that were raised most often.</summary>
    public IReadOnlyList<FrequentAlarm> Frequent { get; init; } = [];

    /// <summary>Share of all raises that these make.</summary>
    public double FrequentShare => Raises > 0 ? (double)Frequent.Sum(one => one.Raises) / Raises : 0;

    public AcknowledgeTimes Acknowledged { get; init; } = new(0, null, null);
}

/// <summary>Ten minutes that begin at a full ten minutes of the clock.</summary>
/// <param name="From">UTC.</param>
public sealed record AlarmPeak(DateTime From, int Raises, int Alarms)
{
    public DateTime To => From.AddMinutes(10);
}

/// <summary>What is raised often: one kind about one subject.</summary>
/// <param name="Last">The newest of them, for names.</param>
public sealed record FrequentAlarm(Alarm Last, int Raises, int Alarms);

/// <summary>A cause that was raised <see cref="Chatter.Times"/> times and more within the window.</summary>
/// <param name="Last">The newest of its alarms, for names.</param>
/// <param name="Most">Most raises within one window.</param>
/// <param name="From">UTC: where that window begins.</param>
/// <param name="To">UTC: the last raise in it.</param>
public sealed record AlarmChatter(Alarm Last, int Most, DateTime From, DateTime To);

/// <summary>From the raise to the acknowledgement that followed it.</summary>
/// <param name="Count">Acknowledgements.</param>
/// <param name="Median">Minutes, nearest rank.</param>
/// <param name="Ninety">Minutes within which nine of ten were done, nearest rank.</param>
public sealed record AcknowledgeTimes(int Count, double? Median, double? Ninety);

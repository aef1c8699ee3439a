namespace EcoPark.Modules.Manual.Plans;

/// <summary>Where a plan stands in its present period.</summary>
public enum PlanStanding
{
    /// <summary>Measured as often as it asks for.</summary>
    Done = 0,

    /// <summary>Could not be measured, for a reason on record.</summary>
    Excused = 1,

    /// <summary>There is time.</summary>
    Open = 2,

    /// <summary>The period ends within <see cref="PlanFigures.SoonDays"/> of it.</summary>
    Soon = 3,

    /// <summary>The plan does not hold for the whole of the present period.</summary>
    None = 4,
}

/// <summary>What a plan asked for between two days, and what was done.</summary>
/// <param name="Owed">Periods that are over.</param>
/// <param name="Done">Of them measured as often as asked for.</param>
/// <param name="Excused">Of them not, for reasons on record.</param>
/// <param name="Missed">Of them neither, oldest first; the newest <see cref="MostMissed"/>.</param>
/// <param name="MissedCount">How many they are.</param>
/// <param name="Now">The present period; null where the plan does not hold for the whole of it.</param>
/// <param name="DoneNow">Days of it on which it was measured.</param>
public sealed record PlanFigures(int Owed, int Done, int Excused, IReadOnlyList<PlanPeriod> Missed, int MissedCount, PlanPeriod? Now, int DoneNow, PlanStanding Standing)
{
    /// <summary>Days to the end of a period, its last day among them, in which it is reminded of: the longer the period, the longer it takes to have a laboratory come. A day is not reminded of.</summary>
    public static int SoonDays(PlanPeriod period) => (period.Last.DayNumber - period.First.DayNumber) switch { >= 80 => 15, >= 27 => 7, >= 6 => 1, _ => 0 };

    private const int MostMissed = 12;

    /// <summary>完成率: 0…1 of what was to be measured and could be; null where nothing was.</summary>
    public double? Share => Owed > Excused ? (double)Done / (Owed - Excused) : null;

    /// <param name="measured">Days with a result.</param>
    /// <param name="excused">Days with a reason instead of a result.</param>
    /// <param name="first">Periods that end on this day or later.</param>
    /// <param name="last">And on this day or earlier.</param>
    public static PlanFigures Of(ManualPlan plan, IReadOnlySet<DateOnly> measured, IReadOnlySet<DateOnly> excused, DateOnly first, DateOnly last, DateOnly today)
    {
        var (owed, done, without, missed, count) = (0, 0, 0, new List<PlanPeriod>(), 0);
        var end = plan.To < last ? plan.To.Value : last;
        foreach (var period in PlanPeriods.Ending(plan.Per, first, end).TakeWhile(period => period.Last < today))
        {
            if (period.First < plan.From)
                continue; // It had begun before the plan.
            owed++;
            var times = Count(measured, period);
            if (times >= plan.Times)
                done++;
            else if (times + Count(excused, period) >= plan.Times)
                without++;
            else if (++count > 0)
                missed.Add(period);
        }

        PlanPeriod? now = PlanPeriods.Of(plan.Per, today) is var present && plan.From <= present.First && !(plan.To < present.Last) ? present : null;
        var doneNow = now is { } running ? Count(measured, running) : 0;
        return new(owed, done, without, [.. missed.TakeLast(MostMissed)], count, now, doneNow, StandingOf(plan, now, doneNow, excused, today));
    }

    private static PlanStanding StandingOf(ManualPlan plan, PlanPeriod? now, int done, IReadOnlySet<DateOnly> excused, DateOnly today) => now switch
    {
        not { } => PlanStanding.None,
        _ when done >= plan.Times => PlanStanding.Done,
        { } period when done + Count(excused, period) >= plan.Times => PlanStanding.Excused,
        { } period when period.Last.DayNumber - today.DayNumber < SoonDays(period) => PlanStanding.Soon,
        _ => PlanStanding.Open,
    };

    private static int Count(IReadOnlySet<DateOnly> days, PlanPeriod period) => days.Count(day => day >= period.First && day <= period.Last);
}

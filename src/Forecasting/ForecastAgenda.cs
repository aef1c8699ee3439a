namespace EcoPark.Forecasting;

/// <summary>How far a forecast has come, without its content.</summary>
/// <param name="Hours">Valid hours it learned from, or would have.</param>
/// <param name="IsRefused">Nothing could be learned.</param>
/// <param name="NewestIssue">Last hour that was known to the newest issue of these days; null where there is none.</param>
public sealed record ForecastState(ForecastKey Key, DateTime TrainedAt, int Hours, bool IsRefused, DateTime? NewestIssue);

/// <summary>In which order what is due is done: nobody waits for ever, however many others there are and whatever fails.</summary>
internal static class ForecastAgenda
{
    /// <summary>Too little history is looked at again soon: it costs little to count, and history may have been imported.</summary>
    private static readonly TimeSpan ShortFor = TimeSpan.FromHours(1);

    /// <summary>A training that failed for another reason costs as much as one that succeeds.</summary>
    private static readonly TimeSpan RefusedFor = TimeSpan.FromDays(1);

    /// <summary>One of each module in turn. A factor that two modules want at one point is forecast once.</summary>
    public static IReadOnlyList<IForecastSubject> InTurn(IEnumerable<IReadOnlyList<IForecastSubject>> modules) =>
        [.. modules.SelectMany(subjects => subjects.Select((subject, at) => (subject, at))).OrderBy(one => one.at).Select(one => one.subject).DistinctBy(subject => subject.Key)];

    /// <summary>The training that has waited longest: those never trained first, then the oldest. Null where none is due.</summary>
    /// <param name="every">A forecast is trained anew after so long.</param>
    /// <param name="outdated">To be trained whatever their age.</param>
    /// <param name="failed">Left aside in this round.</param>
    public static IForecastSubject? NextToTrain(
        IReadOnlyList<IForecastSubject> subjects, IReadOnlyDictionary<ForecastKey, ForecastState> states, DateTime now, TimeSpan every, IReadOnlySet<ForecastKey> outdated, IReadOnlySet<ForecastKey> failed) =>
        subjects.Where(subject => !failed.Contains(subject.Key) && (outdated.Contains(subject.Key) || IsDue(states.GetValueOrDefault(subject.Key), now, every)))
            .MinBy(subject => states.GetValueOrDefault(subject.Key)?.TrainedAt ?? DateTime.MinValue);

    private static bool IsDue(ForecastState? state, DateTime now, TimeSpan every) =>
        state is null || now - state.TrainedAt > (!state.IsRefused ? every : state.Hours < ForecastTrainer.FewestHours ? ShortFor : RefusedFor);
}

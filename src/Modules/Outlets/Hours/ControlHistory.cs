using EcoPark.Modules.Outlets.Filing;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>When instruments of one outlet were out of control and when its source stood still, as records and filed plans tell.</summary>
public sealed class ControlHistory
{
    private readonly Dictionary<string, List<(Stretch Stretch, string Why)>> _lost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTime>> _passed = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ExemptionPlan> _plans;

    /// <param name="isGas">Gas is out of control from the failed check on, water back to the last one that passed.</param>
    /// <param name="checks">Of this outlet.</param>
    /// <param name="instruments">Of this outlet.</param>
    /// <param name="plans">That concern this outlet.</param>
    /// <param name="now">UTC: what is overdue now.</param>
    public ControlHistory(bool isGas, IReadOnlyList<InstrumentCheck> checks, IReadOnlyList<OutletInstrument> instruments, IReadOnlyList<ExemptionPlan> plans, DateTime now)
    {
        _plans = plans;
        foreach (var factor in checks.Where(check => check.CheckedAt is not null).GroupBy(check => check.Factor))
        {
            // A span that fails is not healed by a zero that passes: each way of checking has a course of its own.
            var judged = factor.Select(check => (check.Kind, Time: check.CheckedAt!.Value, CheckJudge.Judge(check).State)).Where(check => check.State is CheckState.Passed or CheckState.Failed).ToList();
            var basis = isGas ? OutOfControl.GasBasis : OutOfControl.WaterBasis;
            var lost = judged.GroupBy(check => check.Kind)
                .SelectMany(kind => OutOfControl.StretchesOf(kind.Select(check => new CheckPoint(Utc(check.Time), check.State == CheckState.Passed)), isGas ? ControlLostFrom.FailedCheck : ControlLostFrom.LastPassedCheck))
                .Select(stretch => (stretch, $"失控：{basis.Shown}")).ToList();
            var passed = judged.Where(check => check.State == CheckState.Passed).Select(check => check.Time).Order().ToList();
            if (isGas && instruments.FirstOrDefault(one => one.Factor == factor.Key)?.CalibrationDays is { } days)
                lost.AddRange(Overdue(passed, TimeSpan.FromDays(days), now).Select(stretch => (stretch, $"失控：超过校准周期 {days:0.#} 天没有合格的校准（HJ 75-2017，待核对）")));
            (_lost[factor.Key], _passed[factor.Key]) = (lost, passed);
        }
    }

    /// <summary>What was measured by hand meanwhile.</summary>
    public ManualResults Manual { get; init; } = ManualResults.None;

    /// <summary>Why an hour of a factor is out of control; null where it is not. An hour that a stretch touches is.</summary>
    public string? LostAt(string factor, DateTime hour)
    {
        if (!_lost.TryGetValue(factor, out var stretches))
            return null;
        foreach (var (stretch, why) in stretches)
        {
            if (stretch.From.UtcDateTime < hour.AddHours(1) && (stretch.To is not { } to || to.UtcDateTime > hour))
                return why;
        }

        return null;
    }

    /// <summary>The last check that passed before an instant.</summary>
    public DateTime? LastPassed(string factor, DateTime before) => _passed.TryGetValue(factor, out var times) && times.LastOrDefault(time => time < before) is var last && last != default ? last : null;

    /// <summary>A filed standstill covers the whole hour.</summary>
    public bool IsStandstill(DateTime hour) => _plans.Any(plan => plan.IsStandstill && plan.StartsAt <= hour && plan.EndsAt >= hour.AddHours(1));

    /// <summary>A filed start or stop touches the hour: it is not judged.</summary>
    public bool IsStartOrStop(DateTime hour) => _plans.Any(plan => plan.IsStartOrStop && plan.StartsAt < hour.AddHours(1) && plan.EndsAt > hour);

    /// <summary>A filed plan of whatever kind touches the hour.</summary>
    public bool IsUnderPlan(DateTime hour) => _plans.Any(plan => plan.StartsAt < hour.AddHours(1) && plan.EndsAt > hour);

    private static IEnumerable<Stretch> Overdue(List<DateTime> passed, TimeSpan cycle, DateTime now)
    {
        for (var at = 0; at < passed.Count; at++)
        {
            var due = passed[at] + cycle;
            var next = at + 1 < passed.Count ? passed[at + 1] : (DateTime?)null;
            if (due < (next ?? now))
                yield return new Stretch(Utc(due), next is { } end ? Utc(end) : null);
        }
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

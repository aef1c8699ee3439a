namespace EcoPark.Simulator.Weeks;

/// <summary>
/// A week of eight loggers with labelled events, pure in its seed: what was done is known, and so is what must not be found (calibration, maintenance,
/// start-up and standstill by filed plans, weekends, lost telegrams, a works that rests at night).
/// </summary>
public sealed class GeneratedWeek
{
    /// <summary>Events that are in the data; the rest of the thirty happen on the line, while the week is sent.</summary>
    public static readonly IReadOnlyList<(LabelKind Kind, int Count, double LeastHours, double MostHours)> Plan =
    [
        (LabelKind.OverLimit, 6, 2, 5), (LabelKind.ConstantValue, 2, 4, 8), (LabelKind.ZeroValue, 2, 2, 5), (LabelKind.NegativeValue, 2, 0.5, 2), (LabelKind.Spike, 3, 1 / 6.0, 1 / 6.0),
        (LabelKind.OutOfRange, 2, 0.5, 2), (LabelKind.ImplausibleRatio, 2, 2, 5), (LabelKind.LevelChange, 1, 48, 48), (LabelKind.FlowWithoutConcentration, 2, 2, 4),
        (LabelKind.DataWhileStopped, 2, 2, 4), (LabelKind.HourMismatch, 2, 2, 5), (LabelKind.DeviceFault, 1, 1, 3),
    ];

    private const int StepsOfDay = 144;

    private GeneratedWeek(IReadOnlyList<WeekLogger> loggers, IReadOnlyList<Label> labels, IReadOnlyList<FiledPlan> plans) => (Loggers, Labels, Plans) = (loggers, labels, plans);

    public IReadOnlyList<WeekLogger> Loggers { get; }

    public IReadOnlyList<Label> Labels { get; }

    public IReadOnlyList<FiledPlan> Plans { get; }

    /// <param name="seed">The same seed gives the same week.</param>
    /// <param name="start">Wall clock, midnight of its first day.</param>
    /// <param name="mns">Eight MNs: four of flue gas, then four of waste water.</param>
    public static GeneratedWeek Create(int seed, DateTime start, IReadOnlyList<string> mns)
    {
        var random = new Random(seed);
        var loggers = mns.Select((mn, number) => new WeekLogger(mn, isFlueGas: number < mns.Count / 2, start, random)).ToList();
        var events = new WeekEvents(random);
        var plans = loggers.SelectMany((logger, number) => events.AddNormalLife(logger, number)).ToList();
        // By logger: what is taken, so that no two events stand together; times of plans and maintenance are taken too.
        var taken = loggers.ToDictionary(logger => logger, logger => new List<(int From, int To)>());
        foreach (var (logger, number) in loggers.Select((logger, number) => (logger, number)))
        {
            taken[logger].Add(((3 * StepsOfDay) + 54 + (number * 3), (3 * StepsOfDay) + 63 + (number * 3)));
            taken[logger].AddRange(plans.Where(plan => plan.Mn == logger.Mn).Select(plan => ((int)((plan.From - start).TotalMinutes / 10), (int)((plan.To - start).TotalMinutes / 10))));
        }

        var labels = new List<Label>();
        // The longest first: it needs the most room.
        foreach (var (kind, count, least, most) in Plan.OrderByDescending(one => one.MostHours))
        {
            for (var number = 0; number < count; number++)
                labels.Add(Place(kind, Math.Max(1, (int)Math.Round((least + ((most - least) * random.NextDouble())) * 6)), loggers, taken, events, random));
        }

        return new GeneratedWeek(loggers, [.. labels.OrderBy(label => label.From)], plans);
    }

    private static Label Place(LabelKind kind, int steps, List<WeekLogger> loggers, Dictionary<WeekLogger, List<(int From, int To)>> taken, WeekEvents events, Random random)
    {
        const int Apart = 18;
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var logger = loggers[random.Next(loggers.Count)];
            if (CodesFor(kind, logger) is not { Length: > 0 } codes)
                continue;
            var code = codes[random.Next(codes.Length)];
            // Not within the nightly calibration, which would cut it in two, nor when a works rests; a drift begins where days before it say what was usual.
            var from = kind == LabelKind.LevelChange ? (4 * StepsOfDay) + random.Next(60) : (random.Next(7) * StepsOfDay) + 30 + random.Next(StepsOfDay - 36 - steps);
            if (kind == LabelKind.HourMismatch)
                (from, steps) = (from / 6 * 6, Math.Max(12, steps / 6 * 6));
            var to = kind == LabelKind.LevelChange ? WeekLogger.Steps : from + steps;
            if (taken[logger].Exists(other => from < other.To + Apart && other.From < to + Apart))
                continue;
            taken[logger].Add((from, to));
            return events.Add(logger, kind, code, from, steps);
        }

        throw new InvalidOperationException($"No room for {kind}.");
    }

    private static string[] CodesFor(LabelKind kind, WeekLogger logger) => kind switch
    {
        LabelKind.ImplausibleRatio => [logger.IsFlueGas ? "a21002" : "w01018"],
        LabelKind.DataWhileStopped => logger.IsFlueGas ? ["a00000"] : [],
        LabelKind.OutOfRange when !logger.IsFlueGas => ["w01001", "w21003"],
        LabelKind.OutOfRange => ["a21026"],
        _ => [.. logger.Factors.Where(factor => factor.Limit is not null).Select(factor => factor.Code)],
    };
}

namespace EcoPark.Simulator.Weeks;

/// <summary>Changes a logger's data as an event of a kind would, and says what it did.</summary>
internal sealed class WeekEvents(Random random)
{
    public Label Add(WeekLogger logger, LabelKind kind, string code, int from, int steps)
    {
        var factor = logger.Factors.First(one => one.Code == code);
        var (values, flags) = (logger.Values[code], logger.Flags[code]);
        switch (kind)
        {
            case LabelKind.OverLimit:
                var times = 1.3 + (0.9 * random.NextDouble());
                Each(step => values[step] = factor.Limit!.Value * times * Math.Exp(logger.Noise(0.04)));
                if (code == "w01018") // Carbon rises with it.
                    Each(step => logger.Values["w01020"][step] = values[step] / 3);
                break;
            case LabelKind.ConstantValue:
                var stuck = values[from];
                Each(step => values[step] = stuck);
                break;
            case LabelKind.ZeroValue:
                Each(step => values[step] = 0);
                break;
            case LabelKind.NegativeValue:
                Each(step => values[step] = -Math.Abs(factor.Usual * 0.05) - Math.Abs(logger.Noise(factor.Usual * 0.02)));
                break;
            case LabelKind.Spike:
                Each(step => values[step] *= 6 + (6 * random.NextDouble()));
                break;
            case LabelKind.OutOfRange when code == "w01001":
                Each(step => values[step] = 14.5 + random.NextDouble());
                break;
            case LabelKind.OutOfRange:
                Each(step => (values[step], flags[step]) = (factor.Usual * 20, 'T'));
                break;
            case LabelKind.ImplausibleRatio: // Somebody halves what the analyser says.
                var share = 0.4 + (0.15 * random.NextDouble());
                Each(step => values[step] *= share);
                break;
            case LabelKind.LevelChange: // A slow drift to about twice the value, which stays.
                for (var step = from; step < WeekLogger.Steps; step++)
                    values[step] *= 1 + (1.0 * Math.Min(1, (step - from) / (24.0 * 6)));
                break;
            case LabelKind.FlowWithoutConcentration:
                Each(step => flags[step] = '-');
                break;
            case LabelKind.DataWhileStopped: // The fan stands, and the values go on.
                Each(step => logger.Values["a00000"][step] = 0);
                break;
            case LabelKind.HourMismatch:
                for (var hour = from / 6; hour < (from + steps) / 6; hour++)
                    logger.HourLies[(code, hour)] = 0.6 + (0.15 * random.NextDouble());
                break;
            case LabelKind.DeviceFault:
                Each(step => (values[step], flags[step]) = (0, 'D'));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "It happens on the line, not in the data.");
        }

        Round();
        return new Label(logger.Mn, kind == LabelKind.DataWhileStopped ? "a00000" : code, kind, logger.At(from), kind == LabelKind.LevelChange ? logger.At(WeekLogger.Steps) : logger.At(from + steps));

        void Each(Action<int> change)
        {
            for (var step = from; step < from + steps; step++)
                change(step);
        }

        void Round()
        {
            foreach (var one in logger.Factors)
            {
                for (var step = 0; step < WeekLogger.Steps; step++)
                    logger.Values[one.Code][step] = Math.Round(logger.Values[one.Code][step], one.Decimals + 1, MidpointRounding.ToEven);
            }
        }
    }

    /// <summary>What happens in every works and must raise nothing.</summary>
    public IEnumerable<FiledPlan> AddNormalLife(WeekLogger logger, int number)
    {
        // Every night the analysers are calibrated with span gas or standard solution, flagged so.
        for (var day = 0; day < 7; day++)
            Flag((day * 144) + 12 + number, 2, 'C', 2.5);
        // Once in the week the instruments are maintained: flagged, and the values stand still.
        Flag((3 * 144) + 54 + (number * 3), 9, 'M', 0);
        // One source of each kind starts up by a filed plan: high values, and oxygen that fits nothing.
        if (number % 4 == 1)
        {
            var from = (1 * 144) + 40;
            foreach (var factor in logger.Factors.Where(one => one.Limit is not null))
            {
                for (var step = from; step < from + 24; step++)
                    logger.Values[factor.Code][step] = factor.Limit!.Value * (1.1 + (0.6 * random.NextDouble()));
            }

            yield return new FiledPlan(logger.Mn, "启炉（开车）", logger.At(from), logger.At(from + 24));
        }

        // One stands still by a filed plan: no flow, everything flagged.
        if (number % 4 == 2)
        {
            var from = (2 * 144) + 48;
            foreach (var factor in logger.Factors)
            {
                for (var step = from; step < from + 60; step++)
                    (logger.Values[factor.Code][step], logger.Flags[factor.Code][step]) = (0, 'F');
            }

            yield return new FiledPlan(logger.Mn, "停产", logger.At(from), logger.At(from + 60));
        }

        void Flag(int from, int steps, char flag, double times)
        {
            foreach (var factor in logger.Factors.Where(one => one.IsConcentration))
            {
                for (var step = from; step < from + steps; step++)
                    (logger.Values[factor.Code][step], logger.Flags[factor.Code][step]) = (factor.Usual * times, flag);
            }
        }
    }
}

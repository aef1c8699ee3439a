namespace EcoPark.Simulator.Weeks;

/// <summary>
/// The works as they run: load with its day and its weekend, autoregressive scatter, nitrogen oxides that fall as oxygen rises, chemical oxygen demand that
/// follows organic carbon.
/// </summary>
internal static class WeekProcess
{
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static void Fill(WeekLogger logger, Random random)
    {
        var load = Load(logger, random);
        if (logger.IsFlueGas)
            FlueGas(logger, load, random);
        else
            WasteWater(logger, load, random);
        foreach (var factor in logger.Factors)
        {
            var values = logger.Values[factor.Code];
            for (var step = 0; step < values.Length; step++)
                values[step] = Math.Round(Math.Max(0, values[step]), factor.Decimals + 1, MidpointRounding.ToEven);
        }
    }

    private static double[] Load(WeekLogger logger, Random random)
    {
        var (noise, peak, day) = (Scatter(random, 0.95, 0.04), 12 + (4 * random.NextDouble()), 0.08 + (0.1 * random.NextDouble()));
        return [.. Enumerable.Range(0, WeekLogger.Steps).Select(step =>
        {
            var at = logger.At(step);
            var weekend = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.85 : 1;
            return weekend * (1 + (day * Math.Cos((at.TimeOfDay.TotalHours - peak) * Math.PI / 12)) + noise[step]);
        })];
    }

    private static void FlueGas(WeekLogger logger, double[] load, Random random)
    {
        var (oxygen, reactor) = (Scatter(random, 0.95, 0.7), Scatter(random, 0.85, 1.8));
        Each("a00000", step => 21 * load[step]);
        Each("a19001", step => 9 - (2 * (load[step] - 1)) + oxygen[step]);
        Each("a21002", step => 42 - (3.2 * (logger.Values["a19001"][step] - 9)) + reactor[step]);
        var (dust, sulphur, organics) = (Scatter(random, 0.9, 0.13), Scatter(random, 0.92, 0.15), Scatter(random, 0.93, 0.17));
        Each("a34013", step => 4 * load[step] * Math.Exp(dust[step]));
        Each("a21026", step => 14 * Math.Exp(sulphur[step]));
        Each("a24088", step => 14 * load[step] * Math.Exp(organics[step]));
        void Each(string code, Func<int, double> value) => Set(logger, code, value);
    }

    private static void WasteWater(WeekLogger logger, double[] load, Random random)
    {
        var (carbon, ratio, acid, ammonia, phosphorus) = (Scatter(random, 0.95, 0.11), Scatter(random, 0.5, 0.9), Scatter(random, 0.95, 0.15), Scatter(random, 0.95, 0.15), Scatter(random, 0.95, 0.14));
        // One works in two pumps from a basin and stops for some hours at night.
        var rests = random.NextDouble() < 0.5;
        Set(logger, "w00000", step => rests && logger.At(step).Hour is >= 1 and < 4 ? 0 : 18 * load[step]);
        Set(logger, "w01001", step => 7.4 + acid[step]);
        Set(logger, "w01020", step => 13 * load[step] * Math.Exp(carbon[step]));
        Set(logger, "w01018", step => (3 * logger.Values["w01020"][step]) + ratio[step]);
        Set(logger, "w21003", step => 2.2 * Math.Exp(ammonia[step]));
        Set(logger, "w21011", step => 0.25 * Math.Exp(phosphorus[step]));
    }

    private static void Set(WeekLogger logger, string code, Func<int, double> value)
    {
        for (var step = 0; step < WeekLogger.Steps; step++)
            logger.Values[code][step] = value(step);
    }

    /// <summary>Autoregressive noise of a given total deviation.</summary>
    private static double[] Scatter(Random random, double phi, double deviation)
    {
        var values = new double[WeekLogger.Steps];
        var last = Normal(random) * deviation;
        for (var step = 0; step < values.Length; step++)
            values[step] = last = (phi * last) + (Normal(random) * deviation * Math.Sqrt(1 - (phi * phi)));
        return values;
    }
}

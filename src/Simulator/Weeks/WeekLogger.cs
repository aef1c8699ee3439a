using System.Globalization;
using EcoPark.Hj212;

namespace EcoPark.Simulator.Weeks;

/// <summary>Ten-minute values and flags of one logger over the week, and the telegrams it makes of them. Events change the arrays before telegrams are written.</summary>
public sealed class WeekLogger
{
    public const int StepMinutes = 10;
    public const int Steps = 7 * 24 * 6;
    private const int StepsOfHour = 60 / StepMinutes;

    private readonly Random _random;

    public WeekLogger(string mn, bool isFlueGas, DateTime start, Random random)
    {
        (Mn, IsFlueGas, Start, _random) = (mn, isFlueGas, start, random);
        Factors = isFlueGas ? WeekFactor.FlueGas : WeekFactor.WasteWater;
        foreach (var factor in Factors)
        {
            Values[factor.Code] = new double[Steps];
            Flags[factor.Code] = [.. Enumerable.Repeat('N', Steps)];
        }

        WeekProcess.Fill(this, random);
        // Now and then a telegram is lost on its way for good.
        for (var step = 0; step < Steps; step++)
            IsLost[step] = random.NextDouble() < 0.003;
    }

    public string Mn { get; }

    public bool IsFlueGas { get; }

    /// <summary>Wall clock, midnight.</summary>
    public DateTime Start { get; }

    public IReadOnlyList<WeekFactor> Factors { get; }

    public Dictionary<string, double[]> Values { get; } = [];

    /// <summary>'-' where the factor is left out of the telegram.</summary>
    public Dictionary<string, char[]> Flags { get; } = [];

    public bool[] IsLost { get; } = new bool[Steps];

    /// <summary>Share of the true hour that the logger sends, by factor and hour: anything but 1 is a lie.</summary>
    public Dictionary<(string Factor, int Hour), double> HourLies { get; } = [];

    public DateTime At(int step) => Start.AddMinutes(StepMinutes * step);

    /// <summary>The hour that the logger sends; <see langword="null"/> where it has too few valid minutes.</summary>
    public double? Hour(WeekFactor factor, int hour)
    {
        var steps = Enumerable.Range(hour * StepsOfHour, StepsOfHour).Where(step => Flags[factor.Code][step] == 'N' && !IsLost[step]).ToList();
        if (steps.Count < 5)
            return null;
        var values = Values[factor.Code];
        var (mean, flows) = (steps.Average(step => values[step]), IsFlueGas ? null : Values["w00000"]);
        if (flows is not null && factor.IsConcentration && steps.Sum(step => flows[step]) is > 0 and var water)
            mean = steps.Sum(step => values[step] * flows[step]) / water;
        return Math.Round(mean * HourLies.GetValueOrDefault((factor.Code, hour), 1), factor.Decimals + 1, MidpointRounding.ToEven);
    }

    public double? Day(WeekFactor factor, int day) => Enumerable.Range(day * 24, 24).Select(hour => Hour(factor, hour)).OfType<double>().ToList() is { Count: >= 20 } hours ? Math.Round(hours.Average(), factor.Decimals + 1) : null;

    /// <summary>All telegrams of the week in the order a logger would send them after an outage.</summary>
    public IEnumerable<byte[]> Telegrams(DateTime firstQn)
    {
        var (address, number) = (new Address(Mn, "123456", ProtocolVersion.V2017, IsFlueGas ? "31" : "32"), 0);
        byte[] Frame(CommandCode command, DateTime time, IEnumerable<string> items) => TelegramWriter.Write(
            address, firstQn.AddMilliseconds(number++), command, $"DataTime={time:yyyyMMddHHmmss};{string.Join(';', items)}", wantsAnswer: true);
        for (var step = 0; step < Steps; step++)
        {
            var items = Factors.Where(factor => Flags[factor.Code][step] != '-').Select(factor => Item(factor, Values[factor.Code][step], Flags[factor.Code][step])).ToList();
            if (!IsLost[step] && items.Count > 0)
                yield return Frame(CommandCode.MinuteData, At(step), items);
            if ((step + 1) % StepsOfHour != 0)
                continue;
            var hour = step / StepsOfHour;
            if (Factors.Where(factor => Hour(factor, hour) is not null).Select(factor => Item(factor, Hour(factor, hour)!.Value, 'N')).ToList() is { Count: > 0 } hourly)
                yield return Frame(CommandCode.HourlyData, Start.AddHours(hour), hourly);
            if ((hour + 1) % 24 == 0 && Factors.Where(factor => Day(factor, hour / 24) is not null).Select(factor => Item(factor, Day(factor, hour / 24)!.Value, 'N')).ToList() is { Count: > 0 } daily)
                yield return Frame(CommandCode.DailyData, Start.AddDays(hour / 24), daily);
        }
    }

    /// <summary>Normal noise of the generator, for events that need some.</summary>
    internal double Noise(double deviation) => WeekProcess.Normal(_random) * deviation;

    private static string Item(WeekFactor factor, double value, char flag)
    {
        var text = value.ToString("F" + (factor.Decimals + 1), CultureInfo.InvariantCulture);
        return $"{factor.Code}-Min={text},{factor.Code}-Avg={text},{factor.Code}-Max={text},{factor.Code}-Flag={flag}";
    }
}

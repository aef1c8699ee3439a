using EcoPark.Modules.Outlets.Quotas;

namespace EcoPark.Outlets.Tests;

/// <summary>The 90 % interval of the day a quota ends, against discharges whose law is known: 30 days of an AR(1) process around 10 kg a day.</summary>
public class QuotaOutlookTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Theory]
    [InlineData(0.0, 3, 150)]
    [InlineData(0.3, 3, 150)]
    [InlineData(0.6, 3, 150)]
    [InlineData(0.6, 2, 400)]
    [InlineData(0.8, 3, 300)]
    public void The_interval_holds_the_day_in_nine_cases_of_ten(double phi, double deviation, double rest)
    {
        const int Cases = 1_000;
        var random = new Random(20_260_312);
        var held = 0;
        for (var at = 0; at < Cases; at++)
        {
            var masses = Process(random, phi, deviation, 600);
            var known = masses[..30];
            var outlook = QuotaOutlook.Of([.. known.Select((mass, day) => (First.AddDays(day), mass))], known.Sum() + rest)!;
            var (ends, sum) = (30, masses[30]);
            while (sum < rest)
                sum += masses[++ends];
            var day = First.AddDays(ends);
            held += outlook.Earliest <= day && (outlook.Latest is null || day <= outlook.Latest) ? 1 : 0;
        }

        ((double)held / Cases).ShouldBeInRange(0.80, 0.97);
    }

    [Fact]
    public void Days_that_hang_together_make_the_interval_wider()
    {
        // The same 30 amounts, once in turn (each unlike the day before) and once in two blocks.
        double[] amounts = [.. Enumerable.Range(0, 30).Select(at => at % 2 == 0 ? 8.0 : 12.0)];
        int Width(double[] masses)
        {
            var outlook = QuotaOutlook.Of([.. masses.Select((mass, day) => (First.AddDays(day), mass))], 600)!;
            return outlook.Latest!.Value.DayNumber - outlook.Earliest!.Value.DayNumber;
        }

        Width([.. amounts.Order()]).ShouldBeGreaterThan(3 * Width(amounts));
    }

    /// <summary>x(t) − 10 = φ·(x(t−1) − 10) + e, of the given standard deviation; nothing is discharged where it would be negative.</summary>
    private static double[] Process(Random random, double phi, double deviation, int count)
    {
        var masses = new double[count];
        var off = deviation * Normal(random);
        for (var at = 0; at < count; at++)
        {
            masses[at] = Math.Max(0, 10 + off);
            off = (phi * off) + (deviation * Math.Sqrt(1 - (phi * phi)) * Normal(random));
        }

        return masses;
    }

    /// <summary>Box and Muller.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

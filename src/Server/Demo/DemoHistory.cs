using System.Globalization;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Time;
using EcoPark.Simulator;
using EcoPark.Telemetry.Import;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Server.Demo;

/// <summary>How much of a past the demo park has, section EcoPark:Demo.</summary>
internal sealed class DemoOptions
{
    /// <summary>Days of the park's own stations: two years, so that every period has a year before it.</summary>
    public int Days { get; set; } = 730;
}

/// <summary>--demo: invented hours, two years for the park's own stations and 190 days for outlets, taken in through the same import as everybody's files, so that statistics and forecasts have something to work on.</summary>
internal sealed class DemoHistory(DemoOptions options, IDeviceRegistry registry, ReadingImport import, TimeProvider clock) : IDemo
{
    /// <summary>Days that the simulated loggers send themselves.</summary>
    private const int SentDays = 3;

    /// <summary>Days of outlets: enough for a quarter's rates, for masses that stand for others, and half a year of valid hours to forecast from.</summary>
    private const int OutletDays = 190;

    private static readonly PointKind[] Kinds = [PointKind.AmbientAir, PointKind.SurfaceWater, PointKind.Noise, PointKind.Weather];
    private static readonly PointKind[] Outlets = [PointKind.FlueGas, PointKind.WasteWater, PointKind.FenceLine];

    public int Order => 900;

    public async Task PlantMore(CancellationToken cancellationToken)
    {
        foreach (var point in registry.Current.Points.Where(point => Kinds.Contains(point.Kind)))
            await Plant(point, options.Days, cancellationToken);
        foreach (var point in registry.Current.Points.Where(point => Outlets.Contains(point.Kind)))
            await Plant(point, Math.Min(OutletDays, options.Days), cancellationToken);
    }

    private async Task Plant(MonitoringPoint point, int days, CancellationToken cancellationToken)
    {
        var channels = registry.Current.ChannelsByPoint[point.Id].ToList();
        // Outlets go on as their simulated loggers do: other levels before would pass for a drift.
        var logger = Outlets.Contains(point.Kind) ? SimulatedPark.Create().FirstOrDefault(spec => spec.Name == point.Name) : null;
        var simulated = channels.ToDictionary(channel => channel.Id, channel => logger?.Factors.FirstOrDefault(factor => factor.Code == channel.OriginalCode));
        var end = clock.ParkNow().Date.AddDays(-SentDays);
        var random = new Random(point.Id);
        var states = channels.ToDictionary(channel => channel.Id, _ => 0.0);
        var rows = new List<ImportRow>();
        for (var time = end.AddDays(-days); time < end; time = time.AddHours(1))
        {
            var cells = new List<string> { time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) };
            // Half a per cent of the hours is missing, as in life.
            foreach (var channel in channels)
                cells.Add(random.Next(200) == 0 ? "" : (simulated[channel.Id] is { } factor ? HourOf(logger!, factor, time) : Value(channel, time, states, random)).ToString("F" + (channel.Decimals + 1), CultureInfo.InvariantCulture));
            rows.Add(new ImportRow(rows.Count + 2, cells));
        }

        List<string> headings = ["时间", .. channels.Select(channel => channel.FactorCode)];
        var columns = channels.Select((channel, at) => new ImportColumn(at + 1, channel.FactorCode, channel.FactorCode, channel.Name, channel.Unit, channel.Unit) { Medium = point.Kind.RollupMedium() }).ToList();
        var done = await import.Import(point.Id, Interval.Hour, new ImportTable(headings, rows), TimeReader.For(headings, new(ImportZone.Park, ImportStamp.Begin, Interval.Hour))!, columns, null, cancellationToken);
        if (!done.IsOk)
            throw new InvalidOperationException(done.Problem.Message);
    }

    private static double HourOf(LoggerSpec logger, FactorSpec factor, DateTime hour) => Enumerable.Range(0, 10).Average(part => Signal.Value(logger, factor, hour.AddMinutes(6 * part)));

    /// <summary>Level with season, time of day and a slowly wandering part.</summary>
    private static double Value(Channel channel, DateTime time, Dictionary<int, double> states, Random random)
    {
        var (level, season, daily, peakHour, spread) = Shape(channel.FactorCode);
        var state = states[channel.Id] = (states[channel.Id] * 0.96) + (spread * 0.28 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
        var winter = Math.Cos(2 * Math.PI * (time.DayOfYear - 15) / 365.25);
        var hour = Math.Cos(2 * Math.PI * (time.Hour - peakHour) / 24.0);
        var value = level + (season * winter) + (daily * hour) + state;
        if (channel.FactorCode == "a01008")
            return ((value % 360) + 360) % 360;
        return channel.FactorCode == "a01001" ? value : Math.Max(value, level * 0.04);
    }

    private static (double Level, double Season, double Daily, double PeakHour, double Spread) Shape(string factor) => factor switch
    {
        "a34004" => (36, 18, 5, 8, 16),
        "a34002" => (62, 24, 8, 9, 24),
        "a21026" => (9, 3, 2, 10, 3),
        "a21004" => (30, 9, 8, 20, 9),
        "a05024" => (72, -30, 42, 15, 18),
        "a21005" => (0.7, 0.2, 0.1, 8, 0.2),
        "a01001" => (16, -12, 4, 15, 2.5),
        "a01002" => (72, -6, 10, 5, 9),
        "a01006" => (101.5, 0.9, 0.1, 9, 0.5),
        "a01007" => (2.6, 0.2, 0.8, 14, 1.1),
        "a01008" => (150, 100, 25, 13, 70),
        "w01010" => (17, -9, 0.6, 16, 0.8),
        "w01001" => (7.8, 0, 0.15, 15, 0.15),
        "w01009" => (7.6, 1.6, 0.7, 15, 0.6),
        "w01014" => (480, 30, 10, 6, 40),
        "w01019" => (4.2, -0.5, 0.3, 16, 0.7),
        "w21003" => (0.55, 0.2, 0.05, 7, 0.28),
        "w21011" => (0.13, 0.02, 0.01, 7, 0.05),
        "Leq" => (54, 0, 5, 14, 2.5),
        "L10" => (57, 0, 5, 14, 2.5),
        "L90" => (49, 0, 4, 14, 2),
        _ => (10, 0, 1, 12, 1),
    };
}

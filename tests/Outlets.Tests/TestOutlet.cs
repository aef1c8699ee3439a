using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Outlets.Tests;

/// <summary>Outlets and hours as a test wants them.</summary>
internal static class TestOutlet
{
    public const string Sulphur = "a21026";
    public const string Cod = "w01018";

    /// <summary>Midnight of the park's zone.</summary>
    public static readonly DateTime Start = new(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc);

    public static readonly ControlHistory Quiet = Control(isGas: true);

    public static Outlet Gas(OutletFiling? filing = null, params (string Factor, string Unit)[] channels) => Of(PointKind.FlueGas, filing, channels.Length > 0 ? channels : [(Sulphur, "mg/m³"), ("a19001", "%"), ("a00000", "m³/h")]);

    public static Outlet Water() => Of(PointKind.WasteWater, null, [(Cod, "mg/L"), ("w00000", "L/s")]);

    public static ControlHistory Control(bool isGas, params InstrumentCheck[] checks) => new(isGas, checks, [], [], Start.AddYears(1));

    /// <summary>A drift check of SO₂ with a full scale of 100, or a solution of 100 mg/L COD.</summary>
    public static InstrumentCheck Check(string kind, DateTime utc, double reading, double reference = 100, string factor = Sulphur) =>
        new() { Factor = factor, Kind = kind, CheckedAt = utc, Reading = reading, Reference = reference, FullScale = 100 };

    /// <summary>By hand, for hours since <see cref="Start"/>.</summary>
    public static OutletManualResult Manual(string factor, int from, int to, double value, string unit) => new()
    {
        Factor = factor,
        Value = value,
        Unit = unit,
        From = Start.AddHours(from),
        To = Start.AddHours(to),
        Method = "HJ 57-2017",
        Laboratory = "检测公司",
        ReportNumber = $"R-{from}",
    };

    /// <summary>Hours from <see cref="Start"/>; what is null was not measured.</summary>
    public static HourlyReadings Hours(Outlet outlet, int count, params (string Factor, Func<int, double?> Value)[] values) => Flagged(outlet, count, _ => 'N', values);

    public static HourlyReadings Flagged(Outlet outlet, int count, Func<int, char> flag, params (string Factor, Func<int, double?> Value)[] values)
    {
        var hours = new HourlyReadings(Start, count);
        hours.Add(outlet.Channels, [.. values.SelectMany(one => Enumerable.Range(0, count).Where(hour => one.Value(hour) is not null).Select(hour => new Reading
        {
            Series = new SeriesId(outlet.Channel(one.Factor)!.Id, Interval.Hour, Origin.Sent),
            Time = Start.AddHours(hour),
            Value = one.Value(hour),
            Flag = flag(hour),
        }))]);
        return hours;
    }

    public static Outlet Of(PointKind kind, OutletFiling? filing, (string Factor, string Unit)[] channels) => new(
        new MonitoringPoint { Id = 1, Name = "排口", Kind = kind }, filing, new PermitLink(null, null, false),
        [.. channels.Select((channel, at) => new Channel { Id = at + 1, PointId = 1, FactorCode = channel.Factor, OriginalCode = channel.Factor, Name = channel.Factor, Unit = channel.Unit })], [], []);
}

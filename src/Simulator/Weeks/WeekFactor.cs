namespace EcoPark.Simulator.Weeks;

/// <summary>A factor of the generated week.</summary>
/// <param name="Code">HJ 212 code.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Decimals of the analyser.</param>
/// <param name="Usual">Median while it runs.</param>
/// <param name="Limit">Permit limit; <see langword="null"/> for what has none.</param>
public sealed record WeekFactor(string Code, string Name, string Unit, int Decimals, double Usual, double? Limit)
{
    public static readonly IReadOnlyList<WeekFactor> FlueGas =
    [
        new("a00000", "废气", "m³/s", 2, 21, null), new("a19001", "氧含量", "%", 2, 9, null), new("a21002", "氮氧化物", "mg/m³", 2, 42, 80),
        new("a34013", "烟尘", "mg/m³", 2, 4, 10), new("a21026", "二氧化硫", "mg/m³", 2, 14, 35), new("a24088", "非甲烷总烃", "mg/m³", 2, 14, 40),
    ];

    public static readonly IReadOnlyList<WeekFactor> WasteWater =
    [
        new("w00000", "污水", "L/s", 2, 18, null), new("w01001", "pH值", "无量纲", 2, 7.4, null), new("w01020", "总有机碳", "mg/L", 2, 13, null),
        new("w01018", "化学需氧量", "mg/L", 1, 39, 80), new("w21003", "氨氮", "mg/L", 3, 2.2, 8), new("w21011", "总磷", "mg/L", 3, 0.25, 0.8),
    ];

    public bool IsFlow => Code is "w00000" or "a00000";

    public bool IsConcentration => Unit.StartsWith("mg/", StringComparison.Ordinal);
}

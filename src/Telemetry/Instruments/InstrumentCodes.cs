using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Instruments;

/// <summary>What the codes of 动态管控 mean for the park: which changes are told to people, and how urgently.</summary>
public static class InstrumentCodes
{
    /// <summary>Stands for the serial number of an analyser (3019), which has no code of its own.</summary>
    public const string SerialNumber = "SN";

    /// <summary>i13001 测量量程, i13007 截距, i13008 斜率: who changes them changes every reading; and another instrument than was filed.</summary>
    private static readonly HashSet<string> Key = ["i13001", "i13007", "i13008", SerialNumber];

    /// <summary>i13006 校准时间 is a fact of each calibration, no setting.</summary>
    private const string CalibratedAt = "i13006";

    /// <summary>报警, table 4.</summary>
    private const string FacilityAlarm = "4";

    private static readonly HashSet<(string Code, string Value)> Faults =
    [
        ("i12001", "2"), ("i12001", "6"), ("i12002", "1"), ("i12003", "1"), ("i22001", "2"), ("i22003", "1"), ("i22101", "1"), ("i32001", "2"),
    ];

    private static readonly HashSet<(string Code, string Value)> Tended = [("i12001", "1"), ("i12001", "3"), ("i12001", "8"), ("i12001", "10"), ("i22001", "3")];

    public static string NameOf(string code) => code == SerialNumber ? "仪器编码" : IsFacility(code) ? $"治理设施 {code}" : Factors.Find(code)?.Name ?? code;

    /// <summary>SB and the number of a treatment facility (2021).</summary>
    internal static bool IsFacility(string code) => code.StartsWith("SB", StringComparison.Ordinal);

    /// <summary>Value with the meaning that the table gives it, and its unit.</summary>
    public static string Say(string code, string value) => IsFacility(code) && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var state) ? $"{CodeNames.Of((RunState)state)}（{value}）" : InformationCodes.MeaningOf(code, value) is { } meaning ? $"{meaning}（{value}）" : $"{value} {Factors.Find(code)?.Unit}".TrimEnd();

    /// <summary>How urgent a change of a parameter is; <see langword="null"/> where it is none that people set.</summary>
    internal static AlarmLevel? LevelOfChange(string code) => Key.Contains(code) ? AlarmLevel.Orange : code.StartsWith("i13", StringComparison.Ordinal) && code != CalibratedAt ? AlarmLevel.Yellow : null;

    /// <summary>The device says that something is broken.</summary>
    internal static bool IsFault(string code, string value) => (IsFacility(code) && value == FacilityAlarm) || Faults.Contains((code, value.Trim()));

    /// <summary>Somebody is at work on it: maintenance or calibration.</summary>
    internal static bool IsTended(string code, string value) => Tended.Contains((code, value.Trim()));

    /// <summary>Temperatures, pressures and the like of auxiliary equipment move all the time: one value an hour is kept.</summary>
    internal static bool IsContinuous(string code) => code.Length == 6 && code[0] == 'i' && code[1] is '2' or '3' && code[2] == '3';

    /// <summary>1.0 and 1.00 are the same.</summary>
    internal static bool AreSame(string one, string other) =>
        one == other || (Number(one) is { } a && Number(other) is { } b && a == b);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Time;

namespace EcoPark.Manual.Tests;

/// <summary>Points, results and series of the tests.</summary>
internal static class Sample
{
    public const string Cod = "w01018";
    public const string Nmhc = "a24088";
    public const string Benzene = "a25002";

    public static DateTime Wall(string text) => ParkTime.ToUtc(DateTime.Parse(text, CultureInfo.InvariantCulture));

    public static ManualPoint Point(string kind, string standard = "", string level = "", double? oxygen = null) => new() { Id = 1, EnterpriseId = 7, Code = "P1", Name = "点位一", Kind = kind, Standard = standard, StandardClass = level, Oxygen = oxygen };

    public static KnownLimit Permit(string factor, double limit, string unit, string standard = "GB 31572-2015 合成树脂工业污染物排放标准", string from = "2023-01-01", string? to = null) =>
        new(new PermitOutletId(1), factor, limit, unit, standard, DateOnly.Parse(from, CultureInfo.InvariantCulture), to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture));

    public static ManualSample Result(string factor, string reported, string unit, string at = "2026-03-02 09:00") => new() { EnterpriseId = 7, PointId = 1, ReportId = 1, Factor = factor, Reported = reported, Unit = unit, At = Wall(at) };

    public static ResultGround Ground(ManualPoint point, params KnownLimit[] permitted) => new(point, new ManualReport { Number = "BG-1" }, null, permitted);

    public static ResultValue Value(string at, double value, bool isBelow = false, double? limit = null, string verdict = "达标", double? flow = null, bool isPending = false) =>
        new(1, Wall(at), value, value, isBelow, flow, verdict, "GB 1-2026", limit is { } upper ? $"≤ {upper}" : "", limit, verdict == "超标" && limit is > 0 and var bound ? (value - bound) / bound : null, isPending);

    public static ResultSeries Series(string kind, string factor, string unit, params ResultValue[] values) => new(1, 7, "试验公司", "点位一", kind, factor, unit, values);
}

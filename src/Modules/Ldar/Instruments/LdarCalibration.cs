using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Instruments;

/// <summary>校准与漂移: what an instrument read of a gas that is known.</summary>
public sealed class LdarCalibration : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int InstrumentId { get; set; }

    public string Kind { get; set; } = "";

    public DateTime? At { get; set; }

    public string Gas { get; set; } = "";

    public double? Nominal { get; set; }

    public double? Reading { get; set; }

    public double? ResponseSeconds { get; set; }

    public string Person { get; set; } = "";

    public double? Deviation { get; set; }

    public string Verdict { get; set; } = "";
}

internal static class LdarCalibrationType
{
    public const string Name = "ldar-calibrations";
    public const string Fails = "超差";
    public const string Drift = "漂移核查";

    public static RecordType<LdarCalibration> Create() => new RecordType<LdarCalibration>(Name, "LDAR 仪器校准与漂移")
        .In(Chapter.Title, Chapter.Section, $"检测仪器的零点、示值校准和漂移核查，偏差按 ±{LdarRules.LargestDrift * 100:0} % 判定（待核对）。", 29).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .Reference(r => r.InstrumentId, "仪器", LdarInstrumentType.Name, f => f with { IsKey = true })
        .Choice(r => r.Kind, "类型", ["校准", Drift], f => f with { IsRequired = true, Help = "每日检测前校准，检测后漂移核查（HJ 733-2014，待核对）" })
        .Moment(r => r.At, "时间", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Choice(r => r.Gas, "标气", ["甲烷", "丙烷", "异丁烯", "其他"], f => f with { IsRequired = true, IsFilter = false })
        .Number(r => r.Nominal, "标气浓度", "ppm", f => f with { IsRequired = true, Min = 0, Max = 1_000_000 })
        .Number(r => r.Reading, "仪器读数", "ppm", f => f with { IsRequired = true, Min = 0, Max = 1_000_000 })
        .Number(r => r.ResponseSeconds, "响应时间", "s", f => f with { Min = 0, Max = 600 })
        .Text(r => r.Person, "操作人", f => f with { IsRequired = true, MaxLength = 50 })
        .Stored(r => r.Deviation, "相对偏差", DeviationOf, f => f with { Unit = "%", Decimals = 1, IsFilter = true, Help = "零气（标气浓度 0）不算相对偏差" })
        .Stored(r => r.Verdict, "判定", VerdictOf, f => f with { MaxLength = 10, IsFilter = true, Help = LdarRules.Drift.Shown })
        .Check((r, now) => LdarWords.Future(r.At, now, "时间", "at"));

    internal static double? DeviationOf(LdarCalibration calibration) =>
        calibration is { Nominal: > 0 and var nominal, Reading: { } reading } ? Math.Round((reading - nominal) / nominal * 100, 4) : null;

    internal static string VerdictOf(LdarCalibration calibration) =>
        Math.Abs(DeviationOf(calibration) ?? 0) > LdarRules.LargestDrift * 100 || calibration.ResponseSeconds > LdarRules.LongestResponseSeconds ? Fails : "合格";
}

using System.Collections.Frozen;

namespace EcoPark.Standards;

/// <summary>All units that convert, by every spelling in use.</summary>
internal static class UnitTable
{
    private static readonly FrozenDictionary<string, Unit> BySpelling = Spellings().ToFrozenDictionary(pair => pair.Spelling, pair => pair.Unit);

    /// <summary>The unit of a spelling, or null.</summary>
    public static Unit? Find(string spelling) =>
        BySpelling.TryGetValue(spelling, out var exact) ? exact : BySpelling.GetValueOrDefault(Plain(spelling));

    // U+00B5 (micro sign) and U+03BC (Greek mu) look alike; both are typed, and so is a plain u.
    private static string Plain(string spelling) =>
        FactorNames.Plain(spelling).Replace('µ', 'u').Replace('μ', 'u').Replace("^", "", StringComparison.Ordinal)
            .Replace("nm3", "m3", StringComparison.Ordinal);

    private static IEnumerable<(string Spelling, Unit Unit)> Spellings() =>
        Rows().SelectMany(row => row.Others.Prepend(row.Unit.Symbol).SelectMany(s => new[] { s, Plain(s) }).Select(s => (s, row.Unit))).DistinctBy(pair => pair.s);

    private static IEnumerable<(Unit Unit, string[] Others)> Rows()
    {
        yield return (Unit.MilligramsPerCubicMetre, ["毫克/立方米", "毫克每立方米"]);
        yield return (Unit.MicrogramsPerCubicMetre, ["微克/立方米", "微克每立方米"]);
        yield return (new("g/m³", UnitDimension.MassInGas, 1000m), ["克/立方米"]);
        yield return (new("ng/m³", UnitDimension.MassInGas, 0.000001m), ["纳克/立方米"]);
        yield return (Unit.PartsPerMillion, ["ppm", "ppmv", "umol/mol"]);
        yield return (Unit.PartsPerBillion, ["ppb", "ppbv"]);
        yield return (Unit.MilligramsPerLitre, ["毫克/升"]);
        yield return (Unit.MicrogramsPerLitre, ["微克/升"]);
        yield return (new("g/L", UnitDimension.MassInWater, 1000m), ["克/升"]);
        yield return (new("ng/L", UnitDimension.MassInWater, 0.000001m), ["纳克/升"]);
        yield return (Unit.MilligramsPerKilogram, ["毫克/千克"]);
        yield return (new("μg/kg", UnitDimension.MassInSolid, 0.001m), ["微克/千克"]);
        yield return (new("g/kg", UnitDimension.MassInSolid, 1000m), []);
        yield return (Unit.KilogramsPerHour, ["千克/小时", "公斤/小时"]);
        yield return (new("g/h", UnitDimension.MassRate, 0.001m), []);
        yield return (new("g/s", UnitDimension.MassRate, 3.6m), []);
        yield return (new("t/h", UnitDimension.MassRate, 1000m), []);
        yield return (Unit.Kilograms, ["千克", "公斤"]);
        yield return (Unit.Tonnes, ["吨"]);
        yield return (new("g", UnitDimension.Mass, 0.001m), ["克"]);
        yield return (Unit.CubicMetresPerHour, ["立方米/小时"]);
        yield return (new("L/s", UnitDimension.VolumeRate, 3.6m), ["升/秒"]);
        yield return (new("m³/s", UnitDimension.VolumeRate, 3600m), ["立方米/秒"]);
        yield return (new("m³/min", UnitDimension.VolumeRate, 60m), []);
        yield return (Unit.CubicMetres, ["立方米"]);
        yield return (new("L", UnitDimension.Volume, 0.001m), ["升"]);
        yield return (new("ng-TEQ/m³", UnitDimension.ToxicityInGas, 1m), ["ngTEQ/m³"]);
        yield return (Unit.Decibel, ["dB", "分贝"]);
        yield return (Unit.DegreeCelsius, ["°C", "摄氏度"]);
        yield return (Unit.Percent, ["百分比"]);
        yield return (new("个/L", UnitDimension.CountInWater, 1m), ["MPN/L", "CFU/L", "cfu/L", "个/升"]);
        yield return (new("个/100mL", UnitDimension.CountInWater, 10m), ["MPN/100mL", "CFU/100mL", "MPN/100mL 或 CFU/100mL"]);
        yield return (new("个/mL", UnitDimension.CountInWater, 1000m), ["CFU/mL", "MPN/mL"]);
        yield return (new("铂钴色度单位", UnitDimension.Single, 1m), ["度"]);
        yield return (Unit.None, ["", "/", "-", "无", "pH", "pH单位"]);
    }
}

using EcoPark.Hj212;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Import;

/// <summary>What a heading most likely means; a person confirms or corrects it before anything is written.</summary>
public static class ColumnGuess
{
    /// <summary>Usual headings: code, name, unit that the platform keeps, unit that such files are written in.</summary>
    private static readonly (string[] Headings, string Code, string Name, string Unit, string FileUnit)[] Known =
    [
        (["pm2.5", "pm25", "pm2_5", "细颗粒物"], FactorCodes.Pm25, "细颗粒物 PM2.5", "μg/m³", "μg/m³"),
        (["pm10", "可吸入颗粒物"], FactorCodes.Pm10, "可吸入颗粒物 PM10", "μg/m³", "μg/m³"),
        (["so2", "二氧化硫"], FactorCodes.SulphurDioxide, "二氧化硫", "μg/m³", "μg/m³"),
        (["no2", "二氧化氮"], FactorCodes.NitrogenDioxide, "二氧化氮", "μg/m³", "μg/m³"),
        (["nox", "氮氧化物"], FactorCodes.NitrogenOxides, "氮氧化物", "μg/m³", "μg/m³"),
        (["o3", "臭氧"], FactorCodes.Ozone, "臭氧", "μg/m³", "μg/m³"),
        (["co", "一氧化碳"], FactorCodes.CarbonMonoxide, "一氧化碳", "mg/m³", "mg/m³"),
        (["h2s", "硫化氢", "h2s_ppm"], FactorCodes.HydrogenSulphide, "硫化氢", "mg/m³", "mg/m³"),
        (["temp", "气温", "温度"], FactorCodes.AirTemperature, "温度", "℃", "℃"),
        (["humidity", "rh", "湿度", "相对湿度"], FactorCodes.Humidity, "湿度", "%", "%"),
        (["pres", "气压"], FactorCodes.AirPressure, "气压", "kPa", "hPa"),
        (["wspm", "ws", "风速", "sonicws"], FactorCodes.WindSpeed, "风速", "m/s", "m/s"),
        (["wd", "风向", "sonicwd"], FactorCodes.WindDirection, "风向", "°", "°"),
        (["dewp", "露点", "露点温度"], LocalFactors.DewPoint, "露点温度", "℃", "℃"),
        (["rain", "降水量", "降雨量"], LocalFactors.Rain, "降水量", "mm", "mm"),
        (["ph", "ph值"], FactorCodes.Ph, "pH 值", "", ""),
        (["do", "溶解氧"], FactorCodes.DissolvedOxygen, "溶解氧", "mg/L", "mg/L"),
        (["nh3-n", "nh3n", "氨氮"], FactorCodes.AmmoniaNitrogen, "氨氮", "mg/L", "mg/L"),
        (["codmn", "高锰酸盐指数"], FactorCodes.PermanganateIndex, "高锰酸盐指数", "mg/L", "mg/L"),
        (["cod", "codcr", "化学需氧量"], FactorCodes.ChemicalOxygenDemand, "化学需氧量", "mg/L", "mg/L"),
        (["tp", "总磷"], FactorCodes.TotalPhosphorus, "总磷", "mg/L", "mg/L"),
        (["tn", "总氮"], FactorCodes.TotalNitrogen, "总氮", "mg/L", "mg/L"),
    ];

    private static readonly (string Suffix, string Unit)[] UnitSuffixes = [("ppm", "ppm"), ("ppb", "ppb"), ("mph", "mph"), ("deg", "°"), ("ug_m3", "μg/m³"), ("mg_m3", "mg/m³")];

    /// <summary>The column that a heading stands for; without a code where nothing is known of it.</summary>
    /// <param name="index">Place in the file.</param>
    /// <param name="heading">As written; “因子（单位）” and “3.feed_28.H2S_PPM” are understood.</param>
    /// <param name="channels">Channels the point has already: their unit is kept.</param>
    public static ImportColumn Of(int index, string heading, IEnumerable<Channel> channels)
    {
        var (name, unit) = Split(heading);
        var known = Known.FirstOrDefault(one => one.Headings.Contains(name, StringComparer.OrdinalIgnoreCase) || one.Code.Equals(name, StringComparison.OrdinalIgnoreCase));
        var code = known.Code ?? (Factors.Find(name)?.Code ?? Factors.All.FirstOrDefault(factor => factor.Name == name)?.Code);
        if (code is null)
            return new ImportColumn(index, heading, "", "", unit ?? "", "");
        var channel = channels.FirstOrDefault(one => one.FactorCode == code);
        var kept = channel?.Unit ?? known.Unit ?? Factors.Find(code)?.Unit ?? "";
        return new ImportColumn(index, heading, code, channel?.Name ?? known.Name ?? Factors.Find(code)?.Name ?? code, unit ?? known.FileUnit ?? kept, kept);
    }

    private static (string Name, string? Unit) Split(string heading)
    {
        var text = heading.Trim();
        if (text.IndexOfAny(['（', '(']) is > 0 and var bracket && text[^1] is '）' or ')')
            return (text[..text.IndexOfAny(['（', '('])].Trim(), text[(text.IndexOfAny(['（', '(']) + 1)..^1].Trim());
        // The last part of a dotted name, unless the dot belongs to PM2.5.
        if (text.Contains('_', StringComparison.Ordinal) && text.LastIndexOf('.') is > 0 and var dot)
            text = text[(dot + 1)..];
        foreach (var (suffix, unit) in UnitSuffixes)
        {
            if (text.EndsWith("_" + suffix, StringComparison.OrdinalIgnoreCase))
                return (text[..^(suffix.Length + 1)], unit);
        }

        return (text, null);
    }
}

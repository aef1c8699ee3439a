using EcoPark.Hj212;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Import;

/// <summary>What headings most likely mean; a person confirms or corrects it before anything is written. Names come from the one table of the standards.</summary>
public sealed class ColumnGuess
{
    /// <summary>Words that say how a value was made, not what of.</summary>
    private static readonly string[] Asides = ["小时平均浓度", "日平均浓度", "平均浓度", "小时浓度", "小时均值", "小时平均", "小时值", "日均浓度", "日均值", "日平均", "平均值", "监测值", "浓度", "均值", "含量", "值"];

    private static readonly (string Suffix, string Unit)[] UnitSuffixes = [("ppm", "ppm"), ("ppb", "ppb"), ("mph", "mph"), ("deg", "°"), ("ug_m3", "μg/m³"), ("mg_m3", "mg/m³")];

    /// <summary>Names for what no standard has a code for, and what would be another quantity elsewhere.</summary>
    private static readonly (string[] Names, string Code)[] Own =
    [
        (["露点", "露点温度", "dewp", "dewpoint"], LocalFactors.DewPoint), (["降水量", "降雨量", "降水", "rain", "precipitation"], LocalFactors.Rain),
        (["Ld", "昼间等效声级", "昼间等效声级Ld"], "Ld"), (["Ln", "夜间等效声级", "夜间等效声级Ln"], "Ln"),
    ];

    private readonly Medium _medium;
    private readonly Interval _interval;
    private readonly IReadOnlyList<Channel> _channels;

    /// <param name="medium">Of the point.</param>
    /// <param name="interval">Level of the data.</param>
    /// <param name="channels">Channels the point has already: their names are known and their unit is kept.</param>
    public ColumnGuess(Medium medium, Interval interval, IEnumerable<Channel> channels) => (_medium, _interval, _channels) = (medium, interval, [.. channels]);

    /// <summary>The columns of a file.</summary>
    public IReadOnlyList<ImportColumn> Of(IReadOnlyList<string> headings)
    {
        var columns = headings.Select((heading, at) => Of(at, heading)).ToList();
        // What days of air say of ozone is its highest 8-hour mean (GB 3095 has no limit for a mean of the day), unless the file has a column of that as well.
        var ozone = columns.FindIndex(column => column.FactorCode == FactorCodes.Ozone);
        if (_interval == Interval.Day && _medium == Medium.AmbientAir && ozone >= 0 && !columns.Exists(column => column.FactorCode == FactorCodes.OzoneEightHours))
            columns[ozone] = Of(ozone, FactorCodes.OzoneEightHours) with { Heading = columns[ozone].Heading, Unit = columns[ozone].Unit };
        return columns;
    }

    /// <summary>The column that a heading stands for; without a code where nothing is known of it.</summary>
    /// <param name="index">Place in the file.</param>
    /// <param name="heading">As written; “因子（单位）”, “细颗粒物 PM2.5” and “3.feed_28.H2S_PPM” are understood.</param>
    public ImportColumn Of(int index, string heading)
    {
        var (name, unit) = Split(heading);
        if (CodeOf(name) is not { } code)
            return new ImportColumn(index, heading, "", "", unit ?? "", "") { Medium = _medium };
        var channel = _channels.FirstOrDefault(one => one.FactorCode == code);
        var kept = channel?.Unit ?? UnitOf(code);
        return new ImportColumn(index, heading, code, channel?.Name ?? NameOf(code), unit ?? FileUnitOf(code, kept), kept) { Medium = _medium };
    }

    private string? CodeOf(string name) => Spellings(name).Select(Known).FirstOrDefault(code => code is not null);

    /// <summary>A name as it stands, without what is said beside it, and its parts.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        foreach (var aside in Asides)
        {
            if (name.Length > aside.Length && name.EndsWith(aside, StringComparison.Ordinal))
                yield return name[..^aside.Length];
        }

        if (name.IndexOfAny(['（', '(']) is > 0 and var bracket)
        {
            yield return name[..bracket];
            yield return name[(bracket + 1)..].TrimEnd('）', ')');
        }

        foreach (var part in name.Split([' ', '　', '_', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part.Length > 1 && part.Length < name.Length))
            yield return part;
    }

    private string? Known(string name)
    {
        var plain = FactorNames.Plain(name);
        if (plain.Length == 0)
            return null;
        if (name == "NO") // “No” counts rows.
            return FactorCodes.NitricOxide;
        if (_channels.FirstOrDefault(channel => FactorNames.Plain(channel.Name) == plain || channel.FactorCode.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } channel)
            return channel.FactorCode;
        if (Own.FirstOrDefault(one => one.Names.Any(other => FactorNames.Plain(other) == plain) || one.Code.Equals(name, StringComparison.OrdinalIgnoreCase)).Code is { } own)
            return own;
        if (LocalFactors.All.FirstOrDefault(one => one.Code.Equals(name, StringComparison.OrdinalIgnoreCase) || FactorNames.Plain(one.Name) == plain).Code is { } local)
            return local;
        if ((FactorTable.Find(name, _medium) ?? FactorTable.FindAnywhere(name)) is { HasCode: true } factor)
            return factor.Key;
        return Factors.Find(name)?.Code ?? Factors.All.FirstOrDefault(one => FactorNames.Plain(one.Name) == plain)?.Code;
    }

    private string NameOf(string code) => code switch
    {
        FactorCodes.Pm25 => "细颗粒物 PM2.5",
        FactorCodes.Pm10 => "可吸入颗粒物 PM10",
        "Ld" => "昼间等效声级",
        "Ln" => "夜间等效声级",
        _ => Local(code).Name ?? FactorTable.Find(code, _medium)?.Name ?? Factors.Find(code)?.Name ?? code,
    };

    /// <summary>The unit that the platform keeps: that of reports, else that of the tables.</summary>
    private string UnitOf(string code)
    {
        if (code is "Ld" or "Ln")
            return Unit.Decibel.Symbol;
        var unit = Local(code).Unit ?? ReportedPlaces.Of(_medium, code)?.Unit.Symbol ?? FactorTable.Find(code, _medium)?.Unit.Symbol ?? Factors.Find(code)?.Unit ?? "";
        return unit == Unit.None.Symbol ? "" : unit;
    }

    /// <summary>Where a heading names no unit: the one that is kept; of the pressure of the air that of weather files.</summary>
    private static string FileUnitOf(string code, string kept) => code == FactorCodes.AirPressure ? "hPa" : kept;

    private static (string? Name, string? Unit) Local(string code) => LocalFactors.All.FirstOrDefault(one => one.Code == code) is { Code: not null } local ? (local.Name, local.Unit) : (null, null);

    private static (string Name, string? Unit) Split(string heading)
    {
        var text = heading.Trim();
        if (text.LastIndexOfAny(['（', '(']) is > 0 and var bracket && text[^1] is '）' or ')' && ImportUnits.IsUnit(text[(bracket + 1)..^1].Trim()))
            return (text[..bracket].Trim(), text[(bracket + 1)..^1].Trim());
        // The last part of a dotted name, unless the dot belongs to PM2.5.
        if (text.Contains('_', StringComparison.Ordinal) && text.LastIndexOf('.') is > 0 and var dot && !char.IsDigit(text[Math.Min(dot + 1, text.Length - 1)]))
            text = text[(dot + 1)..];
        foreach (var (suffix, unit) in UnitSuffixes)
        {
            if (text.EndsWith("_" + suffix, StringComparison.OrdinalIgnoreCase))
                return (text[..^(suffix.Length + 1)], unit);
        }

        return (text, null);
    }
}

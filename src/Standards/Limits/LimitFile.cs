using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards;

/// <summary>Reads the embedded limits, the words of whose columns are Chinese.</summary>
internal static class LimitFile
{
    public static IEnumerable<Limit> Read() => EmbeddedTable.Read("limits").Select(LimitOf);

    private static Limit LimitOf(IReadOnlyDictionary<string, string> row)
    {
        var medium = MediumOf(row["medium"]);
        var confidence = row["confidence"] == "verified" ? Confidence.Verified : Confidence.Recalled;
        return new Limit
        {
            StandardNumber = row["standard_no"],
            StandardName = row["standard_name"],
            Version = row["version_status"],
            EffectiveFrom = DayOf(row["effective_from"]),
            EffectiveTo = DayOf(row["effective_to"]),
            Medium = medium,
            Class = row["class_level"],
            Factor = FactorTable.KeyOf(row["factor_code"].Length > 0 ? row["factor_code"] : row["factor_name"], medium),
            FactorName = row["factor_name"],
            Averaging = AveragingOf(row["averaging_period"]),
            Lower = FigureOf(row["limit_lower"]),
            Upper = FigureOf(row["limit_upper"]),
            Unit = Unit.Of(row["unit"]),
            Kind = medium == Medium.Groundwater && row["class_level"] == "Ⅴ" ? LimitKind.ClassBoundary : KindOf(row["limit_kind"]),
            Condition = row["condition"],
            Remark = row["remark"],
            WaterBody = medium == Medium.SurfaceWater ? BodyOf(row["factor_name"]) : null,
            Source = row["source"],
            SourceKind = SourceOf(row["source_kind"]),
            Confidence = confidence,
            // A figure from memory is never judged by until a person has set it against the document.
            IsEnabled = confidence == Confidence.Verified,
        };
    }

    private static DateOnly? DayOf(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? FigureOf(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Medium MediumOf(string text) => text switch
    {
        "环境空气" => Medium.AmbientAir,
        "废气有组织" => Medium.FlueGas,
        "废气无组织厂界" => Medium.FenceLineAir,
        "厂区内无组织" => Medium.InPlantAir,
        "废水" => Medium.WasteWater,
        "地表水" => Medium.SurfaceWater,
        "地下水" => Medium.Groundwater,
        "土壤" => Medium.Soil,
        "环境噪声" => Medium.Noise,
        "厂界噪声" => Medium.FenceLineNoise,
        "室内结构传声" => Medium.IndoorNoise,
        _ => Medium.Other,
    };

    private static WaterBody? BodyOf(string factorName) =>
        factorName.Contains("湖库", StringComparison.Ordinal) ? WaterBody.Lake : factorName.Contains("河流", StringComparison.Ordinal) ? WaterBody.River : null;

    private static Averaging AveragingOf(string text) => text switch
    {
        "1小时平均" or "1小时均值" or "监控点1小时平均" => Averaging.Hour,
        "日均值" or "日平均" or "24小时平均" or "24小时均值" or "24小时均值或日均值" => Averaging.Day,
        "评价值" or "评价均值" or "单次检测" or "测定均值" or "瞬时/评价均值" => Averaging.Sample,
        "一次最大值" or "监控点任意一次" => Averaging.Instant,
        "年平均" => Averaging.Year,
        "季平均" => Averaging.Quarter,
        "周平均最大温升" => Averaging.Week,
        "日最大8小时平均" => Averaging.DailyMaximumEightHours,
        "5 min均值" => Averaging.FiveMinutes,
        "昼间" or "昼间(6-22时)" => Averaging.DayTime,
        "夜间" or "夜间(22-次日6时)" => Averaging.NightTime,
        _ => Averaging.Other,
    };

    private static LimitKind KindOf(string text) => text switch
    {
        "速率" or "最高允许排放速率" => LimitKind.EmissionRate,
        "去除效率" => LimitKind.RemovalEfficiency,
        "单位产品排放量" => LimitKind.EmissionPerProduct,
        "触发处理效率>=80%" => LimitKind.Trigger,
        _ => LimitKind.Concentration,
    };

    private static SourceKind SourceOf(string text) => text switch
    {
        "primary_text" => SourceKind.PrimaryText,
        "secondary" => SourceKind.Secondary,
        _ => SourceKind.Memory,
    };
}

using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Modules.Monitoring.Telegrams;

/// <summary>A field of a telegram taken apart.</summary>
/// <param name="Name">As written.</param>
/// <param name="Meaning">Chinese.</param>
/// <param name="Value">As written.</param>
/// <param name="Remark">Unit, meaning of a flag or code.</param>
internal sealed record TelegramField(string Name, string Meaning, string Value, string Remark);

/// <summary>Takes a telegram apart for people.</summary>
internal static class TelegramFields
{
    public static IReadOnlyList<TelegramField> Of(Telegram telegram)
    {
        var fields = new List<TelegramField>
        {
            new("QN", "请求编码", Encoding.Latin1.GetString(telegram.QnText), telegram.Qn?.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture) ?? "缺少或格式不符"),
            new("ST", "系统编码", telegram.SystemCode, SystemCodes.Names.GetValueOrDefault(telegram.SystemCode, "")),
            new("CN", "命令编码", ((int)telegram.Command).ToString(System.Globalization.CultureInfo.InvariantCulture), MarkNames.Of(telegram.Command)),
            new("PW", "访问密码", "••••••", ""),
            new("MN", "设备唯一标识", telegram.Mn, ""),
        };
        if (telegram.Flag is { } flag)
            fields.Add(new("Flag", "标志", flag.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{EditionOf(flag.Version)}，{(flag.WantsAnswer ? "要求应答" : "不要求应答")}{(flag.IsSplit ? "，拆分包" : "")}"));
        if (telegram.IsSplit)
            fields.Add(new("PNUM/PNO", "总包数／包号", $"{telegram.PacketCount}/{telegram.PacketNumber}", ""));
        if (telegram.IsBackfill)
            fields.Add(new("RF", "补传", "1", "补传数据"));
        foreach (ref readonly var field in telegram.Fields)
            fields.Add(Describe(telegram, field));
        return fields;
    }

    private static TelegramField Describe(Telegram telegram, in DataField field)
    {
        var name = Encoding.Latin1.GetString(telegram.Name(field));
        var value = telegram.Text(telegram.Value(field));
        if (field.Kind == FieldKind.Plain)
            return new(name, PlainName(name), value, PlainRemark(name, value));

        var factor = Factors.Find(Factors.Canonical(name, telegram.SystemCode));
        var remark = field.Kind switch
        {
            FieldKind.Flag => value.Length == 1 ? MarkNames.OfFlag(value[0]) : "",
            FieldKind.Rtd or FieldKind.Avg or FieldKind.Min or FieldKind.Max => telegram.Number(field) is null ? "不是有效数值" : factor?.Unit ?? "",
            FieldKind.Cou => factor?.EmissionUnit ?? "",
            _ => "",
        };
        return new($"{name}-{field.Kind}", $"{factor?.Name ?? "未知因子"} · {MarkNames.Of(field.Kind)}", value, remark);
    }

    private static string EditionOf(ProtocolVersion version) => version switch
    {
        ProtocolVersion.V2005 => "HJ/T 212-2005",
        ProtocolVersion.V2017 => "HJ 212-2017",
        ProtocolVersion.V2025 => "HJ 212-2025",
        _ => "未知版本",
    };

    private static string PlainName(string name) => name switch
    {
        "DataTime" => "数据时间",
        "QnRtn" => "请求应答结果",
        "ExeRtn" => "执行结果",
        "SystemTime" => "系统时间",
        "BeginTime" => "起始时间",
        "EndTime" => "截止时间",
        "RtdInterval" => "实时数据间隔",
        "MinInterval" => "分钟数据间隔",
        "PolId" => "因子（仪器）",
        "InfoId" => "信息编码",
        "NewPW" => "新密码",
        "RestartTime" => "开机时间",
        "OverTime" => "超时时间",
        "ReCount" => "重发次数",
        _ => "",
    };

    /// <summary>HJ 212-2017 tables 6 and 7.</summary>
    private static string PlainRemark(string name, string value) => (name, value) switch
    {
        ("QnRtn", "1") => "准备执行请求",
        ("QnRtn", "2") => "请求被拒绝",
        ("QnRtn", "3") => "PW 错误",
        ("QnRtn", "4") => "MN 错误",
        ("QnRtn", "5") => "ST 错误",
        ("QnRtn", "6") => "Flag 错误",
        ("QnRtn", "7") => "QN 错误",
        ("QnRtn", "8") => "CN 错误",
        ("QnRtn", "9") => "CRC 校验错误",
        ("QnRtn", _) => "未知错误",
        ("ExeRtn", "1") => "执行成功",
        ("ExeRtn", "2") => "执行失败，原因未知",
        ("ExeRtn", "3") => "命令请求条件错误",
        ("ExeRtn", "4") => "通讯超时",
        ("ExeRtn", "5") => "系统繁忙不能执行",
        ("ExeRtn", "6") => "系统故障",
        ("ExeRtn", "100") => "没有数据",
        ("RtdInterval", _) => "秒",
        ("MinInterval", _) => "分钟",
        _ => "",
    };
}

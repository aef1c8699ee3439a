using System.Text;
using EcoPark.Hj212;
using EcoPark.Telemetry.Readings;

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
            new("CN", "命令编码", ((int)telegram.Command).ToString(System.Globalization.CultureInfo.InvariantCulture), ReadingMarkWords.Of(telegram.Command)),
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
            return new(name, PlainName(name), name is "NewPW" or "NewSK" ? "••••••" : value, PlainRemark(name, value));

        var factor = Factors.Find(Factors.Canonical(name, telegram.SystemCode));
        var remark = field.Kind switch
        {
            FieldKind.Flag => value.Length == 1 ? ReadingNames.OfFlag(value[0]) : "",
            FieldKind.Rtd or FieldKind.Avg or FieldKind.Min or FieldKind.Max => telegram.Number(field) is null ? "不是有效数值" : factor?.Unit ?? "",
            FieldKind.Cou => factor?.EmissionUnit ?? "",
            FieldKind.RunState => int.TryParse(value, out var state) ? CodeNames.Of((RunState)state) : "不是有效状态",
            FieldKind.Info => InformationCodes.MeaningOf(name, value) ?? factor?.Unit ?? "",
            FieldKind.ResultType => value switch { "1" => "合格", "0" => "不合格", _ => "未定义的结果" },
            FieldKind.EFlag => "仪器自行定义",
            _ => "",
        };
        return new($"{name}-{field.Kind}", $"{factor?.Name ?? NameOf(name, field.Kind)} · {ReadingMarkWords.Of(field.Kind)}", value, remark);
    }

    private static string NameOf(string name, FieldKind kind) => kind is FieldKind.RunState or FieldKind.RunTime ? $"治理设施 {name}" : "未知因子";

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
        "NewSK" => "新密钥",
        "SKCreateTime" => "密钥生成时间",
        "RestartTime" => "开机时间",
        "OverTime" => "超时时间",
        "ReCount" => "重发次数",
        "VaseNo" => "采样瓶编号",
        "CstartTime" => "每天首次采样时刻",
        "Ctime" or "CTime" => "采样周期",
        "Stime" => "出样时间",
        "DataLoggerId" => "数采仪硬件序列号",
        "CpuId" => "CPU 序列号",
        "Mac1" or "Mac2" => "网卡地址",
        "AlarmTime" => "报警时间（2005）",
        "AlarmType" => "报警类型（2005）",
        _ => "",
    };

    /// <summary>HJ 212-2017 tables 6 and 7.</summary>
    private static string PlainRemark(string name, string value) => (name, value) switch
    {
        ("QnRtn", _) when int.TryParse(value, out var code) => CodeNames.Of((AnswerCode)code),
        ("ExeRtn", _) when int.TryParse(value, out var code) => CodeNames.Of((ResultCode)code),
        ("RtdInterval", _) => "秒",
        ("MinInterval", _) => "分钟",
        ("OverTime", _) => "秒",
        ("Ctime" or "CTime", _) => "小时",
        ("Stime", _) => "分钟",
        ("PolId", _) => Factors.Find(value)?.Name ?? "",
        ("InfoId", _) => Factors.Find(value)?.Name ?? "",
        _ => "",
    };
}

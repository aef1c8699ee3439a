using EcoPark.Hj212;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Deviations in Chinese.</summary>
public static class DeviationNames
{
    public static readonly IReadOnlyDictionary<Deviation, string> All = new Dictionary<Deviation, string>
    {
        [Deviation.LowerCaseCrc] = "CRC 为小写",
        [Deviation.MissingCrLf] = "包尾缺少回车换行",
        [Deviation.WrongLength] = "数据段长度与实际不符",
        [Deviation.ModbusCrc] = "CRC 按 MODBUS 算法",
        [Deviation.SwappedModbusCrc] = "CRC 按 MODBUS 算法且高低字节颠倒",
        [Deviation.OversizeSegment] = "数据段超过 1024 字节",
        [Deviation.GbkText] = "文字为 GBK 编码",
        [Deviation.MalformedQn] = "QN 缺失或格式不符",
        [Deviation.LooseFields] = "字段次序、大小写或位置不符",
        [Deviation.LooseTime] = "时间多出位数",
        [Deviation.ShortCrc] = "CRC 不足四位（缺前导零）",
        [Deviation.LengthWidth] = "长度字段不是四位",
        [Deviation.PlainDataArea] = "应加密的数据区为明文（登记有 SM4 密钥）",
    };

    public static string Of(Deviation deviations) => string.Join("、", All.Where(name => deviations.HasFlag(name.Key)).Select(name => name.Value));
}

using System.Text.RegularExpressions;
using EcoPark.Platform;

namespace EcoPark.Telemetry.Registry;

/// <summary>What a device, a point and a channel must be; used by forms, endpoints and the registry alike.</summary>
public static partial class DeviceRules
{
    /// <summary>Allowed minute intervals, HJ 212-2017 table 4.</summary>
    public static readonly IReadOnlyList<int> MinuteIntervals = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30];

    /// <summary>What is wrong with an MN that cannot be registered.</summary>
    public static Problem BadMn => new("bad-mn", "MN 应为 4～32 位字母、数字或下划线（标准为 24 位 0～9、A～F）。", nameof(Device.Mn));

    /// <summary>Whether a text is an SM4 key: sixteen bytes as hexadecimal digits.</summary>
    public static bool IsKey(string hex) => KeyPattern().IsMatch(hex);

    /// <summary>Whether an MN can be registered.</summary>
    public static bool IsMn(string mn) => MnPattern().IsMatch(mn);

    public static Problem? Check(Device device)
    {
        if (!IsMn(device.Mn))
            return BadMn;
        if (string.IsNullOrWhiteSpace(device.Name))
            return new Problem("no-name", "请填写数采仪名称。", nameof(Device.Name));
        if (!PasswordPattern().IsMatch(device.Password))
            return new Problem("bad-password", "访问密码 PW 应为 1～24 位字母或数字（标准为 6 位）。", nameof(Device.Password));
        if (!SystemCodePattern().IsMatch(device.SystemCode))
            return new Problem("bad-system-code", "系统编码 ST 应为 2～3 位字母或数字。", nameof(Device.SystemCode));
        if (device.EncryptionKey is { Length: > 0 } key && !IsKey(key))
            return new Problem("bad-key", "SM4 密钥应为 32 位十六进制数字（16 字节）。", nameof(Device.EncryptionKey));
        if (device.RealTimeIntervalSeconds is < 1 or > 3600)
            return new Problem("bad-interval", "实时数据间隔应为 1～3600 秒（标准为 30～3600 秒）。", nameof(Device.RealTimeIntervalSeconds));
        if (!MinuteIntervals.Contains(device.MinuteInterval))
            return new Problem("bad-minute-interval", $"分钟数据间隔应为 {string.Join("、", MinuteIntervals)} 分钟之一。", nameof(Device.MinuteInterval));
        if (device.TimeoutSeconds is < 1 or > 99)
            return new Problem("bad-timeout", "超时时间应为 1～99 秒。", nameof(Device.TimeoutSeconds));
        if (device.Retries is < 0 or > 99)
            return new Problem("bad-retries", "重发次数应为 0～99 次。", nameof(Device.Retries));
        return null;
    }

    public static Problem? Check(MonitoringPoint point)
    {
        if (string.IsNullOrWhiteSpace(point.Name))
            return new Problem("no-name", "请填写点位名称。", nameof(MonitoringPoint.Name));
        if (!Enum.IsDefined(point.Kind))
            return new Problem("bad-kind", "请选择点位类型。", nameof(MonitoringPoint.Kind));
        if (point.Longitude is < -180 or > 180 || point.Latitude is < -90 or > 90)
            return new Problem("bad-position", "经度应在 ±180° 以内，纬度应在 ±90° 以内。", nameof(MonitoringPoint.Longitude));
        return null;
    }

    public static Problem? Check(Channel channel)
    {
        if (!FactorPattern().IsMatch(channel.FactorCode))
            return new Problem("bad-factor", "因子编码应为 1～20 位字母、数字、连字符或下划线。", nameof(Channel.FactorCode));
        if (string.IsNullOrWhiteSpace(channel.Name))
            return new Problem("no-name", "请填写因子名称。", nameof(Channel.Name));
        if (channel.Decimals is < 0 or > 8)
            return new Problem("bad-decimals", "小数位数应为 0～8 位。", nameof(Channel.Decimals));
        return null;
    }

    [GeneratedRegex(@"^[0-9A-Za-z_]{4,32}\z")]
    private static partial Regex MnPattern();

    [GeneratedRegex(@"^[0-9A-Za-z]{1,24}\z")]
    private static partial Regex PasswordPattern();

    [GeneratedRegex(@"^[0-9A-Z]{2,3}\z")]
    private static partial Regex SystemCodePattern();

    [GeneratedRegex(@"^[0-9A-Fa-f]{32}\z")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[0-9A-Za-z_-]{1,20}\z")]
    private static partial Regex FactorPattern();
}

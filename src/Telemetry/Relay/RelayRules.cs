using System.Text.RegularExpressions;
using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Relay;

/// <summary>What an upper platform must be; used by form, endpoints and directory alike.</summary>
internal static partial class RelayRules
{
    public static Problem? Check(UpperPlatform platform, RegistrySnapshot registered)
    {
        if (string.IsNullOrWhiteSpace(platform.Name))
            return new Problem("no-name", "请填写上级平台名称。", nameof(UpperPlatform.Name));
        if (Uri.CheckHostName(platform.Host) == UriHostNameType.Unknown)
            return new Problem("bad-host", "主机应为域名或 IP 地址。", nameof(UpperPlatform.Host));
        if (platform.Port is < 1 or > 65_535)
            return new Problem("bad-port", "端口应为 1～65535。", nameof(UpperPlatform.Port));
        if (platform.CertificateFingerprint.Length > 0 && !FingerprintPattern().IsMatch(platform.CertificateFingerprint))
            return new Problem("bad-fingerprint", "证书指纹应为 64 位十六进制数字（SHA-256）。", nameof(UpperPlatform.CertificateFingerprint));
        if (platform.EncryptionKey.Length > 0 && !KeyPattern().IsMatch(platform.EncryptionKey))
            return new Problem("bad-key", "SM4 密钥应为 32 位十六进制数字（16 字节）。", nameof(UpperPlatform.EncryptionKey));
        if (platform.EncryptionKey.Length > 0 && platform.Version != ProtocolVersion.V2025)
            return new Problem("key-without-2025", "只有 HJ 212-2025 有 SM4 加密，请改选版本或清除密钥。", nameof(UpperPlatform.EncryptionKey));
        if (platform.TimeoutSeconds is < 1 or > 99)
            return new Problem("bad-timeout", "超时时间应为 1～99 秒。", nameof(UpperPlatform.TimeoutSeconds));
        if (platform.Retries is < 0 or > 99)
            return new Problem("bad-retries", "重发次数应为 0～99 次。", nameof(UpperPlatform.Retries));
        if (platform.Data == RelayedData.None)
            return new Problem("no-data", "请至少选择一类转发内容。", nameof(UpperPlatform.Data));
        return CheckPassword(platform.Password, nameof(UpperPlatform.Password)) ?? CheckDevices(platform, registered);
    }

    private static Problem? CheckDevices(UpperPlatform platform, RegistrySnapshot registered)
    {
        var mns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relayed in platform.Devices)
        {
            if (!registered.DeviceById.TryGetValue(relayed.DeviceId, out var device))
                return new Problem("unknown-device", "所选数采仪已被删除，请刷新后重选。", nameof(UpperPlatform.Devices));
            if (relayed.Mn.Length > 0 && !MnPattern().IsMatch(relayed.Mn))
                return new Problem("bad-mn", $"{device.Name}：上级 MN 应为 4～32 位字母、数字或下划线。", nameof(RelayedDevice.Mn));
            if (relayed.SystemCode.Length > 0 && !SystemCodePattern().IsMatch(relayed.SystemCode))
                return new Problem("bad-system-code", $"{device.Name}：上级系统编码应为 2～3 位字母或数字。", nameof(RelayedDevice.SystemCode));
            if (CheckPassword(relayed.Password, nameof(RelayedDevice.Password)) is { } problem)
                return problem;
            var mn = RelayWriter.AddressOf(platform, relayed, device).Mn;
            if (!mns.Add(mn))
                return new Problem("mn-twice", $"上级 MN {mn} 用于两台数采仪，上级平台将无法区分它们的报文。", nameof(RelayedDevice.Mn));
        }

        return null;
    }

    private static Problem? CheckPassword(string password, string field) => password.Length == 0 || PasswordPattern().IsMatch(password)
        ? null
        : new Problem("bad-password", "访问密码 PW 应为 1～24 位字母或数字（标准为 6 位）。", field);

    [GeneratedRegex(@"^[0-9A-Za-z_]{4,32}\z")]
    private static partial Regex MnPattern();

    [GeneratedRegex(@"^[0-9A-Za-z]{1,24}\z")]
    private static partial Regex PasswordPattern();

    [GeneratedRegex(@"^[0-9A-Z]{2,3}\z")]
    private static partial Regex SystemCodePattern();

    [GeneratedRegex(@"^[0-9A-Fa-f]{32}\z")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z")]
    private static partial Regex FingerprintPattern();
}

using System.ComponentModel;
using EcoPark.Hj212;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;

namespace EcoPark.Telemetry.Relay;

/// <summary>上级平台: a platform that is sent what chosen devices send, as HJ 212 over a connection of ours.</summary>
[Audited("上级平台")]
public sealed class UpperPlatform
{
    private string _password = "";
    private string _encryptionKey = "";

    public int Id { get; set; }

    [DisplayName("名称")]
    public required string Name { get; set; }

    [DisplayName("主机")]
    public required string Host { get; set; }

    [DisplayName("端口")]
    public int Port { get; set; }

    [DisplayName("TLS")]
    public bool UsesTls { get; set; }

    /// <summary>SHA-256 of the one certificate that is trusted, hexadecimal; empty to trust whom the system trusts.</summary>
    [DisplayName("证书指纹")]
    public string CertificateFingerprint { get; set; } = "";

    [DisplayName("标准版本")]
    public ProtocolVersion Version { get; set; } = ProtocolVersion.V2017;

    /// <summary>PW towards it; empty for each device's own. Sealed in the database for this host, which must be set before: who writes another host into the table does not get it.</summary>
    [Secret]
    [DisplayName("访问密码")]
    public string Password
    {
        get => RowSecret.Open(Host, _password);
        set => _password = RowSecret.Close(Host, value);
    }

    /// <summary>SM4 key as 32 hexadecimal digits (2025); empty for plain text. Sealed in the database for this host.</summary>
    [Secret]
    [DisplayName("SM4 密钥")]
    public string EncryptionKey
    {
        get => RowSecret.Open(Host, _encryptionKey);
        set => _encryptionKey = RowSecret.Close(Host, value);
    }

    [DisplayName("转发内容")]
    public RelayedData Data { get; set; } = RelayedData.RealTime | RelayedData.Minute | RelayedData.Hour | RelayedData.Day;

    /// <summary>Asks for 9014 by the lowest bit of Flag; the cursor then moves on with the answer, otherwise with the sending.</summary>
    [DisplayName("要求应答")]
    public bool WantsAnswer { get; set; } = true;

    /// <summary>Seconds to wait for an answer, HJ 212-2017 table 1.</summary>
    [DisplayName("超时（秒）")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Repeats of an unanswered telegram on one connection, HJ 212-2017 table 1.</summary>
    [DisplayName("重发次数")]
    public int Retries { get; set; } = 3;

    /// <summary>Not enabled is paused: the backlog waits.</summary>
    [DisplayName("启用")]
    public bool IsEnabled { get; set; } = true;

    /// <summary>Telegrams that arrived before this instant are not sent, UTC. Changing it positions the relay anew.</summary>
    [DisplayName("起始时间")]
    public DateTime StartsAt { get; set; }

    public List<RelayedDevice> Devices { get; } = [];
}

/// <summary>Levels of data that go to an upper platform.</summary>
[Flags]
public enum RelayedData
{
    None = 0,

    /// <summary>2011.</summary>
    RealTime = 1,

    /// <summary>2051.</summary>
    Minute = 2,

    /// <summary>2061.</summary>
    Hour = 4,

    /// <summary>2031.</summary>
    Day = 8,

    /// <summary>All else that devices upload by themselves: states, run times, raw data of measurements, device information, alarms of 2005.</summary>
    Other = 16,
}

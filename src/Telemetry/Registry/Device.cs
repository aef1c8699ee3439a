using System.ComponentModel;
using EcoPark.Hj212;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;

namespace EcoPark.Telemetry.Registry;

/// <summary>数采仪: a data logger that speaks HJ 212, as registered.</summary>
[Audited("数采仪")]
public sealed class Device
{
    private string _password = "";
    private string? _encryptionKey;

    /// <summary>HJ 212-2017 table 1.</summary>
    public const int UsualRealTimeIntervalSeconds = 30;

    public const int UsualMinuteInterval = 10;

    /// <summary>Characters of <see cref="Hardware"/>.</summary>
    public const int LongestHardware = 300;

    public int Id { get; set; }

    /// <summary>MN, unique; 24 characters 0–9 A–F by the standard, 13–24 with underscore in the field.</summary>
    [DisplayName("MN")]
    public required string Mn { get; set; }

    [DisplayName("名称")]
    public required string Name { get; set; }

    /// <summary>PW; sealed in the database for this MN, which must be set before.</summary>
    [Secret]
    [DisplayName("访问密码")]
    public required string Password
    {
        get => RowSecret.Open(Mn, _password);
        set => _password = RowSecret.Close(Mn, value);
    }

    [DisplayName("标准版本")]
    public ProtocolVersion Version { get; set; } = ProtocolVersion.V2017;

    /// <summary>ST of the source or station the device stands at.</summary>
    [DisplayName("系统编码")]
    public required string SystemCode { get; set; }

    /// <summary>Departures from the standard that are accepted of this device; strict by default.</summary>
    [DisplayName("容忍的偏差")]
    public Deviation Tolerances { get; set; }

    /// <summary>SM4 key as 32 hexadecimal digits (2025); sealed in the database for this MN, which must be set before.</summary>
    [Secret]
    [DisplayName("SM4 密钥")]
    public string? EncryptionKey
    {
        get => _encryptionKey is { } closed ? RowSecret.Open(Mn, closed) : null;
        set => _encryptionKey = value is null ? null : RowSecret.Close(Mn, value);
    }

    /// <summary>A disabled device's telegrams are logged as rejected.</summary>
    [DisplayName("启用")]
    public bool IsEnabled { get; set; } = true;

    /// <summary>Seconds between real-time uploads, as set in the device.</summary>
    [DisplayName("实时间隔（秒）")]
    public int RealTimeIntervalSeconds { get; set; } = UsualRealTimeIntervalSeconds;

    /// <summary>Minutes of a minute reading: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30.</summary>
    [DisplayName("分钟间隔")]
    public int MinuteInterval { get; set; } = UsualMinuteInterval;

    /// <summary>Seconds to wait for an answer, HJ 212-2017 table 1.</summary>
    [DisplayName("超时（秒）")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Repeats of an unanswered request, HJ 212-2017 table 1.</summary>
    [DisplayName("重发次数")]
    public int Retries { get; set; } = 3;

    /// <summary>Holes in minute and hour data are asked for (补传).</summary>
    [DisplayName("自动补数")]
    public bool FillsGaps { get; set; } = true;

    /// <summary>The platform sets the device at its first contact and when it comes back after long (HJ 212-2017 6.7).</summary>
    [DisplayName("首次联系时初始化")]
    public bool SetsUp { get; set; }

    /// <summary>Whether real-time data are to be sent; set at the first contact.</summary>
    [DisplayName("上传实时数据")]
    public bool SendsRealTime { get; set; } = true;

    /// <summary>Whether states of treatment facilities are to be sent; set at the first contact.</summary>
    [DisplayName("上传设施状态")]
    public bool SendsFacilityState { get; set; } = true;

    /// <summary>UTC: when the device last answered all of it; <see langword="null"/> where it never did.</summary>
    [DisplayName("初始化时间")]
    public DateTime? SetUpAt { get; set; }

    /// <summary>UTC: since when the key is in use; <see langword="null"/> without a key.</summary>
    [DisplayName("密钥启用时间")]
    public DateTime? KeySince { get; set; }

    /// <summary>1001 (2025): what the device says of its hardware; empty where it has not said it.</summary>
    [DisplayName("硬件标识")]
    public string Hardware { get; set; } = "";

    [DisplayName("登记时间")]
    public DateTime RegisteredAt { get; set; }

    /// <summary>When it was taken out of the registry; <see langword="null"/> while it serves. Its readings, telegrams, instruments and history stay, and its MN stays its own.</summary>
    [DisplayName("移出时间")]
    public DateTime? RetiredAt { get; set; }

    [DisplayName("移出原因")]
    public string RetiredBecause { get; set; } = "";

    public List<Channel> Channels { get; } = [];
}

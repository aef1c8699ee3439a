using System.Net;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Settings <c>EcoPark:Gateway</c>.</summary>
public sealed class GatewayOptions
{
    public const string Section = "EcoPark:Gateway";

    /// <summary>Address to listen on.</summary>
    public string Address { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>TCP port for HJ 212.</summary>
    public int Port { get; set; } = 9212;

    /// <summary>TCP port for HJ 212 over TLS; 0 for none.</summary>
    public int TlsPort { get; set; }

    /// <summary>PKCS#12 file with certificate and key of the TLS port.</summary>
    public string? CertificateFile { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Connections held at once; more are refused.</summary>
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>A new connection must bring its first telegram within this time.</summary>
    public TimeSpan FirstTelegramWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection that brings nothing for this time is closed; devices send a minute reading or a heartbeat more often.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Telegrams a second from one connection; beyond it reading pauses, nothing is dropped.</summary>
    public int TelegramsPerSecond { get; set; } = 2_000;

    /// <summary>The same for telegrams that are not of a registered device or cannot be read.</summary>
    public int DoubtfulPerSecond { get; set; } = 20;

    /// <summary>Unreadable pieces in a row after which a connection is closed.</summary>
    public int MaxMalformedInRow { get; set; } = 500;
}

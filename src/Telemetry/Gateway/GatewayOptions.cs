using System.Net;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Settings <c>EcoPark:Gateway</c>.</summary>
public sealed class GatewayOptions
{
    public const string Section = "EcoPark:Gateway";

    /// <summary>Bytes that the transport holds of a connection before it stops reading; three of the longest frames.</summary>
    public const long ReadBuffer = 32 * 1024;

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

    /// <summary>Connections held at once from one address; loggers behind one router or forwarder share theirs.</summary>
    public int MaxConnectionsPerAddress { get; set; } = 2_000;

    /// <summary>Connections of one address that have not brought a good telegram yet.</summary>
    public int MaxSilentPerAddress { get; set; } = 500;

    /// <summary>Unknown MNs that are kept in a day, in all.</summary>
    public int MaxUnknown { get; set; } = 2_000;

    /// <summary>Unknown MNs that are kept in a day from one address.</summary>
    public int MaxUnknownPerAddress { get; set; } = 200;

    /// <summary>Telegrams of an unknown MN that are kept in a day.</summary>
    public int TelegramsOfUnknown { get; set; } = 20_000;

    /// <summary>A new connection must bring its first telegram within this time.</summary>
    public TimeSpan FirstTelegramWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection that brings nothing for this time is closed; devices send a minute reading or a heartbeat more often.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Telegrams a second from one connection; beyond it reading pauses, nothing is dropped.</summary>
    public int TelegramsPerSecond { get; set; } = 2_000;

    /// <summary>
    /// The same for telegrams that are not of a registered device or cannot be read, of one address. On a connection on which a registered device speaks those
    /// beyond it are left out, unanswered, so that the device does not wait for them.
    /// </summary>
    public int DoubtfulPerSecond { get; set; } = 20;

    /// <summary>A peer that takes none of its answers for this time is cut off.</summary>
    public TimeSpan AnswersTakenWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Unreadable pieces in a row after which a connection is closed.</summary>
    public int MaxMalformedInRow { get; set; } = 500;
}

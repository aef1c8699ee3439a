using System.Net;

namespace EcoPark.Server.Http;

/// <summary>Settings <c>EcoPark:Http</c>.</summary>
internal sealed class HttpSettings
{
    public const string Section = "EcoPark:Http";

    /// <summary>Where plain HTTP is listened on: outside the machine only behind a proxy.</summary>
    public string Address { get; set; } = IPAddress.Loopback.ToString();

    public int Port { get; set; } = 5080;

    /// <summary>0: no HTTPS of its own.</summary>
    public int HttpsPort { get; set; }

    /// <summary>Where HTTPS is listened on.</summary>
    public string HttpsAddress { get; set; } = IPAddress.Any.ToString();

    /// <summary>PKCS#12 (.pfx, .p12), or PEM with the chain.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM of the private key, where the certificate is PEM.</summary>
    public string? CertificateKeyFile { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; nobody else's are.</summary>
    public List<string> Proxies { get; set; } = [];

    /// <summary>Names that the park is called by; requests for others are refused.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>Somebody outside the machine calls: cookies go over TLS alone.</summary>
    public bool IsOpen => HttpsPort != 0 || Proxies.Count > 0 || !IPAddress.IsLoopback(IPAddress.Parse(Address));

    /// <summary>Why it must not be started so, Chinese; <see langword="null"/> where it may.</summary>
    public string? Problem()
    {
        if (!IPAddress.TryParse(Address, out var plain) || !IPAddress.TryParse(HttpsAddress, out _) || Proxies.Exists(proxy => !IPAddress.TryParse(proxy, out _)))
            return "EcoPark:Http 的 Address、HttpsAddress、Proxies 应为 IP 地址。";
        if (!IPAddress.IsLoopback(plain) && Proxies.Count == 0)
            return "EcoPark:Http:Address 不是本机地址，而没有写明前置代理（EcoPark:Http:Proxies）：明文 HTTP 不能直接对外。请改用 HttpsPort 与 CertificateFile，或写明代理的地址。";
        if (HttpsPort != 0 && string.IsNullOrEmpty(CertificateFile))
            return "EcoPark:Http:HttpsPort 需要 CertificateFile（PFX，或 PEM 加 CertificateKeyFile）。";
        return IsOpen && Hosts.Count == 0 ? "对外服务请写明平台的域名（EcoPark:Http:Hosts:0），其余主机名的请求会被拒绝。" : null;
    }
}

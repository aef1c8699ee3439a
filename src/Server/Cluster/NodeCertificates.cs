using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace EcoPark.Server.Cluster;

/// <summary>By what nodes know one another: the very same certificate, or one that their own authority issued. What the system trusts otherwise counts for nothing here.</summary>
/// <param name="Own">With its private key.</param>
/// <param name="Authority">Issued the certificates of the nodes; <see langword="null"/> where they share one.</param>
internal sealed record NodeCertificates(X509Certificate2 Own, X509Certificate2? Authority)
{
    public static NodeCertificates Open(ClusterSettings settings) => new(
        X509CertificateLoader.LoadPkcs12FromFile(settings.CertificateFile!, settings.CertificatePassword),
        settings.AuthorityFile is { } file ? X509Certificate2.CreateFromPem(File.ReadAllText(file)) : null);

    /// <summary>Whether who shows this certificate is a node.</summary>
    public bool Knows(X509Certificate2 shown)
    {
        if (Authority is null)
            return CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), Own.GetCertHash(HashAlgorithmName.SHA256));
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(Authority);
        return chain.Build(shown);
    }
}

/// <summary>Links between nodes.</summary>
internal static class NodeLinks
{
    /// <summary>TLS 1.2 or later, both sides with a certificate.</summary>
    public static void UseMutualTls(this ISiloBuilder silo, NodeCertificates certificates) => silo.UseTls(certificates.Own, tls =>
    {
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (shown, _, _) => certificates.Knows(shown);
        tls.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        tls.OnAuthenticateAsClient = (_, client) =>
        {
            client.TargetHost = "ecopark-node"; // Nodes are known by certificate, not by name.
            client.ClientCertificates = new X509CertificateCollection { certificates.Own };
        };
    });
}

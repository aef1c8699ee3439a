using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace EcoPark.Server.Http;

/// <summary>The certificate as the file holds it: a renewed one serves from the next connection on, without a restart.</summary>
internal sealed class ServerCertificate(string file, string? keyFile, string? password, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private Loaded? _loaded;

    private sealed record Loaded(SslStreamCertificateContext Context, DateTime Written, DateTimeOffset LookedAt);

    /// <summary>A file that is being written just now leaves the former certificate in use.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                if (_loaded is { } fresh && now - fresh.LookedAt < LookEvery)
                    return fresh.Context;
                var written = Written();
                if (_loaded is { } same && same.Written == written)
                    return (_loaded = same with { LookedAt = now }).Context;
                try
                {
                    _loaded = new Loaded(Load(), written, now);
                }
                catch (Exception exception) when (_loaded is not null && exception is IOException or System.Security.Cryptography.CryptographicException)
                {
                    _loaded = _loaded! with { LookedAt = now };
                }

                return _loaded!.Context;
            }
        }
    }

    private DateTime Written() => keyFile is null ? File.GetLastWriteTimeUtc(file) : new[] { File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(keyFile) }.Max();

    private SslStreamCertificateContext Load()
    {
        if (keyFile is null)
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
            return SslStreamCertificateContext.Create(all.First(one => one.HasPrivateKey), all);
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        using var paired = string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file, keyFile) : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        // TLS on Windows wants a key that is on record, not one in passing.
        return SslStreamCertificateContext.Create(X509CertificateLoader.LoadPkcs12(paired.Export(X509ContentType.Pkcs12), null), chain);
    }
}

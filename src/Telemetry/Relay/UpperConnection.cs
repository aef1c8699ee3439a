using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EcoPark.Telemetry.Relay;

/// <summary>Makes the socket to an upper platform, and says in Chinese why there is none.</summary>
internal static class UpperConnection
{
    /// <exception cref="IOException">It could not be reached; the message is for people.</exception>
    public static async Task<(TcpClient Client, Stream Stream)> Open(UpperPlatform platform, RelayReach reach, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(platform.TimeoutSeconds));
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(await reach.AddressesOf(platform.Host, limit.Token).ConfigureAwait(false), platform.Port, limit.Token).ConfigureAwait(false);
            KeepAlive(client.Client);
            return (client, platform.UsesTls ? await Secure(client, platform, limit.Token).ConfigureAwait(false) : client.GetStream());
        }
        catch (Exception exception)
        {
            client.Dispose();
            if (cancellationToken.IsCancellationRequested || Tell(exception, platform) is not { } reason)
                throw;
            throw new IOException(reason, exception);
        }
    }

    private static async Task<Stream> Secure(TcpClient client, UpperPlatform platform, CancellationToken cancellationToken)
    {
        string? distrusted = null;
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, errors) =>
        {
            var fingerprint = certificate is null ? "" : certificate.GetCertHashString(HashAlgorithmName.SHA256);
            var isTrusted = platform.CertificateFingerprint.Length > 0
                ? string.Equals(fingerprint, platform.CertificateFingerprint, StringComparison.OrdinalIgnoreCase)
                : errors == SslPolicyErrors.None;
            distrusted = isTrusted ? null : $"对方证书不受信任（SHA-256 指纹 {fingerprint}）。若确认无误，请把指纹填入登记。";
            return isTrusted;
        });
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = platform.Host }, cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch (AuthenticationException exception)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new IOException(distrusted ?? $"TLS 握手失败：{exception.Message}", exception);
        }
    }

    private static string? Tell(Exception exception, UpperPlatform platform) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"找不到主机 {platform.Host}，请核对域名。",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{platform.Host}:{platform.Port} 拒绝连接，对方没有在该端口监听。",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable } => $"到 {platform.Host} 的网络不通。",
        SocketException socket => $"未能连接 {platform.Host}:{platform.Port}：{socket.SocketErrorCode}。",
        OperationCanceledException => $"{platform.TimeoutSeconds} 秒内没有连上 {platform.Host}:{platform.Port}。",
        IOException { InnerException: AuthenticationException } known => known.Message,
        UnreachableHostException refused => refused.Message,
        IOException broken => $"{(platform.UsesTls ? "TLS 握手中断" : "连接中断")}：{broken.Message}",
        _ => null,
    };

    /// <summary>A peer that is gone without a word is found by the kernel within about two minutes.</summary>
    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }
}

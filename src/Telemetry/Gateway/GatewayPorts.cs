using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Where data loggers call.</summary>
public static class GatewayPorts
{
    /// <summary>Opens the gateway's ports on Kestrel.</summary>
    public static void ListenHj212(this KestrelServerOptions kestrel, GatewayOptions options)
    {
        var address = IPAddress.Parse(options.Address);
        kestrel.Listen(address, options.Port, endpoint => endpoint.UseConnectionHandler<GatewayHandler>());
        if (options.TlsPort == 0)
            return;

        var certificate = X509CertificateLoader.LoadPkcs12FromFile(
            options.CertificateFile ?? throw new InvalidOperationException("EcoPark:Gateway:TlsPort 需要 CertificateFile。"), options.CertificatePassword);
        kestrel.Listen(address, options.TlsPort, endpoint => endpoint.UseHttps(certificate).UseConnectionHandler<GatewayHandler>());
    }
}

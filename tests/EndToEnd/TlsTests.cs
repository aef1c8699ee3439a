using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

public sealed class TlsTests
{
    [Fact]
    public async Task The_TLS_port_serves_devices_as_the_plain_one_does()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "secret"));
        var port = TestServer.FreePort();
        await using var server = await ServerHost.Start(arguments:
            [$"--EcoPark:Gateway:TlsPort={port}", $"--EcoPark:Gateway:CertificateFile={file}", "--EcoPark:Gateway:CertificatePassword=secret"]);
        var mn = Api.NewMn();
        await server.Register(mn);

        await using var device = await TestDevice.ConnectTls(new(server.Gateway.Address, port), certificate);
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));

        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        (await server.Telegrams($"mn={mn}")).ShouldHaveSingleItem().Verdict.ShouldBe("Accepted");
        File.Delete(file);
    }
}

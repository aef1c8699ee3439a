using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EcoPark.EndToEnd.Alarms;
using EcoPark.Hj212;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>Two server processes on one PostgreSQL, that know each other by certificate.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private readonly string _postgres = TestPostgres.NewDatabase();
    private readonly string _certificate = Path.Combine(Directory.CreateTempSubdirectory("ecopark-nodes-").FullName, "nodes.pfx");
    private readonly int _siloPort = ServerProcess.FreePort();
    private ServerProcess _a = null!;
    private ServerProcess _b = null!;

    public async ValueTask InitializeAsync()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=nodes", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(_certificate, certificate.Export(X509ContentType.Pkcs12, "nodes"));
        string[] tls = [$"--EcoPark:Cluster:CertificateFile={_certificate}", "--EcoPark:Cluster:CertificatePassword=nodes"];
        _a = await ServerProcess.Start(postgres: _postgres, arguments: [.. tls, "--EcoPark:Cluster:Node=a", $"--EcoPark:Cluster:SiloPort={_siloPort}"]);
        _b = await ServerProcess.Start(postgres: _postgres, arguments: [.. tls, "--EcoPark:Cluster:Node=b"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
    }

    [Fact]
    public async Task A_command_given_on_B_reaches_the_device_on_A_and_both_show_its_readings()
    {
        var mn = Api.NewMn();
        await _b.Register(mn);
        await using var device = TestDevice.Connect(_a.Gateway);
        await Api.Until(() => _a.Get<List<JsonElement>>("/api/v1/devices"), devices => devices.Count > 0); // A learns of it within two seconds.
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=36.2,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();

        // The live values of B know what A received.
        await Api.Until(() => _b.Get<List<ReadingRow>>("/api/v1/readings/latest"), values => values.Any(value => value.Value == 36.2));
        await Api.Until(() => _b.Get<JsonElement>($"/api/v1/devices/{mn}"), found => found.GetProperty("isOnline").GetBoolean());

        var record = await _b.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1061 });
        var request = (await device.Receive()).ShouldNotBeNull();
        request.Command.ShouldBe(CommandCode.RealTimeInterval);
        await CommandTests.Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await CommandTests.Answer(device, mn, request, CommandCode.RealTimeInterval, "RtdInterval=30", mnSystem: "32");
        await CommandTests.Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");

        (await CommandTests.Ended(_b, mn, record.Id)).State.ShouldBe("Succeeded");

        // Who has no certificate, or one of his own, does not get a word out of the link between the nodes.
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=nodes", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var strange = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        using var own = X509CertificateLoader.LoadPkcs12FromFile(_certificate, "nodes");
        (await Hears(null), await Hears(strange), await Hears(own)).ShouldBe((false, false, true));
    }

    /// <summary>Whether a node begins to speak, as it does with every peer that it takes for a node.</summary>
    private async Task<bool> Hears(X509Certificate2? certificate)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _siloPort));
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "x", ClientCertificates = certificate is null ? null : new X509CertificateCollection { certificate } }, TestContext.Current.CancellationToken);
            return await tls.ReadAsync(new byte[16], TestContext.Current.CancellationToken) > 0;
        }
        catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
        {
            return false;
        }
    }

    [Fact]
    public async Task When_A_dies_its_devices_go_on_at_B_and_nothing_acknowledged_is_lost()
    {
        var mns = Enumerable.Range(0, 8).Select(_ => Api.NewMn()).ToList();
        foreach (var mn in mns)
            await _a.Register(mn);
        await Api.Until(() => _b.Get<List<JsonElement>>("/api/v1/devices"), devices => devices.Count == mns.Count);
        var acknowledged = new ConcurrentQueue<(string, string)>();
        LoadGenerator Load(int day) => new(mns, "123456")
        {
            PerSecond = 2_000,
            Start = Park.Now,
            LatestDataTime = Park.Now.AddDays(-day),
            Acknowledged = (mn, qn) => acknowledged.Enqueue((mn, qn)),
        };

        var atA = Load(0).Run(_a.Gateway, TimeSpan.FromSeconds(30), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(4));
        _a.Kill();
        await atA;
        var beforeTheEnd = acknowledged.Count;
        beforeTheEnd.ShouldBePositive();
        // The devices find their line broken and call at the other address, as configured in them.
        var report = await Load(1).Run(_b.Gateway, TimeSpan.FromSeconds(5), CancellationToken.None);

        report.Acknowledged.ShouldBePositive();
        await TelegramAudit.ShouldHoldOnce(acknowledged, LoadGenerator.FactorCodes.Count, "", _postgres);
        // A command on B reaches a device that was on A before: its twin has moved.
        await using var device = TestDevice.Connect(_b.Gateway);
        await device.Send(TestDevice.RealTime(mns[0], Park.Now.AddSeconds(30), "w01018-Rtd=1,w01018-Flag=N", Park.Now.AddSeconds(30)));
        (await device.Receive()).ShouldNotBeNull();
        var record = await _b.Post<CommandRow>($"/api/v1/devices/{mns[0]}/commands", new { command = 2012 });
        var request = (await device.Receive()).ShouldNotBeNull();
        await CommandTests.Answer(device, mns[0], request, CommandCode.NoticeAnswer, "");
        (await CommandTests.Ended(_b, mns[0], record.Id)).State.ShouldBe("Succeeded");
    }

    [Fact]
    public async Task An_alarm_in_the_middle_of_which_A_dies_goes_on_at_B_neither_doubled_nor_lost()
    {
        var park = await AlarmPark.Build(_a);
        var start = Park.Now.AddMinutes(-3);
        await using (var device = park.Connect())
        {
            await park.Send(device, start, 60);
            await park.One(_ => true);
            // Acknowledged, and A is dead before its reading can be looked at.
            await device.Send(TestDevice.RealTime(park.Mn, start.AddSeconds(30), "w01018-Rtd=90,w01018-Flag=N", Park.Now.AddSeconds(1)));
            (await device.Receive()).ShouldNotBeNull();
            _a.Kill();
        }

        park.Server = _b;
        await using var again = park.Connect();
        await park.Send(again, start.AddSeconds(60), 70);
        await Api.Until(() => _b.Readings(park.Mn, "w01018"), readings => readings.Count == 3, TimeSpan.FromSeconds(60)); // B takes over what A had only logged.
        await park.Send(again, start.AddSeconds(90), 20);

        var ended = await park.One(alarm => alarm.EndedAt is not null, TimeSpan.FromSeconds(60));
        (ended.FirstAt, ended.WorstValue, ended.Count, ended.Raises, ended.EndedAt).ShouldBe((Park.Utc(start), 90, 3, 1, Park.Utc(start.AddSeconds(90))));
        (await park.Steps(ended.Id)).Select(step => step.Action).ShouldBe(["报警", "恢复"]);
    }

    [Fact]
    public async Task Devices_of_a_dead_node_are_shown_off_line_by_the_other()
    {
        var mn = Api.NewMn();
        await _a.Register(mn);
        await using var device = TestDevice.Connect(_a.Gateway);
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=36.2,w01018-Flag=N"));
        await Api.Until(() => _b.Get<List<JsonElement>>("/api/v1/devices"), devices => devices.Any(one => one.GetProperty("isOnline").GetBoolean()));

        _a.Kill();

        await Api.Until(() => _b.Get<JsonElement>($"/api/v1/devices/{mn}"), found => !found.GetProperty("isOnline").GetBoolean(), TimeSpan.FromSeconds(60));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Relay;

/// <summary>Who may see and change upper platforms, what is kept secret, and the page.</summary>
public sealed class RelayAccessTests(Servers servers, Pages.Chromium chromium)
{
    [Fact]
    public async Task Who_may_only_look_sees_the_state_and_changes_nothing()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        var id = await server.Relay(TestServer.FreePort(), [mn], new { isEnabled = false });
        using var inspector = await RecordApi.SignedIn(server, $"relay-{id}", "inspector", null);

        (await inspector.Client.GetAsync("/api/v1/relay/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var (method, path) in new[] { ("POST", "/"), ("PUT", $"/{id}"), ("DELETE", $"/{id}"), ("POST", $"/{id}/resume"), ("POST", $"/{id}/test"), ("PUT", $"/{id}/devices/{mn}/hold"), ("DELETE", $"/{id}/devices/{mn}/hold") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1/relay" + path) { Content = JsonContent.Create(new { name = "x", host = "x", port = 1, devices = Array.Empty<object>(), reason = "x" }) };
            (await inspector.Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }

        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task Passwords_are_sealed_and_changes_are_in_the_audit_log_without_them()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        var body = RelayApi.Merge(new { name = $"保密 {mn}", host = "127.0.0.1", port = 9, version = "V2025", password = "sesame77", encryptionKey = "CAFE2233445566778899AABBCCDDEEFF", isEnabled = false, devices = new[] { new { mn, password = "sesame88" } } }, null);
        var created = await server.Post<JsonElement>("/api/v1/relay/", body);
        var id = created.GetProperty("id").GetInt32();
        created.GetRawText().ShouldNotContain("sesame");
        created.GetRawText().ShouldNotContain("CAFE2233");
        await server.Do(HttpMethod.Put, $"/api/v1/relay/{id}", RelayApi.Merge(body, new { password = (string?)null, port = 10 }));
        (await server.RelayState(id)).HasPassword.ShouldBeTrue("null leaves it as it is");

        await using (var park = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "ecopark.db")}"))
        {
            await park.OpenAsync();
            await using var command = park.CreateCommand();
            command.CommandText = "SELECT p.Password, p.EncryptionKey, d.Password FROM UpperPlatform p JOIN RelayedDevice d ON d.PlatformId = p.Id WHERE p.Id = $id";
            command.Parameters.AddWithValue("$id", id);
            await using var row = await command.ExecuteReaderAsync();
            (await row.ReadAsync()).ShouldBeTrue();
            for (var i = 0; i < 3; i++)
                row.GetString(i).ShouldStartWith("v1:");
        }

        using var auditor = new SignInClient(server.Http);
        await auditor.SignIn("auditor", SignInClient.Password);
        var entries = (await auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?subject=上级平台&subjectId={id}")).GetProperty("items").EnumerateArray().ToList();
        entries.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["修改", "新增"]);
        JsonDocument.Parse(entries[0].GetProperty("detail").GetString()!).RootElement.GetProperty("端口").EnumerateArray().Select(value => value.GetInt32()).ShouldBe([9, 10]);
        entries.ShouldAllBe(entry => !entry.GetProperty("detail").GetString()!.Contains("sesame") && !entry.GetProperty("detail").GetString()!.Contains("CAFE"));
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task Over_TLS_only_a_trusted_certificate_is_spoken_to()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=upper", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform(certificate: usable);
        await using var devices = new Devices(server, mn);
        var id = await server.Relay(upper.Port, [mn], new { usesTls = true });
        var sent = await devices.Of(0).Send();

        var tested = await server.Post<JsonElement>($"/api/v1/relay/{id}/test", new { });
        tested.GetProperty("isReached").GetBoolean().ShouldBeFalse();
        tested.GetProperty("text").GetString()!.ShouldContain(certificate.GetCertHashString(HashAlgorithmName.SHA256));
        (await Api.Until(() => server.RelayState(id), row => row.LastError.Length > 0)).LastError.ShouldContain("证书不受信任");
        upper.Received.ShouldBeEmpty();

        var body = new { name = $"TLS {mn}", host = "127.0.0.1", port = upper.Port, usesTls = true, certificateFingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256), devices = new[] { new { mn } } };
        await server.Do(HttpMethod.Put, $"/api/v1/relay/{id}", body);
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 1);
        upper.Received[0].Raw.Text().ShouldBe(sent.Text());
        (await server.Post<JsonElement>($"/api/v1/relay/{id}/test", new { })).GetProperty("isReached").GetBoolean().ShouldBeTrue();
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task On_the_page_a_platform_is_registered_watched_paused_and_removed()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn, new { name = $"总排口 {mn}" });
        await using var upper = new TestUpperPlatform();
        await using var devices = new Devices(server, mn);
        await using var window = await chromium.Open(server, "/monitor/relay");
        var name = $"省平台 {mn[^4..]}";

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "登记上级平台" }).First.ClickAsync();
        await window.Page.GetByLabel("名称", new() { Exact = true }).Fill(name);
        await window.Page.GetByLabel("主机").Fill("127.0.0.1");
        await window.Page.GetByLabel("端口").Fill($"{upper.Port}");
        await window.Page.GetByPlaceholder("名称或 MN").Fill(mn);
        await Expect(window.Find("[data-testid=choose] tbody tr")).ToHaveCountAsync(1);
        await window.Page.GetByLabel($"转发 总排口 {mn}").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var row = window.Find("[data-testid=platforms] tbody tr").Filter(new() { HasText = name });
        await Expect(row).ToContainTextAsync("已连接", new() { Timeout = 15_000 });

        await devices.Of(0).Send();
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 1);
        await row.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Expect(window.Find("h1")).ToHaveTextAsync(name);
        await Expect(window.Find("[data-testid=events] tbody")).ToContainTextAsync("已连接");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "测试连接" }).ClickAsync();
        await Expect(window.Page.GetByText($"已连上 127.0.0.1:{upper.Port}")).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "暂停" }).ClickAsync();
        await Expect(window.Find(".page-actions .state")).ToHaveTextAsync("已暂停", new() { Timeout = 15_000 });
        await devices.Of(0).Send();
        await Expect(window.Find("[data-testid=backlog]")).ToHaveTextAsync("1", new() { Timeout = 15_000 });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 2);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await window.Find(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(window.Find("h1")).ToHaveTextAsync("上级平台转发");
        await Expect(row).ToHaveCountAsync(0);
    }
}

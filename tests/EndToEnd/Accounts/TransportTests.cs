using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Outside the machine: TLS, named proxies, named hosts.</summary>
public sealed class TransportTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_a_named_proxy_the_cookie_is_secure_and_the_log_has_the_callers_address()
    {
        await using var server = await ServerHost.StartNew(null, "--EcoPark:Http:Proxies:0=127.0.0.1", "--EcoPark:Http:Hosts:0=park.example");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Http };
        client.DefaultRequestHeaders.Host = "park.example";
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        using var page = await client.GetAsync("/sign-in", Token);
        page.Headers.GetValues("Strict-Transport-Security").Single().ShouldContain("max-age=31536000");
        var cookies = Cookies(page);
        cookies.ShouldContain(cookie => cookie.StartsWith("__Host-ecopark-forms=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        (await client.GetAsync("/", Token)).Headers.Location!.ToString().ShouldStartWith("https://park.example/sign-in");
        using (var failed = await Submit(client, page, cookies, "nobody", "wrong"))
            failed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var entered = await SignIn(client, server.OneTimePasswords["auditor"]);
        var session = Cookies(entered).Single(cookie => cookie.StartsWith("__Host-ecopark=", StringComparison.Ordinal));
        session.ShouldContain("secure", Case.Insensitive);
        session.ShouldContain("path=/;", Case.Insensitive);
        session.ShouldNotContain("domain", Case.Insensitive);

        client.DefaultRequestHeaders.Add("Cookie", session.Split(';')[0]);
        var entries = (await client.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=登录失败", Token)).GetProperty("items").EnumerateArray().ToList();
        entries.ShouldContain(entry => entry.GetProperty("remote").GetString() == "203.0.113.9");

        using var evil = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "evil.example" } };
        (await client.SendAsync(evil, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_is_no_named_proxy_says_nothing_of_where_a_request_came_from()
    {
        await using var server = await ServerHost.StartNew(null, "--EcoPark:Http:Proxies:0=192.0.2.1", "--EcoPark:Http:Hosts:0=park.example");
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Http };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.GetAsync("/sign-in", Token);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        (await client.GetAsync("/", Token)).Headers.Location!.ToString().ShouldStartWith("http://127.0.0.1");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_serves_https_itself_and_takes_a_renewed_certificate_without_a_restart(bool isPem)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-tls-").FullName;
        var file = Path.Combine(folder, isPem ? "park.pem" : "park.pfx");
        var first = Write(file, isPem);
        var port = TestServer.FreePort();
        string[] key = isPem ? [$"--EcoPark:Http:CertificateKeyFile={file}.key"] : [];
        await using var server = await ServerHost.StartNew(null, ["--EcoPark:Http:Hosts:0=park.example", $"--EcoPark:Http:HttpsPort={port}", "--EcoPark:Http:HttpsAddress=127.0.0.1", $"--EcoPark:Http:CertificateFile={file}", .. key]);
        using (var client = new SignInClient(new Uri($"https://127.0.0.1:{port}"), trustsAll: true))
        {
            await client.SignIn("auditor", server.OneTimePasswords["auditor"]);
            (await client.Client.GetAsync("/api/v1/audit", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using (var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http })
            (await plain.GetAsync("/sign-in", Token)).Headers.Location!.Scheme.ShouldBe("https");
        (await Shown(port)).ShouldBe(first);
        var second = Write(file, isPem);
        (await Api.Until(() => Shown(port), shown => shown == second)).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_servers_own_log_is_a_file_of_the_day()
    {
        var server = await servers.On(Database.Sqlite);
        Directory.GetFiles(Path.Combine(server.Folder, "logs"), "ecopark-*.log").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--EcoPark:Http:Address=0.0.0.0", "明文 HTTP 不能直接对外")]
    [InlineData("--EcoPark:Http:Proxies:0=127.0.0.1", "请写明平台的域名")]
    [InlineData("--EcoPark:Http:HttpsPort=8443", "需要 CertificateFile")]
    [InlineData("--EcoPark:Cluster:Address=0.0.0.0", "节点之间须以证书双向认证")]
    public async Task What_would_be_open_to_listeners_is_not_started(string setting, string reason)
    {
        var (exitCode, _, errors) = await ServerCommand.Run(Directory.CreateTempSubdirectory("ecopark-open-").FullName, null, new Dictionary<string, string>(), setting);
        exitCode.ShouldBe(1);
        errors.ShouldContain(reason);
    }

    /// <summary>Password, then the own one; the answer that carries the session.</summary>
    private static async Task<HttpResponseMessage> SignIn(HttpClient client, string password)
    {
        using var page = await client.GetAsync("/sign-in", Token);
        using var asked = await Submit(client, page, Cookies(page), "auditor", password);
        List<string> cookies = [.. Cookies(page), .. Cookies(asked)];
        var form = Field(await page.Content.ReadAsStringAsync(Token));
        return await Post(client, "/sign-in/new-password", cookies, new() { ["present"] = password, ["chosen"] = SignInClient.Password, ["again"] = SignInClient.Password, ["__RequestVerificationToken"] = form });
    }

    private static async Task<HttpResponseMessage> Submit(HttpClient client, HttpResponseMessage page, List<string> cookies, string user, string password) => await Post(
        client, "/sign-in/password", cookies, new() { ["user"] = user, ["password"] = password, ["__RequestVerificationToken"] = Field(await page.Content.ReadAsStringAsync(Token)) });

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, List<string> cookies, Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        return client.SendAsync(request, Token);
    }

    private static string Field(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;

    private static List<string> Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var all) ? [.. all] : [];

    private static string Write(string file, bool isPem)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=park.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        if (isPem)
        {
            File.WriteAllText(file + ".key", key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText(file, made.ExportCertificatePem());
        }
        else
        {
            File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12));
        }

        return made.Thumbprint;
    }

    private static async Task<string> Shown(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Token);
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync("park.example");
        return ((X509Certificate2)tls.RemoteCertificate!).Thumbprint;
    }
}

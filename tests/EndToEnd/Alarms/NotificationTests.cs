using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using MimeKit;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>What reaches people outside the platform, seen where it arrives.</summary>
public sealed class NotificationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_alarm_reaches_mail_phone_sms_and_robots(Database database)
    {
        // Two one-time passwords, which are shown to the administrator because nobody takes them, and the alarm.
        using var mail = new MailSink(refusals: 3);
        using var http = new HttpSink();
        using var browser = new Browser8291();
        await using var server = await Start(database, mail, http);
        var park = await AlarmPark.Build(server);
        var user = $"ehs{park.Enterprise}";
        using var enterprise = await Officer(server, user, park.Enterprise);
        await enterprise.Client.PostAsJsonAsync("/api/v1/me/notifications/push", new { endpoint = "https://evil.example/x", keys = new { p256dh = browser.P256dh, auth = browser.Auth } }, Token).Refused(HttpStatusCode.BadRequest);
        await enterprise.Client.PostAsJsonAsync("/api/v1/me/notifications/push", new { endpoint = http.Address + "/push/one", keys = new { p256dh = browser.P256dh, auth = browser.Auth } }, Token).Saved();
        var vapid = (await enterprise.Client.GetFromJsonAsync<JsonElement>("/api/v1/me/notifications/push-key", Token)).GetProperty("publicKey").GetString()!;
        foreach (var (channel, robot) in new[] { ("邮件", ""), ("短信", ""), ("群机器人", "企微群"), ("群机器人", "钉钉群") })
            await server.Client.Post("notification-rules", new { name = channel + robot, channel, robot, level = "全部", @event = "报警" }).Saved();
        // Another enterprise hears nothing of it.
        var other = await server.Client.NewEnterprise();
        using var foreign = await Officer(server, $"far{other}", other);

        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);

        var got = await Api.Until(() => Task.FromResult(http.Requests.ToList()), requests => requests.Count >= 4, TimeSpan.FromSeconds(30));
        var push = got.Single(one => one.Url.AbsolutePath == "/push/one");
        (push.Headers["Content-Encoding"], push.Headers["Urgency"]).ShouldBe(("aes128gcm", "high"));
        push.Headers["TTL"].ShouldNotBeNullOrEmpty();
        var pushed = JsonDocument.Parse(browser.Decrypt(push.Body)).RootElement;
        pushed.GetProperty("title").GetString().ShouldBe($"橙色报警：实时超标 · 化学需氧量 · {park.PointName}");
        pushed.GetProperty("href").GetString().ShouldStartWith("/alarms/");
        ShouldBeSigned(push.Headers["Authorization"], vapid, http.Address);

        var sms = got.Single(one => one.Url.AbsolutePath == "/sms");
        JsonDocument.Parse(sms.Text).RootElement.GetProperty("mobile").GetString().ShouldBe("13812340000");
        sms.Text.ShouldContain("高于限值 50 mg/L");
        sms.Headers["X-Key"].ShouldBe("secret");
        var wecom = JsonDocument.Parse(got.Single(one => one.Url.AbsolutePath == "/wecom").Text).RootElement;
        wecom.GetProperty("msgtype").GetString().ShouldBe("text");
        wecom.GetProperty("text").GetProperty("content").GetString()!.ShouldContain("https://park.example/alarms/");
        var ding = got.Single(one => one.Url.AbsolutePath == "/ding");
        ShouldHaveDingSign(ding.Url, "SECx");

        // Refused once for now (451), the mail comes with the next try; until then the channel is shown as failing.
        await Api.Until(() => server.Get<List<JsonElement>>("/api/v1/deliveries/channels"), channels => channels.Any(one => one.GetProperty("kind").GetString() == "Mail" && one.GetProperty("lastError").GetString()!.Contains("451", StringComparison.Ordinal)));
        var (to, text) = await Api.Until(() => Task.FromResult(mail.Mails.FirstOrDefault()), one => one.To is not null, TimeSpan.FromSeconds(40));
        to.ShouldBe($"{user}@park.example");
        using var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);
        message.Subject.ShouldBe($"橙色报警：实时超标 · 化学需氧量 · {park.PointName}");
        var body = message.TextBody.ShouldNotBeNull();
        message.From.ToString().ShouldContain("alarm@park.example");
        body.ShouldContain($"{park.EnterpriseName}：实时值 60 mg/L，高于限值 50 mg/L");
        body.ShouldContain("https://park.example/alarms/");

        await Api.Until(() => server.Get<PageOf<JsonElement>>("/api/v1/deliveries/?take=100"), page => page.Items.TrueForAll(one => one.GetProperty("state").GetString() == "Sent"), TimeSpan.FromSeconds(30));
        (await foreign.Client.GetStringAsync("/api/v1/messages/", Token)).ShouldNotContain(park.PointName);
        (await enterprise.Client.GetStringAsync("/api/v1/messages/", Token)).ShouldContain(park.PointName);
        mail.Mails.Count.ShouldBe(1);
        mail.Refused.ShouldBe(3);
    }

    [Fact]
    public async Task What_waits_when_the_power_goes_is_sent_afterwards_and_a_flood_is_told_in_few_messages()
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-notify-").FullName;
        using var http = new HttpSink();
        var closed = TestServer.FreePort();
        string[] none = ["--EcoPark:Notifications:Robots:0:Name=群", "--EcoPark:Notifications:Robots:0:Kind=WeCom", $"--EcoPark:Notifications:Robots:0:Url=http://127.0.0.1:{closed}/gone"];
        const int Factors = 30;
        await using (var first = await ServerProcess.Start(folder, arguments: none))
        {
            var park = await AlarmPark.Build(first);
            await first.Client.Post("notification-rules", new { name = "群", channel = "群机器人", robot = "群", level = "全部" }).Saved();
            await first.Client.Post("alarm-rules", new { name = "负值", kind = "负值", delayMinutes = 0, pointName = park.PointName }).Saved();
            await park.Known();
            // Thirty factors at once: one telegram, thirty alarms.
            await using var device = park.Connect();
            await device.Send(TestDevice.RealTime(park.Mn, Park.Now, string.Join(';', Enumerable.Range(0, Factors).Select(i => $"w210{i:D2}-Rtd=1,w210{i:D2}-Flag=D"))));
            (await device.Receive()).ShouldNotBeNull();
            await Api.Until(park.Alarms, alarms => alarms.Count == Factors);
            var waiting = await Api.Until(() => first.Get<PageOf<JsonElement>>("/api/v1/deliveries/?take=100"), page => page.Total > 0 && page.Items.TrueForAll(one => one.GetProperty("attempts").GetInt32() > 0));
            waiting.Total.ShouldBeLessThanOrEqualTo(10, "thirty alarms are a handful of messages");
            waiting.Items.ShouldContain(one => one.GetProperty("title").GetString()!.StartsWith("另有", StringComparison.Ordinal));
            (await first.Get<PageOf<JsonElement>>("/api/v1/messages/")).Total.ShouldBeLessThanOrEqualTo(10);
            first.Kill();
        }

        await using var second = await ServerProcess.Start(folder, arguments: [.. none[..2], $"--EcoPark:Notifications:Robots:0:Url={http.Address}/wecom"]);
        await Api.Until(() => second.Get<PageOf<JsonElement>>("/api/v1/deliveries/?take=100"), page => page.Items.TrueForAll(one => one.GetProperty("state").GetString() == "Sent"), TimeSpan.FromSeconds(60));
        http.Requests.ShouldNotBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    private static Task<ServerHost> Start(Database database, MailSink mail, HttpSink http) => ServerHost.Start(
        postgres: database == Database.Postgres ? TestPostgres.NewDatabase() : null,
        arguments:
        [
            "--EcoPark:Notifications:PublicUrl=https://park.example",
            "--EcoPark:Notifications:Mail:Host=127.0.0.1", $"--EcoPark:Notifications:Mail:Port={mail.Port}", "--EcoPark:Notifications:Mail:Security=None", "--EcoPark:Notifications:Mail:From=alarm@park.example",
            "--EcoPark:Notifications:Push:Hosts:4=127.0.0.1", "--EcoPark:Notifications:Push:AllowsHttp=true", "--EcoPark:Notifications:Push:Subject=mailto:it@park.example",
            $"--EcoPark:Notifications:Sms:Url={http.Address}/sms", """--EcoPark:Notifications:Sms:Body={"mobile":"{phone}","content":"{title}：{text}"}""", "--EcoPark:Notifications:Sms:Headers:X-Key=secret",
            "--EcoPark:Notifications:Robots:0:Name=企微群", "--EcoPark:Notifications:Robots:0:Kind=WeCom", $"--EcoPark:Notifications:Robots:0:Url={http.Address}/wecom?key=k",
            "--EcoPark:Notifications:Robots:1:Name=钉钉群", "--EcoPark:Notifications:Robots:1:Kind=DingTalk", $"--EcoPark:Notifications:Robots:1:Url={http.Address}/ding?access_token=t", "--EcoPark:Notifications:Robots:1:Secret=SECx",
        ]);

    /// <summary>An officer of an enterprise with mail and phone.</summary>
    private static async Task<SignInClient> Officer(TestServer server, string user, int enterprise)
    {
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        var made = await admin.Client.PostAsJsonAsync("/api/v1/accounts/", new { userName = user, displayName = "企业环保员", enterpriseId = enterprise, email = $"{user}@park.example", phone = "13812340000" }, Token).Saved();
        using var security = new SignInClient(server.Http);
        await security.SignIn("security", SignInClient.Password);
        var role = (await security.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/roles", Token))!.Single(one => one.GetProperty("name").GetString() == "enterprise-officer").Id();
        (await security.Client.PutAsJsonAsync($"/api/v1/accounts/{made.GetProperty("accountId").GetInt32()}/roles", new[] { role }, Token)).EnsureSuccessStatusCode();
        var client = new SignInClient(server.Http);
        await client.SignIn(user, made.GetProperty("password").GetString()!);
        return client;
    }

    /// <summary>RFC 8292: an ES256 token for the push service's origin, signed by the key the browser subscribed with.</summary>
    private static void ShouldBeSigned(string authorization, string publicKey, string origin)
    {
        var parts = authorization["vapid t=".Length..].Split(", k=");
        parts[1].ShouldBe(publicKey);
        var token = parts[0].Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement;
        claims.GetProperty("aud").GetString().ShouldBe(origin);
        claims.GetProperty("sub").GetString().ShouldBe("mailto:it@park.example");
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()).ShouldBeInRange(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(24));
        var point = Base64Url.DecodeFromChars(publicKey);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).ShouldBeTrue();
    }

    private static void ShouldHaveDingSign(Uri url, string secret)
    {
        var query = System.Web.HttpUtility.ParseQueryString(url.Query);
        query["access_token"].ShouldBe("t");
        query["sign"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{query["timestamp"]}\n{secret}"))));
    }
}

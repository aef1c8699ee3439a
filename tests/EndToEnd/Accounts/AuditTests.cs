using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Data.Sqlite;
using MiniExcelLibs;
using Npgsql;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Every change is in the log, and nobody can change the log unnoticed.</summary>
public sealed class AuditTests(Servers servers)
{
    private const string Rechained = "and the chain worked out anew";

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_change_is_logged_with_who_when_from_where_before_and_after_and_without_secrets(Database database)
    {
        var (server, mn) = (await servers.On(database), Api.NewMn());
        var device = await server.Register(mn, new { name = "总排口" });
        var id = device.GetProperty("id").GetInt32();
        (await server.Client.PutAsJsonAsync($"/api/v1/devices/{mn}", new { mn, name = "总排口（改造后）", systemCode = "32", password = "newpw1", realTimeIntervalSeconds = 30 }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        using var auditor = await Auditor(server);
        var entries = (await auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?subject=数采仪&subjectId={id}", TestContext.Current.CancellationToken))
            .GetProperty("items").EnumerateArray().ToList();
        entries.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["修改", "新增"]);
        var changed = entries[0];
        changed.GetProperty("who").GetString().ShouldBe("本机操作员");
        changed.GetProperty("remote").GetString().ShouldBe("127.0.0.1");
        changed.GetProperty("at").GetDateTime().ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
        var detail = JsonDocument.Parse(changed.GetProperty("detail").GetString()!).RootElement;
        detail.GetProperty("名称").EnumerateArray().Select(value => value.GetString()).ShouldBe(["总排口", "总排口（改造后）"]);
        detail.GetProperty("访问密码").EnumerateArray().Select(value => value.GetString()).ShouldBe(["（不显示）", "（不显示）"]);
        entries.ShouldAllBe(entry => !entry.GetProperty("detail").GetString()!.Contains("newpw1") && !entry.GetProperty("detail").GetString()!.Contains("123456"));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Every_kind_of_write_to_the_archives_is_logged(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var enterprise = await client.NewEnterprise();
        await client.Put("enterprises", enterprise, new { address = "迁址" }).Saved();
        var contact = (await client.Post("enterprise-contacts", new { enterpriseId = enterprise, name = "张三", duty = "其他", phone = "13800001111" }).Saved()).Id();
        await client.DeleteAsync($"/api/v1/records/enterprise-contacts/{contact}?why=离职", TestContext.Current.CancellationToken).Saved();
        await client.PostAsync($"/api/v1/records/enterprise-contacts/{contact}/restore", null, TestContext.Current.CancellationToken).Saved();
        var attachment = (await client.PostAsync($"/api/v1/records/enterprises/{enterprise}/attachments", new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7 x"u8.ToArray()), "file", "a.pdf" } }, TestContext.Current.CancellationToken).Saved()).Id();
        (await client.GetAsync("/api/v1/records/enterprises/export", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await client.PutAsJsonAsync("/api/v1/conformity/class", new { @class = "II" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var officer = await RecordApi.SignedIn(server, $"audit-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", enterprise);
        var proposal = (await officer.Client.Post("enterprise-eias", new { project = "某项目", kind = "报告表" }).Saved()).GetProperty("proposal").GetInt32();
        await client.PostAsync($"/api/v1/proposals/{proposal}/approve", null, TestContext.Current.CancellationToken).Saved();

        using var auditor = await Auditor(server);
        (await Actions("企业档案", enterprise)).ShouldBe(["修改", "新增"]);
        (await Actions("企业联系人", contact)).ShouldBe(["修改", "修改", "新增"]); // Deleting and restoring are marks on the record.
        (await Actions("附件", attachment)).ShouldBe(["新增"]);
        (await Actions("填报", proposal)).ShouldBe(["修改", "修改", "修改", "新增"]); // Submitted; decided; linked to its new record.
        (await Entries("subject=企业档案&action=导出")).ShouldNotBeEmpty();
        (await Entries("subject=园区设置&subjectId=park.class")).ShouldNotBeEmpty();
        var eia = (await Entries("subject=建设项目环评"))[0];
        eia.GetProperty("who").GetString().ShouldBe("本机操作员"); // Whoever approves answers for it.
        var moved = (await Entries($"subject=企业档案&subjectId={enterprise}&action=修改"))[0];
        JsonDocument.Parse(moved.GetProperty("detail").GetString()!).RootElement.GetProperty("生产经营场所地址")[1].GetString().ShouldBe("迁址");

        async Task<List<string?>> Actions(string subject, int id) => [.. (await Entries($"subject={subject}&subjectId={id}")).Select(entry => entry.GetProperty("action").GetString())];
        async Task<List<JsonElement>> Entries(string query) =>
            [.. (await auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?{query}", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray()];
    }

    /// <summary>Whoever can write to the database, and knows how the chain is made, has not its key, and not what is kept outside.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Every_forgery_of_the_log_is_found_by_the_page_and_by_the_command(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-audit-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        await using (var server = await ServerHost.Start(folder, postgres))
        {
            for (var i = 0; i < 5; i++)
                await server.Register(Api.NewMn());
            using var auditor = await Auditor(server);
            var whole = await Api.Until(() => Check(auditor), report => report.GetProperty("checked").GetInt64() > 10 && report.GetProperty("heads").GetInt32() > 0);
            whole.GetProperty("isWhole").GetBoolean().ShouldBeTrue(whole.GetRawText());
            (await CheckFromOutside(folder, postgres)).ShouldBe((0, true));
            await Execute("CREATE TABLE saved AS SELECT * FROM \"AuditEntry\"");
            var count = whole.GetProperty("checked").GetInt64();

            (await Forged("UPDATE \"AuditEntry\" SET \"Who\" = '别人' WHERE \"Number\" = 7")).ShouldBe(7);
            (await Forged("DELETE FROM \"AuditEntry\" WHERE \"Number\" = 4")).ShouldBe(4);
            (await Forged("DELETE FROM \"AuditEntry\"")).ShouldBe(1);
            (await Forged($"DELETE FROM \"AuditEntry\" WHERE \"Number\" > {count - 3}")).ShouldBe(count - 2);
            (await Forged("UPDATE \"AuditEntry\" SET \"At\" = (SELECT \"At\" FROM \"AuditEntry\" WHERE \"Number\" = 1) WHERE \"Number\" = 9")).ShouldBe(9);
            // An entry taken out and the chain closed behind it, as one who knows all but the key would.
            (await Forged("DELETE FROM \"AuditEntry\" WHERE \"Number\" = 5", "UPDATE \"AuditEntry\" SET \"Number\" = -(\"Number\" - 1) WHERE \"Number\" > 5", "UPDATE \"AuditEntry\" SET \"Number\" = -\"Number\" WHERE \"Number\" < 0", Rechained)).ShouldBe(1);
            // Put in, for the platform itself to seal: dated back to last year, and once more as it stands.
            const string Columns = "\"AccountId\", \"Who\", \"Program\", \"Remote\", \"Action\", \"Subject\", \"SubjectId\", \"Detail\"";
            (await Forged($"INSERT INTO \"AuditEntry\" (\"At\", \"Proof\", {Columns}) SELECT '2025-01-15 08:00:00', 'x', {Columns} FROM saved WHERE \"Number\" = 3")).ShouldBe(await Rows() + 1);

            async Task<long> Forged(params string[] sql)
            {
                foreach (var one in sql)
                    await (one == Rechained ? Rechain() : Execute(one));
                var report = await Api.Until(() => Check(auditor), found => !found.GetProperty("isWhole").GetBoolean());
                if (sql[0].StartsWith("INSERT", StringComparison.Ordinal))
                    (await CheckFromOutside(folder, postgres)).ShouldBe((1, false));
                report.GetProperty("finding").GetString().ShouldNotBeNullOrEmpty();
                await Execute("DELETE FROM \"AuditEntry\"");
                await Execute("INSERT INTO \"AuditEntry\" SELECT * FROM saved");
                return report.GetProperty("brokenAt").GetInt64();
            }
        }

        Directory.Delete(folder, recursive: true);

        async Task<long> Rows()
        {
            await using var connection = Open(folder, postgres);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM saved";
            return (long)(await command.ExecuteScalarAsync())!;
        }

        Task Execute(string sql) => AuditTests.Execute(folder, postgres, sql);

        // SM3 over the seal before and the fields, without the key.
        async Task Rechain()
        {
            var before = "";
            await using var connection = Open(folder, postgres);
            await connection.OpenAsync();
            for (var number = 1; ; number++)
            {
                await using var read = connection.CreateCommand();
                read.CommandText = $"SELECT \"Who\" || \"Action\" || \"Subject\" || \"SubjectId\" || \"Detail\" FROM \"AuditEntry\" WHERE \"Number\" = {number}";
                if (await read.ExecuteScalarAsync() is not string text)
                    return;
                var bytes = System.Text.Encoding.UTF8.GetBytes(before + text);
                var digest = new Org.BouncyCastle.Crypto.Digests.SM3Digest();
                digest.BlockUpdate(bytes, 0, bytes.Length);
                var hash = new byte[32];
                digest.DoFinal(hash, 0);
                before = Convert.ToHexStringLower(hash);
                await using var write = connection.CreateCommand();
                write.CommandText = $"UPDATE \"AuditEntry\" SET \"Seal\" = '{before}' WHERE \"Number\" = {number}";
                await write.ExecuteNonQueryAsync();
            }
        }
    }

    [Fact]
    public async Task The_log_is_exported_and_the_export_is_logged()
    {
        var server = await servers.On(Database.Sqlite);
        using var auditor = await Auditor(server);
        await using var file = await auditor.Client.GetStreamAsync("/api/v1/audit/export?action=登录", TestContext.Current.CancellationToken);
        var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        var rows = copy.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => (string)row["操作"] == "登录");
        (await auditor.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit/?action=导出", TestContext.Current.CancellationToken)).GetProperty("total").GetInt64().ShouldBePositive();
    }

    /// <summary>What changes nothing is logged too where data leave the house, a device is told something, or somebody is refused; programs are told from people.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_leaves_the_house_and_who_was_refused_is_logged(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var officer = await RecordApi.SignedIn(server, $"trail-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Walker);
        var (token, client) = (TestContext.Current.CancellationToken, server.Client);
        var since = DateTime.UtcNow;
        var channel = park.Others["channels"];
        var range = $"channelId={channel}&interval=Hour&from={ScopePark.From}&to={ScopePark.To}";
        string[] files =
        [
            $"/api/v1/readings/export.csv?{range}", $"/api/v1/readings/export.xlsx?{range}", $"/api/v1/records/enterprises/{park.Enterprise}/attachments/{park.Attachments["enterprises"]}",
            $"/api/v1/alarms/{park.Others["alarms"]}/attachments/{park.Others["alarm-attachments"]}", "/api/v1/conformity/report.docx", "/api/v1/conformity/report.pdf",
        ];
        foreach (var file in files)
            (await client.GetAsync(file, token)).StatusCode.ShouldBe(HttpStatusCode.OK, file);
        (await client.GetAsync($"/api/v1/telegrams?mn={park.Mn}&take=1", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await client.PostAsJsonAsync("/api/v1/telegrams/replay", new { mn = park.Mn, from = DateTime.UtcNow.AddSeconds(-1) }, token).Saved();
        await client.PostAsync($"/api/v1/outlets/rebuild?pointId={park.Others["points"]}&from={Outlets.OutletPark.Day(0)}&to={Outlets.OutletPark.Day(0)}", null, token).Saved();
        await client.PostAsJsonAsync($"/api/v1/devices/{park.Mn}/commands", new { command = 1061 }, token);
        foreach (var (path, status) in new[] { ($"/api/v1/records/permits/{park.Records["permits"]}", HttpStatusCode.NotFound), ("/api/v1/telegrams", HttpStatusCode.Forbidden), ($"/api/v1/readings?{range}", HttpStatusCode.NotFound) })
            (await officer.Client.GetAsync(path, token)).StatusCode.ShouldBe(status, path);
        using (var wrong = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = $"nobody-{park.Mn}", ["client_secret"] = "x" }), token))
            ((int)wrong.StatusCode).ShouldBeInRange(400, 401);

        using var auditor = await Auditor(server);
        foreach (var file in files)
            (await Entries("导出")).Count(entry => entry.GetProperty("subjectId").GetString() == file.Split('?')[0]).ShouldBe(1, file);
        (await Entries("查看")).ShouldContain(entry => entry.GetProperty("detail").GetString()!.Contains(park.Mn, StringComparison.Ordinal));
        (await Entries("重放")).ShouldContain(entry => entry.GetProperty("subjectId").GetString() == park.Mn);
        (await Entries("重新计算")).ShouldNotBeEmpty();
        (await Entries("下发命令")).ShouldContain(entry => entry.GetProperty("subjectId").GetString() == park.Mn && entry.GetProperty("who").GetString() == "本机操作员");
        // Refusals are written once the answer has gone.
        var refused = await Api.Until(() => Entries("拒绝"), found => found.Exists(entry => entry.GetProperty("subjectId").GetString() == $"nobody-{park.Mn}"));
        refused.ShouldContain(entry => entry.GetProperty("subjectId").GetString() == $"/api/v1/records/permits/{park.Records["permits"]}" && entry.GetProperty("who").GetString() == "企业环保员");
        refused.ShouldContain(entry => entry.GetProperty("subjectId").GetString() == "/api/v1/telegrams" && entry.GetProperty("subject").GetString() == "权限");
        refused.ShouldContain(entry => entry.GetProperty("subjectId").GetString() == $"nobody-{park.Mn}" && entry.GetProperty("subject").GetString() == "接口程序");

        async Task<List<JsonElement>> Entries(string action) =>
            [.. (await auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?action={Uri.EscapeDataString(action)}&from={since:O}&take=500", token)).GetProperty("items").EnumerateArray()];
    }

    private static async Task<SignInClient> Auditor(TestServer server)
    {
        var client = new SignInClient(server.Http);
        await client.SignIn("auditor", SignInClient.Password);
        return client;
    }

    private static Task<JsonElement> Check(SignInClient auditor) => auditor.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit/check");

    /// <summary>The check command, as a duty list runs it.</summary>
    private static async Task<(int ExitCode, bool SaysGood)> CheckFromOutside(string folder, string? postgres)
    {
        var (exitCode, output, _) = await ServerCommand.Run(folder, postgres, new Dictionary<string, string> { ["EcoPark__MasterKey"] = new('7', 64) }, "--check-audit");
        return (exitCode, output.Contains("全部完好", StringComparison.Ordinal));
    }

    private static async Task Execute(string folder, string? postgres, string sql)
    {
        await using var connection = Open(folder, postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static System.Data.Common.DbConnection Open(string folder, string? postgres) =>
        postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "ecopark.db")};Pooling=False;Default Timeout=20") : new NpgsqlConnection(postgres);
}

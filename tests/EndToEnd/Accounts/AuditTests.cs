using System.Diagnostics;
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
        (await Actions("填报", proposal)).ShouldBe(["修改", "修改", "新增"]); // Decided; linked to its new record.
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

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Altering_or_removing_an_entry_breaks_the_chain_where_it_was_done(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-audit-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        await using (var server = await ServerProcess.Start(folder, postgres))
        {
            for (var i = 0; i < 5; i++)
                await server.Register(Api.NewMn());
            using var auditor = await Auditor(server);
            var whole = await Api.Until(() => Check(auditor), report => report.GetProperty("checked").GetInt64() > 10);
            whole.GetProperty("brokenAt").ValueKind.ShouldBe(JsonValueKind.Null);
            (await CheckFromOutside(folder, postgres)).ShouldBe((0, true));

            await Execute(folder, postgres, "UPDATE \"AuditEntry\" SET \"Who\" = '别人' WHERE \"Number\" = 7");
            (await Check(auditor)).GetProperty("brokenAt").GetInt64().ShouldBe(7);
            await Execute(folder, postgres, "DELETE FROM \"AuditEntry\" WHERE \"Number\" = 4");
            (await Check(auditor)).GetProperty("brokenAt").GetInt64().ShouldBe(4);
        }

        (await CheckFromOutside(folder, postgres)).ShouldBe((1, false));
        Directory.Delete(folder, recursive: true);
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

    private static async Task<SignInClient> Auditor(ServerProcess server)
    {
        var client = new SignInClient(server.Http);
        await client.SignIn("auditor", SignInClient.Password);
        return client;
    }

    private static Task<JsonElement> Check(SignInClient auditor) => auditor.Client.GetFromJsonAsync<JsonElement>("/api/v1/audit/check");

    /// <summary>The check command, as a duty list runs it.</summary>
    private static async Task<(int ExitCode, bool SaysGood)> CheckFromOutside(string folder, string? postgres)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { ServerProcess.Program, "--check-audit", $"--EcoPark:Database:DataFolder={folder}", "--EcoPark:MasterKey=" + new string('7', 64), $"--EcoPark:Http:Port={ServerProcess.FreePort()}", $"--EcoPark:Gateway:Port={ServerProcess.FreePort()}", $"--EcoPark:Cluster:SiloPort={ServerProcess.FreePort()}" })
            start.ArgumentList.Add(argument);
        if (postgres is not null)
            start.ArgumentList.Add($"--EcoPark:Database:Postgres={postgres}");
        using var process = Process.Start(start)!;
        var (told, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await errors;
        return (process.ExitCode, (await told).Contains("全部完好", StringComparison.Ordinal));
    }

    private static async Task Execute(string folder, string? postgres, string sql)
    {
        await using System.Data.Common.DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "ecopark.db")};Pooling=False") : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}

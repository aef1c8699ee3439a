using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>The demo park as somebody tries it: its self-check, and its pages when it is as large as a park can be.</summary>
[Collection(DemoPark.Name)]
public sealed class DemoParkTests(DemoServer demo, Chromium chromium)
{
    private const string Password = DemoServer.Password;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_self_check_tells_what_is_there_and_what_is_not()
    {
        var server = demo.Server;
        using var operatorClient = new SignInClient(server.Http);
        await operatorClient.SignIn("operator", Password);
        var client = operatorClient.Client;
        var report = await client.GetFromJsonAsync<JsonElement>("/api/v1/conformity/", Token);
        var items = report.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("item").GetProperty("section").GetString()!);
        items.Count.ShouldBe(30);
        items.Values.Sum(item => item.GetProperty("contents").GetArrayLength()).ShouldBe(316);
        report.GetProperty("class").GetString().ShouldBe("I");
        // The park's profile is filled in but for the fields that a park may add.
        Verdicts("7.2.1").ShouldBe(new Dictionary<string, int> { ["Done"] = 23, ["Empty"] = 1 });
        Verdicts("7.2.2").ShouldBe(new Dictionary<string, int> { ["Done"] = 5, ["Empty"] = 1 });
        Verdicts("7.2.3").ShouldBe(new Dictionary<string, int> { ["Done"] = 3, ["Empty"] = 1 });
        // What is not built says so, whatever the class.
        Verdicts("7.4.8").Keys.ShouldBe(["NotBuilt"]);
        Verdicts("7.4.5").ShouldBe(new Dictionary<string, int> { ["Done"] = 9, ["Empty"] = 1 });
        Content("7.2.2", "企业名称").GetProperty("records").GetInt32().ShouldBe(12);
        items["7.4.7"].GetProperty("level").GetString().ShouldBe("Should");

        (await client.PutAsJsonAsync("/api/v1/conformity/items/7.2.1", new { isOn = false }, Token).Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("shall");
        (await client.PutAsJsonAsync("/api/v1/conformity/items/7.4.7", new { isOn = false }, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.PutAsJsonAsync("/api/v1/conformity/class", new { @class = "III" }, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        report = await client.GetFromJsonAsync<JsonElement>("/api/v1/conformity/", Token);
        items = report.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("item").GetProperty("section").GetString()!);
        items["7.2.2"].GetProperty("level").GetString().ShouldBe("May"); // One star for class III in appendix A.
        Verdicts("7.4.7").Keys.ShouldBe(["Off"]);

        var word = await client.GetByteArrayAsync("/api/v1/conformity/report.docx", Token);
        using (var zip = new ZipArchive(new MemoryStream(word)))
        {
            using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            var text = await reader.ReadToEndAsync(Token);
            text.ShouldContain("园区类别：Ⅲ 类");
            text.ShouldContain("尚未建成");
            text.ShouldContain("刷卡排污总量统计");
        }

        var pdf = await client.GetByteArrayAsync("/api/v1/conformity/report.pdf", Token);
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        System.Text.RegularExpressions.Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)").ShouldBeGreaterThan(5);

        await using var window = await chromium.OpenSignedOut(server, "/conformity");
        await window.Page.GetByLabel("用户名").Fill("director");
        await window.Page.GetByLabel("口令").Fill(Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(window.Find("tbody tr.row-link")).ToHaveCountAsync(30);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "园区基本信息" }).ClickAsync();
        await Expect(window.Find("tr.sub")).ToHaveCountAsync(24);
        // How strongly something is asked for stands here, not in the menu.
        await Expect(window.Find("nav[aria-label=主菜单] .level")).ToHaveCountAsync(0);

        Dictionary<string, int> Verdicts(string section) => items[section].GetProperty("contents").EnumerateArray().CountBy(one => one.GetProperty("verdict").GetString()!).ToDictionary();
        JsonElement Content(string section, string name) => items[section].GetProperty("contents").EnumerateArray().Single(one => one.GetProperty("content").GetProperty("name").GetString() == name);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task With_500_enterprises_and_10000_records_every_page_is_loaded(Database database)
    {
        await using var server = await ServerProcess.Start(postgres: database == Database.Postgres ? TestPostgres.NewDatabase() : null);
        var enterprises = Enumerable.Range(0, 500).Select(_ => RecordApi.Enterprise()).ToList();
        await Import(server, "enterprises", enterprises.Select(one => new Dictionary<string, object?>
        {
            ["企业名称"] = one["name"],
            ["统一社会信用代码"] = one["creditCode"],
            ["行业类别"] = one["industry"],
            ["生产经营场所地址"] = one["address"],
            ["环保负责人"] = one["environmentOfficer"],
            ["联系方式"] = one["phone"],
        }));
        await Import(server, "enterprise-contacts", enterprises.SelectMany(one => Enumerable.Range(0, 19).Select(number => new Dictionary<string, object?> { ["企业"] = one["name"], ["姓名"] = $"联系人{number:00}", ["职责"] = "其他", ["电话"] = "13800001111" })));

        var slowest = TimeSpan.Zero;
        foreach (var path in new[]
        {
            "records/enterprises/", "records/enterprises/?sort=name&take=200", $"records/enterprises/?q={enterprises[77]["creditCode"]}", "records/enterprises/?f.industry=C26&sort=address&desc=1&skip=400", "records/enterprises/250", "records/enterprises/250/history",
            "records/enterprise-contacts/?take=200", "records/enterprise-contacts/?q=联系人07&sort=name&skip=300&take=100", "records/enterprise-contacts/?f.enterpriseId=123", "search?q=化工", "proposals/", "conformity/", "messages/",
        })
        {
            (await server.Client.GetAsync($"/api/v1/{path}", Token)).EnsureSuccessStatusCode(); // The first call compiles.
            var watch = Stopwatch.StartNew();
            (await server.Client.GetAsync($"/api/v1/{path}", Token)).EnsureSuccessStatusCode();
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: the slowest of the answers behind the pages took {slowest.TotalMilliseconds:0} ms");
        await PagesAreRendered(server, database);
        var export = Stopwatch.StartNew();
        new MemoryStream(await server.Client.GetByteArrayAsync("/api/v1/records/enterprise-contacts/export", Token)).Query(useHeaderRow: true).Count().ShouldBe(9_500);
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: export of 9,500 rows {export.Elapsed.TotalSeconds:0.00} s");
    }

    /// <summary>
    /// From the beginning of the navigation (page, scripts, connection, query, rendering) to the content on the screen, on the clock of the machine that
    /// server and browser share; told and not judged, as other tests run beside it on the same two cores.
    /// </summary>
    private async Task PagesAreRendered(TestServer server, Database database)
    {
        await using var window = await chromium.Open(server, "/records/enterprises");
        foreach (var (path, content) in new[]
        {
            ("/records/enterprises", "tbody tr:nth-child(20)"), ("/records/enterprises?sort=name&page=20&size=20", "tbody tr:nth-child(20)"), ("/records/enterprise-contacts?q=联系人07&size=100", "tbody tr:nth-child(100)"),
            ("/enterprises/250", "dl.fields dd"), ("/enterprises/250?tab=enterprise-contacts", "tbody tr:nth-child(19)"), ("/records/enterprises/250/edit", ".form-grid input"), ("/conformity", "tbody tr:nth-child(30)"),
            ("/monitor/live", ".empty-state"), ("/monitor/telegrams", ".empty-state"), ("/todo", ".empty-state"),
        })
        {
            await window.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
            var at = await (await window.Page.WaitForFunctionAsync("content => document.querySelector(content) && performance.now()", content, new() { PollingInterval = 10 })).JsonValueAsync<double>();
            await Expect(window.Find("h1")).ToBeVisibleAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {path} rendered in {at:0} ms");
        }
    }

    private static async Task Import(TestServer server, string type, IEnumerable<Dictionary<string, object?>> rows)
    {
        using var book = new MemoryStream();
        await book.SaveAsAsync(rows.ToList(), cancellationToken: Token);
        var watch = Stopwatch.StartNew();
        var report = await server.Client.PostAsync($"/api/v1/records/{type}/import", new MultipartFormDataContent { { new ByteArrayContent(book.ToArray()), "file", "导入.xlsx" } }, Token).Saved();
        report.GetProperty("isDone").GetBoolean().ShouldBeTrue(report.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"import of {report.GetProperty("rows").GetInt32()} {type}: {watch.Elapsed.TotalSeconds:0.0} s");
    }
}

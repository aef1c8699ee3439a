using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Reports;

/// <summary>报表存档: what was issued stays as it was; a correction and another issue stand beside it; nobody else sees any of it.</summary>
public sealed class ArchiveTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_report_is_issued_corrected_and_issued_again_when_late_data_have_come(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Water(server);
        // 30 mg/L at 10 L/s; the eighth hour is missing, and comes later with 90.
        for (var hour = 0; hour < 24; hour++)
        {
            if (hour != 7)
                await park.Hour(hour, "w01018-Avg=30,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
        }

        await park.Arrived("w01018", 23);
        await park.Rebuild();
        var query = $"subject={park.Point}&period={OutletPark.Day(0)}";
        var first = await server.Client.PostAsync($"/api/v1/reports/water-day/issue?{query}", null, Token).Saved();
        first.GetProperty("number").GetString()!.ShouldMatch("^BB[0-9]{8}-[0-9]{6}$");
        first.GetProperty("hash").GetString()!.Length.ShouldBe(64);
        first.GetProperty("replaces").GetInt32().ShouldBe(0);

        // What arrives afterwards changes the report of now, not the one that was issued.
        await park.Hour(7, "w01018-Avg=90,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
        await park.Arrived("w01018", 24);
        await park.Rebuild();
        Cell(await Open(server, first), 7, 2).ShouldBe("—");
        Cell(await server.Get<JsonElement>($"/api/v1/reports/water-day?{query}"), 7, 2).ShouldNotBe("—");
        var second = await server.Client.PostAsync($"/api/v1/reports/water-day/issue?{query}", null, Token).Saved();
        second.GetProperty("replaces").GetInt32().ShouldBe(first.Id());
        var differences = (await Open(server, second)).GetProperty("differences").EnumerateArray().ToList();
        differences.ShouldContain(one => one.GetProperty("row").GetString() == "07:00" && one.GetProperty("before").GetString() == "—" && one.GetProperty("after").GetString()!.StartsWith("90"));
        differences.ShouldNotContain(one => one.GetProperty("row").GetString() == "06:00");

        // A figure is corrected: the original is told beside it, in every file, and the hash stays.
        var amend = $"/api/v1/reports/archive/{second.Id()}/amendments";
        await server.Client.PostAsJsonAsync(amend, new { table = 0, row = 7, column = 2, value = "九十", why = "实验室复测" }, Token).Refused(HttpStatusCode.BadRequest);
        await server.Client.PostAsJsonAsync(amend, new { table = 0, row = 7, column = 2, value = "45", why = "" }, Token).Refused(HttpStatusCode.BadRequest);
        await server.Client.PostAsJsonAsync(amend, new { table = 0, row = 7, column = 2, value = "45", kind = "Figure", why = "实验室复测 45 mg/L" }, Token).Saved();
        var amended = await Open(server, second);
        Cell(amended, 7, 2).ShouldStartWith("45");
        Cell(amended, 7, 2).ShouldEndWith("修");
        amended.GetProperty("isIntact").GetBoolean().ShouldBeTrue();
        amended.GetProperty("issued").GetProperty("hash").GetString().ShouldBe(second.GetProperty("hash").GetString());
        var csv = await server.Client.GetStringAsync($"/api/v1/reports/archive/{second.Id()}/report.csv", Token);
        csv.ShouldContain("实验室复测 45 mg/L");
        csv.ShouldContain(second.GetProperty("number").GetString()!);
        foreach (var (ending, head) in new[] { ("pdf", "%PDF"), ("xlsx", "PK"), ("docx", "PK") })
            System.Text.Encoding.ASCII.GetString((await server.Client.GetByteArrayAsync($"/api/v1/reports/archive/{second.Id()}/report.{ending}", Token))[..head.Length]).ShouldBe(head);

        // Another enterprise has none of it; the enterprise itself reads it, and corrects nothing.
        var other = await server.Client.NewEnterprise();
        using var own = await RecordApi.SignedIn(server, $"archive-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        using var foreign = await RecordApi.SignedIn(server, $"archive-x-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", other);
        foreach (var path in new[] { "", "/report.csv", "/report.pdf" })
            (await foreign.Client.GetAsync($"/api/v1/reports/archive/{second.Id()}{path}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await foreign.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports/archive", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        (await own.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports/archive", Token)).GetProperty("total").GetInt32().ShouldBe(2);
        await own.Client.PostAsJsonAsync(amend, new { table = 0, row = 7, column = 2, value = "1", why = "企业自己改" }, Token).Refused(HttpStatusCode.Forbidden);
        await own.Client.PostAsync($"/api/v1/reports/water-day/issue?{query}", null, Token).Refused(HttpStatusCode.Forbidden);

        // The outlet goes to the other enterprise: what is issued of the days before stays the former owner's.
        await server.Client.PutAsJsonAsync($"/api/v1/points/{park.Point}", new { name = $"排口 {park.Mn}", kind = "WasteWater", enterpriseId = other }, Token).Saved();
        await server.Client.PostAsync($"/api/v1/reports/water-day/issue?{query}", null, Token).Saved();
        (await foreign.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports/archive", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        (await own.Client.GetFromJsonAsync<JsonElement>("/api/v1/reports/archive", Token)).GetProperty("total").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task In_the_browser_a_report_is_issued_a_figure_corrected_and_the_report_issued_again()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await OutletPark.Water(server);
        for (var hour = 0; hour < 24; hour++)
            await park.Hour(hour, "w01018-Avg=30,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
        await park.Arrived("w01018", 24);
        await park.Rebuild();
        await using var window = await chromium.Open(server, $"/reports/water-day?subject={park.Point}&period={OutletPark.Day(0)}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "出具并存档" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/reports/archive/*");
        await Expect(window.Find(".report-sheet")).ToContainTextAsync("编号 BB");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "修正" }).ClickAsync();
        await Expect(window.Page.GetByText("点选要修正的数")).ToBeVisibleAsync();
        var cell = window.Page.GetByTestId("小时数据").Or(window.Find(".report-table").First).First.Locator("tbody").First.Locator("tr").Nth(3).Locator("td").Nth(2);
        await cell.GetByRole(AriaRole.Button).ClickAsync();
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("现值 30");
        await Typing.Fill(dialog.GetByLabel("修正为"), "33");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存修正" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("请写明修正的原因"); // Without a reason nothing is saved, and what was typed is still there.
        await Typing.Fill(dialog.GetByLabel("原因"), "现场核查更正");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存修正" }).ClickAsync();
        await Expect(cell).ToContainTextAsync("33");
        await Expect(cell).ToContainTextAsync("修");
        await Expect(window.Find(".report-sheet")).ToContainTextAsync("现场核查更正");
        var corrected = window.Page.Url;
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "重出" }).ClickAsync();
        await window.Page.WaitForURLAsync(url => url != corrected && url.Contains("/reports/archive/"));
        await Expect(window.Page.GetByTestId("differences")).ToContainTextAsync("33");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "报表存档" }).First.ClickAsync();
        await Expect(window.Page.GetByText("重出", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private static Task<JsonElement> Open(TestServer server, JsonElement issued) => server.Get<JsonElement>($"/api/v1/reports/archive/{issued.Id()}");

    private static string Cell(JsonElement report, int row, int column) => report.GetProperty("tables")[0].GetProperty("rows")[row][column].GetProperty("text").GetString()!;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Reports;

/// <summary>报表: from telegrams to the printed form, its files and the API, and nothing of it for another enterprise.</summary>
public sealed class ReportTests(Servers servers, Chromium chromium)
{
    [Fact]
    public async Task A_day_of_flue_gas_is_read_on_the_page_taken_as_a_file_and_not_given_to_others()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await OutletPark.Gas(server);
        // A day at 30 mg/m³, 12 % O₂ and 36 000 m³/h, but 60 at 05 h and in calibration at 10 h. At 9 % O₂: 40 and 80, over 50.
        for (var hour = 0; hour < 24; hour++)
        {
            var flag = hour == 10 ? 'C' : 'N';
            await park.Hour(hour, $"a21026-Avg={(hour == 5 ? 60 : hour == 10 ? 3 : 30)},a21026-Flag={flag};a19001-Avg=12,a19001-Flag={flag};a00000-Avg=36000,a00000-Flag={flag}");
        }

        await park.Arrived("a21026", 24);
        await park.Rebuild();
        using var officer = await RecordApi.SignedIn(server, $"report-{park.Enterprise}", "enterprise-officer", park.Enterprise);
        using var foreign = await RecordApi.SignedIn(server, $"report-x-{park.Enterprise}", "enterprise-officer", await server.Client.NewEnterprise());
        var day = OutletPark.Day(0);

        // From the list to the form; the only outlet of the enterprise is chosen already.
        await using (var window = await chromium.Open(server, "/reports", officer.Cookies.GetCookies(server.Http)))
        {
            await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameString = "烟气排放连续监测小时均值日报表" }).ClickAsync();
            await window.Page.WaitForURLAsync("**/reports/gas-day");
            await Expect(window.Page.GetByLabel("排口").First).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(park.Mn));
            await Expect(window.Find(".report-sheet, .empty-state")).ToBeVisibleAsync(); // Yesterday's is made, and nothing is drawn anew meanwhile.
            await Expect(window.Find("h1")).ToBeFocusedAsync(); // What follows a navigation is over: nothing takes the focus from the field.
            await window.Page.GetByLabel("日期").Fill(day);
            await window.Page.GetByLabel("日期").PressAsync("Tab");
            await window.Page.WaitForURLAsync($"**period={day}*");
            var rows = window.Page.GetByTestId("小时均值").Locator("tbody").First.Locator("tr");
            await Expect(rows).ToHaveCountAsync(24);
            await Expect(rows.Nth(5).Locator("td")).ToHaveTextAsync(["05:00", "60.00", "80.00▲", "2.1600", "36000", "12.00", "—", "—", "—", "", ""]);
            await Expect(rows.Nth(10).Locator("td").Nth(1)).ToHaveTextAsync("(3.00)");
            await Expect(rows.Nth(10).Locator("td").Last).ToHaveTextAsync("C");
            // (22 · 30 + 60)/23 = 31.30; (22 · 40 + 80)/23 = 41.74.
            await Expect(window.Page.GetByTestId("小时均值").Locator(".report-foot tr").First.Locator("td").Nth(0)).ToHaveTextAsync("31.30");
            await Expect(window.Page.GetByTestId("小时均值").Locator(".report-foot tr").First.Locator("td").Nth(1)).ToHaveTextAsync("41.74");
            await Expect(window.Find(".report-sheet")).ToContainTextAsync("负责人：____");
            await Expect(window.Find(".report-sheet")).ToContainTextAsync("有效 23");
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameString = "Excel", Exact = true }).ClickAsync());
            download.SuggestedFilename.ShouldBe($"烟气排放连续监测小时均值日报表_{await Name(server, park)}_{day}.xlsx");
            await using var file = await download.CreateReadStreamAsync();
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, RecordApi.Token);
            copy.GetSheetNames().ShouldBe(["小时均值", "数据有效性", "缺失与标记时段"]);
            var sheet = copy.Query(sheetName: "小时均值").Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList()).ToList();
            // Title, facts, two rows of heads; 05 h is the tenth row.
            sheet[9].Take(5).ShouldBe(["05:00", 60.0, 80.0, 2.16, 36000.0]);
        }

        // Another enterprise: no outlet to choose, no page of this one, no report by its number.
        var query = $"subject={park.Point}&period={day}";
        await using (var window = await chromium.Open(server, $"/reports/gas-day?{query}", foreign.Cookies.GetCookies(server.Http)))
        {
            await Expect(window.Find(".empty-state")).ToContainTextAsync("不在您的权限范围内");
            (await window.Page.ContentAsync()).ShouldNotContain(park.Mn);
        }

        (await foreign.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/reports/gas-day/subjects", RecordApi.Token))!.ShouldBeEmpty();
        foreach (var path in new[] { "gas-day?", "gas-day/report.xlsx?", "gas-day/report.pdf?", "gas-day/report.docx?", "gas-day/report.csv?" })
            (await foreign.Client.GetAsync($"/api/v1/reports/{path}{query}", RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);

        // The API says the same, and the other files are what they are called.
        var answer = await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/reports/gas-day?{query}", RecordApi.Token);
        var cell = answer.GetProperty("tables")[0].GetProperty("rows")[5][2];
        (cell.GetProperty("value").GetDouble(), cell.GetProperty("text").GetString(), cell.GetProperty("kind").GetString()).ShouldBe((80, "80.00▲", "Over"));
        (await officer.Client.GetByteArrayAsync($"/api/v1/reports/gas-day/report.pdf?{query}", RecordApi.Token)).Take(5).ShouldBe("%PDF-"u8.ToArray());
        (await officer.Client.GetStringAsync($"/api/v1/reports/gas-day/report.csv?{query}", RecordApi.Token)).ShouldContain("05:00,60.00,80.00▲,2.1600,36000,12.00");
        (await officer.Client.GetByteArrayAsync($"/api/v1/reports/gas-day/report.docx?{query}", RecordApi.Token)).Take(2).ShouldBe("PK"u8.ToArray());
        // The month has this day as its line; 22 · 1.08 + 2.16, and the hour of calibration by rule or not at all.
        var month = await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/reports/gas-month?subject={park.Point}&period={day[..7]}", RecordApi.Token);
        month.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().Single(row => row[0].GetProperty("text").GetString() == day[5..])[1].GetProperty("text").GetString().ShouldBe("31.30");

        // The park's own form: filled with the day's figures, and not before every name in it is known.
        var form = (await server.Client.Post("report-forms", new { name = $"我园日报 {park.Mn}", report = "gas-day" }).Saved()).Id();
        var own = $"/api/v1/reports/gas-day/forms/{form}?{query}";
        (await officer.Client.GetAsync(own, RecordApi.Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("还没有上传");
        await Attach(server.Client, form, new Dictionary<string, object> { ["A"] = "{{小时均值.时间}}", ["B"] = "{{小时均值.没有的列}}" });
        (await officer.Client.GetAsync(own, RecordApi.Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("Sheet1!B2 {{小时均值.没有的列}}");
        await Attach(server.Client, form, new Dictionary<string, object> { ["A"] = "{{小时均值.时间}}", ["B"] = "{{小时均值.二氧化硫折算}}" });
        using (var filled = new MemoryStream(await officer.Client.GetByteArrayAsync(own, RecordApi.Token)))
            filled.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.ToList()).ElementAt(6).ShouldBe(["05:00", 80.0]);
        (await foreign.Client.GetAsync(own, RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Bad input.
        await Refused(officer.Client, "gas-day?subject=999999999&period=" + day, HttpStatusCode.NotFound, "没有编号为“999999999”的排口");
        await Refused(officer.Client, $"gas-day?subject={park.Point}&period=2020-01-01", HttpStatusCode.NotFound, "没有小时数据");
        await Refused(officer.Client, $"gas-day?subject={park.Point}&period=2016-01-01..2026-01-01", HttpStatusCode.BadRequest, "按日出");
        await Refused(officer.Client, $"gas-day?period={day}", HttpStatusCode.BadRequest, "请选择排口");
        await Refused(officer.Client, $"no-such?{query}", HttpStatusCode.NotFound, "没有这份报表");
    }

    private static async Task Refused(HttpClient client, string path, HttpStatusCode status, string told) =>
        (await client.GetAsync("/api/v1/reports/" + path, RecordApi.Token).Refused(status)).GetProperty("detail").GetString()!.ShouldContain(told);

    private static async Task<string> Name(TestServer server, OutletPark park) =>
        (await server.Get<List<JsonElement>>("/api/v1/reports/gas-day/subjects")).Single(one => one.GetProperty("key").GetString() == $"{park.Point}").GetProperty("fullName").GetString()!;

    private static async Task Attach(HttpClient client, int form, Dictionary<string, object> row)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(new[] { row }, cancellationToken: RecordApi.Token);
        await client.PostAsync($"/api/v1/records/report-forms/{form}/attachments", new MultipartFormDataContent { { new ByteArrayContent(file.ToArray()), "file", "日报.xlsx" } }, RecordApi.Token).Saved();
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>What a laboratory found at an outlet beside what its instrument sent in the same hours.</summary>
public sealed class ComparisonTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Samples_are_paired_with_their_hours_and_a_failure_becomes_a_check(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        await using var park = await OutletPark.Water(server);
        // Four hours: the last is flagged, so that its sample has no pair.
        foreach (var (hour, value) in new[] { (8, 60.0), (9, 62), (10, 64) })
            await park.Hour(hour, string.Create(CultureInfo.InvariantCulture, $"w01018-Avg={value},w01018-Flag=N;w00000-Avg=5,w00000-Flag=N"));
        await park.Hour(11, "w01018-Avg=66,w01018-Flag=D;w00000-Avg=5,w00000-Flag=N");
        await park.Arrived("w01018", 4);
        var permit = (await server.Get<JsonElement>($"/api/v1/records/permit-outlets/?f.enterpriseId={park.Enterprise}")).GetProperty("items")[0].Id();
        var point = (await client.Post("manual-points", new { enterpriseId = park.Enterprise, code = "DW001", name = "总排口 " + park.Mn, kind = "废水", permitOutletId = permit }).Saved()).Id();
        var report = (await client.Post("manual-reports", new { enterpriseId = park.Enterprise, number = "BD-" + park.Mn, kind = "自行监测" }).Saved()).Id();
        // One of them in another unit of the same kind: it is the same series.
        foreach (var (at, reported, unit) in new[] { ("08:20", "38", "mg/L"), ("09:20", "40000", "μg/L"), ("10:59", "42", "mg/L"), ("11:20", "44", "mg/L"), ("08:40", "<4", "mg/L") })
            await client.Post("manual-samples", new { enterpriseId = park.Enterprise, reportId = report, pointId = point, factor = "w01018", at = $"{OutletPark.Day(0)} {at}", reported, unit }).Saved();
        var address = $"/api/v1/manual/comparison?year={OutletPark.First.Year}&enterprise={park.Enterprise}";
        (await client.GetStringAsync(address, Token)).ShouldBe("[]", "a draft counts nowhere");
        using var officer = await RecordApi.SignedIn(server, $"cmp-o-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        await officer.Client.PostAsync($"/api/v1/manual/reports/{report}/submit", null, Token).Saved();

        // 40 against 62: 55 %, at 30 to 60 mg/L 30 % are allowed.
        var row = (await server.Get<JsonElement>(address)).EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("pairs").GetInt32(), row.GetProperty("below").GetInt32(), row.GetProperty("manual").GetDouble(), row.GetProperty("automatic").GetDouble(), row.GetProperty("error").GetString(), row.GetProperty("tolerance").GetString(), row.GetProperty("state").GetString())
            .ShouldBe((3, 1, 40, 62, "55 %", "±30 %", "不合格"));
        row.GetProperty("basis").GetString()!.ShouldContain("待核对");
        using var stranger = await RecordApi.SignedIn(server, $"cmp-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());
        (await stranger.Client.GetStringAsync(address, Token)).ShouldBe("[]");
        if (database != Database.Sqlite)
            return;

        await using var window = await chromium.Open(server, $"/manual/comparison?year={OutletPark.First.Year}&enterprise={park.Enterprise}");
        await window.Page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("不合格") }).GetByRole(AriaRole.Link, new() { Name = "登记为比对核查" }).ClickAsync();
        await Expect(window.Page.GetByLabel("仪器读数 *")).ToHaveValueAsync("62");
        await Expect(window.Page.GetByLabel("标准值 *")).ToHaveValueAsync("40");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex(@"/records/instrument-checks/\d+$"));
        await Expect(window.Page.GetByText("不合格").First).ToBeVisibleAsync();
    }
}

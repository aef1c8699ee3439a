using System.Net;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd;

/// <summary>A module that only the list of a host names (tests/Sample) has its records, alarms, job, page, tile and report; the product has nothing of it.</summary>
public sealed class SampleTests(Chromium chromium, Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_module_brings_everything_it_needs(Database database)
    {
        await using var server = await ServerProcess.StartHost(ServerProcess.Sample, database == Database.Postgres ? TestPostgres.NewDatabase() : null);
        var enterprise = await server.Client.NewEnterprise();
        var yesterday = FormattableString.Invariant($"{DateTime.UtcNow.AddHours(8).AddDays(-1):yyyy-MM-dd}");

        // Record, job and alarm.
        var visit = (await server.Client.Post("site-visits", new { enterpriseId = enterprise, title = "危废仓库巡查", due = yesterday }).Saved()).Id();
        var alarm = (await Api.Until(Alarms, found => found.Count > 0)).ShouldHaveSingleItem();
        (Text(alarm, "title"), Text(alarm, "recordType"), alarm.GetProperty("recordId").GetInt32(), alarm.GetProperty("enterpriseId").GetInt32(), Text(alarm, "category"))
            .ShouldBe(("巡查逾期 · 危废仓库巡查", "site-visits", visit, enterprise, "visits"));
        alarm.GetProperty("interval").ValueKind.ShouldBe(JsonValueKind.Null);

        // Report.
        (await server.Get<List<JsonElement>>("/api/v1/reports/")).Select(one => Text(one, "key")).ShouldContain("site-visits");
        (await server.Get<JsonElement>("/api/v1/reports/site-visits")).GetProperty("tables")[0].GetProperty("rows")[0].EnumerateArray().Select(cell => cell.GetProperty("text").GetString()).ShouldBe(["危废仓库巡查", yesterday]);

        // Tile, menu, page, and the alarm's page with its record.
        await using (var window = await chromium.Open(server, "/"))
        {
            await Expect(window.Find("[data-tile=逾期的巡查]")).ToContainTextAsync("1 次");
            await Expect(window.Find("nav").First).ToContainTextAsync("现场巡查");
            await window.Page.GotoAsync("/site-visits");
            await Expect(window.Find("[data-testid=visits] li")).ToHaveTextAsync(["危废仓库巡查"]);
            await window.Page.GotoAsync($"/alarms/records/visits");
            await Expect(window.Find("tbody tr", "危废仓库巡查")).ToContainTextAsync("巡查逾期");
            await window.Page.GotoAsync($"/alarms/{alarm.GetProperty("id").GetInt32()}");
            await Expect(window.Find($"a[href='/records/site-visits/{visit}']")).ToHaveTextAsync("危废仓库巡查");
            await Expect(window.Find("main")).ToContainTextAsync("到了计划的日期，没有巡查。");
        }

        // The alarm ends with the visit.
        await server.Client.Put("site-visits", visit, new { done = yesterday }).Saved();
        await Api.Until(Alarms, found => found[0].GetProperty("endedAt").ValueKind != JsonValueKind.Null);

        Task<List<JsonElement>> Alarms() => Items("/api/v1/alarms/?f.kind=VisitOverdue&f.state=all");
        async Task<List<JsonElement>> Items(string path) => [.. (await server.Get<JsonElement>(path)).GetProperty("items").EnumerateArray()];
    }

    [Fact]
    public async Task The_product_has_nothing_of_it()
    {
        var server = await servers.On(Database.Sqlite);
        using var records = await server.Client.GetAsync("/api/v1/records/site-visits/", RecordApi.Token);
        records.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var report = await server.Client.GetAsync("/api/v1/reports/site-visits", RecordApi.Token);
        report.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>What is handed in has a deadline in working days, waits for those who may decide, and has a time line; the director sees how it goes.</summary>
public sealed class FlowTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_an_enterprise_hands_in_waits_for_the_park_until_the_fifth_working_day(Database database)
    {
        var server = await servers.On(database);
        var own = await server.Client.NewEnterprise();
        using var officer = await RecordApi.SignedIn(server, $"flow-{own}-{database}".ToLowerInvariant(), "enterprise-officer", own);
        var project = $"扩建项目{own}";
        var handedIn = DateTime.UtcNow;
        await officer.Client.Post("enterprise-eias", new { project, kind = "报告书" }).Saved();

        var todo = (await Api.Until(() => Todos(server.Client), todos => todos.Exists(one => one.Title == project))).Single(one => one.Title == project);
        todo.What.ShouldBe("审核填报");
        // As the calendar says it for the day on which it was handed in; a day has passed where midnight lay between.
        var due = await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/flows/due?from={handedIn:O}&workingDays=5", Token);
        (todo.Due!.Value - due.GetProperty("due").GetDateTime()).TotalDays.ShouldBeInRange(0, 9);
        todo.Due.Value.Hour.ShouldBe(16); // Midnight in the park.
        (await Todos(officer.Client)).ShouldNotContain(one => one.Title == project); // It is not the enterprise's turn.

        var id = todo.Id;
        await server.Client.PostAsJsonAsync($"/api/v1/proposals/{id}/return", new { remark = " " }, Token).Refused(HttpStatusCode.BadRequest);
        await server.Client.PostAsJsonAsync($"/api/v1/proposals/{id}/return", new { remark = "请补批复" }, Token).Saved();
        (await Todos(officer.Client)).Single(one => one.Title == project).What.ShouldBe("修改被退回的填报");
        (await Todos(server.Client)).ShouldNotContain(one => one.Title == project);
        await server.Client.PostAsync($"/api/v1/proposals/{id}/approve", null, Token).Refused(HttpStatusCode.BadRequest);

        using var director = await RecordApi.SignedIn(server, $"director-{own}-{database}".ToLowerInvariant(), "director", null);
        var range = $"from={handedIn.AddMinutes(-1):O}&to={DateTime.UtcNow.AddMinutes(1):O}";
        var steps = (await director.Client.GetFromJsonAsync<JsonElement>($"/api/v1/flows/statistics?{range}", Token)).GetProperty("steps").EnumerateArray()
            .Where(step => step.GetProperty("flow").GetString() == "填报审核").ToDictionary(step => step.GetProperty("step").GetString()!, step => step);
        steps["退回"].GetProperty("timed").GetInt32().ShouldBeGreaterThan(0);
        steps["提交"].GetProperty("taken").GetInt32().ShouldBeGreaterThan(0);
        (await officer.Client.GetAsync($"/api/v1/flows/statistics?{range}", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await director.Client.GetAsync("/api/v1/flows/statistics?from=2026-02-01&to=2026-01-01", Token).Refused(HttpStatusCode.BadRequest);
        await director.Client.GetAsync("/api/v1/flows/due?from=2026-02-13T01:00:00Z&workingDays=0", Token).Refused(HttpStatusCode.BadRequest);
        var spring = await director.Client.GetFromJsonAsync<JsonElement>("/api/v1/flows/due?from=2026-02-13T01:00:00Z&workingDays=5", Token);
        spring.GetProperty("due").GetDateTime().ShouldBe(new DateTime(2026, 2, 27, 16, 0, 0, DateTimeKind.Utc)); // Spring Festival lies between.
    }

    [Fact]
    public async Task The_pages_show_the_deadline_the_time_line_and_how_it_goes()
    {
        var server = await servers.On(Database.Sqlite);
        var own = await server.Client.NewEnterprise();
        using var officer = await RecordApi.SignedIn(server, $"flow-page-{own}", "enterprise-officer", own);
        var project = $"迁建项目{own}";
        await officer.Client.Post("enterprise-eias", new { project, kind = "报告表" }).Saved();

        await using var park = await chromium.Open(server, "/todo");
        var row = park.Find("tbody tr", project);
        await Expect(row).ToContainTextAsync("审核填报");
        await Expect(row.Locator(".state")).ToContainTextAsync("剩");
        await row.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = project }).ClickAsync();
        await Expect(park.Page.GetByText("审核时限")).ToBeVisibleAsync();
        await Expect(park.Find("[data-testid=steps] tbody tr")).ToHaveCountAsync(1);
        await Expect(park.Find("[data-testid=steps]")).ToContainTextAsync("提交");
        await park.Page.GotoAsync("/flows?range=today");
        await Expect(park.Find("[data-testid=counts] tbody tr", "填报审核提交")).ToHaveCountAsync(1);

        // The notice of next year comes out in November: until it is entered, the page says so.
        await park.Page.GotoAsync("/records/calendar-days/new");
        await park.Page.GetByLabel("日期 *").Fill("2031-01-01");
        await park.Page.GetByLabel("安排 *").ClickAsync();
        await park.Page.Locator(".mud-list-item", new() { HasText = "放假" }).ClickAsync();
        await park.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(park.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "2031-01-01" })).ToBeVisibleAsync();
        var due = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/flows/due?from=2030-12-31T01:00:00Z&workingDays=1", Token);
        due.GetProperty("due").GetDateTime().ShouldBe(new DateTime(2031, 1, 2, 16, 0, 0, DateTimeKind.Utc));
    }

    private static async Task<List<Todo>> Todos(HttpClient client) => (await client.GetFromJsonAsync<PageOf<Todo>>("/api/v1/flows/todos?take=200", Token))!.Items.ToList();

    private sealed record Todo(int Id, string What, string Title, DateTime? Due);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>指派 to a department of the authority.</summary>
public sealed class DepartmentTests(Servers servers, Chromium chromium)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_alarm_given_to_a_department_is_a_to_do_of_its_people_and_of_nobody_else(Database database)
    {
        var server = await servers.On(database);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        await park.Send(device, Park.Now.AddSeconds(-60), 60);
        var alarm = await park.One(one => one.Kind == "OverLimit");
        var (air, water) = ($"大气科 {park.Mn}", $"水科 {park.Mn}");
        string User(string name) => $"dept-{name}-{park.Enterprise}-{database}".ToLowerInvariant();
        using var first = await RecordApi.SignedIn(server, User("a"), "duty-operator", null, water);
        using var second = await RecordApi.SignedIn(server, User("b"), "duty-operator", null, water);
        using var other = await RecordApi.SignedIn(server, User("c"), "duty-operator", null, air);
        using var none = await RecordApi.SignedIn(server, User("d"), "duty-operator", null);
        // In an enterprise the field is a position, whatever it is called.
        using var enterprise = await RecordApi.SignedIn(server, User("e"), "enterprise-officer", park.Enterprise, water);

        (await Assign("没有这个科").Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain("没有可用的账户");
        await Assign(water).Saved();

        foreach (var (who, isMember) in new[] { (first, true), (second, true), (other, false), (none, false), (enterprise, false) })
        {
            (await ToDos(who)).ShouldBe(isMember ? [alarm.Id] : []);
            if (isMember)
                await Api.Until(() => Messages(who), text => text.Contains($"/alarms/{alarm.Id}", StringComparison.Ordinal) && text.Contains("指派：", StringComparison.Ordinal));
        }

        // Whoever was to be told has been by now.
        foreach (var who in new[] { other, none, enterprise })
            (await Messages(who)).ShouldNotContain("指派：");
        if (database == Database.Sqlite)
        {
            foreach (var (who, isMember) in new[] { (first, true), (other, false) })
            {
                await using var window = await chromium.Open(server, "/todo", who.Cookies.GetCookies(server.Http));
                await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "我的待办" })).ToBeVisibleAsync();
                await Expect(window.Page.GetByText("指派给我的报警 1 条")).ToHaveCountAsync(isMember ? 1 : 0);
            }
        }

        // Given to one of them, it is the other's no more.
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        var account = (await admin.Client.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/?text={User("b")}", RecordApi.Token)).GetProperty("items").EnumerateArray().Single().Id();
        await server.Client.PostAsJsonAsync($"/api/v1/alarms/{alarm.Id}/assign", new { accountId = account }, RecordApi.Token).Saved();
        (await ToDos(first)).ShouldBeEmpty();
        (await ToDos(second)).ShouldBe([alarm.Id]);

        Task<HttpResponseMessage> Assign(string department) => server.Client.PostAsJsonAsync($"/api/v1/alarms/{alarm.Id}/assign", new { department }, RecordApi.Token);
    }

    private static async Task<IEnumerable<int>> ToDos(SignInClient who) =>
        (await who.Client.GetFromJsonAsync<JsonElement>("/api/v1/alarms/?f.assignee=me", RecordApi.Token)).GetProperty("items").EnumerateArray().Select(one => one.Id()).ToList();

    private static Task<string> Messages(SignInClient who) => who.Client.GetStringAsync("/api/v1/messages/?take=200", RecordApi.Token);
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>A fugitive source from its register to an inspection, a fault and its repair; and where a fence is blind.</summary>
public sealed class FugitiveTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_source_is_looked_at_in_time_or_told_of_and_so_is_what_was_wrong(Database database)
    {
        var server = await servers.On(database);
        var mark = Guid.NewGuid().ToString("N")[..8];
        var name = $"无组织{mark}公司";
        var enterprise = await server.Client.NewEnterprise(name);
        await server.Client.Put("enterprises", enterprise, new { longitude = 120.95, latitude = 32.05 }).Saved();
        using var officer = await RecordApi.SignedIn(server, $"fug-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", enterprise);
        using var stranger = await RecordApi.SignedIn(server, $"fug-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());

        var today = DateOnly.FromDateTime(Park.Now);
        string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await server.Client.Post("fugitive-sources", new { enterpriseId = enterprise, code = "V-1", name = "罐" + mark, kind = "储罐", material = "甲苯", control = "无控制措施", cycleMonths = 1, since = Text(today.AddMonths(-3)) }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("请在说明中写明原因");
        var source = (await server.Client.Post("fugitive-sources", new { enterpriseId = enterprise, code = "V-1", name = "罐" + mark, kind = "储罐", material = "甲苯", control = "浮顶", cycleMonths = 1, since = Text(today.AddMonths(-3)) }).Saved()).Id();
        // What an enterprise registers waits for the park.
        using (var own = await officer.Client.Post("fugitive-sources", new { enterpriseId = enterprise, code = "V-2", name = "池" + mark, kind = "其他", material = "氨", control = "加盖", cycleMonths = 1, since = Text(today) }))
            own.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var row = (await Sources(officer)).ShouldHaveSingleItem();
        (row.GetProperty("standing").GetString(), row.GetProperty("dueOn").GetString()).ShouldBe(("逾期未检", Text(today.AddMonths(-3).AddMonths(1))));
        (await Alarm("FugitiveNotInspected", 1)).Items[0].GetProperty("text").GetString()!.ShouldContain($"{name}罐{mark}（储罐）");
        (await Sources(stranger)).ShouldBeEmpty();

        // Wrong ones first; then one that finds a fault whose day has passed.
        foreach (var (values, words) in new (object, string)[]
        {
            (new { day = Text(today.AddDays(2)), verdict = "符合" }, "还没有到"), (new { day = Text(today.AddMonths(-4)), verdict = "符合" }, "才启用"), (new { day = Text(today), verdict = "不符合" }, "请写明问题"),
            (new { day = Text(today), verdict = "符合", tocIn = 8, tocOut = 9 }, "不是循环冷却水"),
        })
            (await officer.Client.Post("fugitive-inspections", With(values)).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain(words);
        var inspection = (await officer.Client.Post("fugitive-inspections", With(new { day = Text(today.AddDays(-3)), verdict = "不符合", fault = "浮盘密封损坏", dueOn = Text(today.AddDays(-1)) })).Saved()).Id();
        (await Alarm("FugitiveNotRemedied", 1)).Items[0].GetProperty("text").GetString()!.ShouldContain("发现“浮盘密封损坏”");
        await Alarm("FugitiveNotInspected", 0);
        row = (await Sources(officer)).Single();
        (row.GetProperty("open").GetInt32(), row.GetProperty("isOverdue").GetBoolean(), row.GetProperty("verdict").GetString()).ShouldBe((1, true, "不符合"));
        await officer.Client.Put("fugitive-inspections", inspection, new { doneOn = Text(today), remedy = "更换密封" }).Saved();
        await Alarm("FugitiveNotRemedied", 0);

        // One point at the fence, in the east: three quarters of the compass are blind.
        await server.Client.Post("manual-points", new { enterpriseId = enterprise, code = "厂界东", name = "厂界东" + mark, kind = "厂界无组织", standard = "GB 31571-2015", standardClass = "企业边界", longitude = 120.96, latitude = 32.05 }).Saved();
        var covered = (await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/manual/coverage?enterprise={enterprise}", Token)).EnumerateArray().ShouldHaveSingleItem();
        var blind = covered.GetProperty("coverage").GetProperty("blind").EnumerateArray().ShouldHaveSingleItem();
        (Math.Round(blind.GetProperty("from").GetDouble()), Math.Round(blind.GetProperty("to").GetDouble()), covered.GetProperty("isCentreKnown").GetBoolean()).ShouldBe((135, 45, true));
        (await stranger.Client.GetStringAsync($"/api/v1/manual/coverage?enterprise={enterprise}", Token)).ShouldBe("[]");

        if (database == Database.Sqlite)
            await InThePage(server, officer, mark);

        Dictionary<string, object?> With(object values)
        {
            var all = values.GetType().GetProperties().ToDictionary(one => one.Name, one => one.GetValue(values));
            (all["enterpriseId"], all["sourceId"], all["inspector"]) = (enterprise, source, "检查员");
            return all;
        }

        async Task<List<JsonElement>> Sources(SignInClient of) => [.. (await of.Client.GetFromJsonAsync<JsonElement>($"/api/v1/manual/sources?enterprise={enterprise}", Token)).EnumerateArray()];

        Task<PageOf<JsonElement>> Alarm(string type, int count) =>
            Api.Until(() => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state=open&f.kind={type}&q={Uri.EscapeDataString(name)}"), found => found.Total == count, TimeSpan.FromSeconds(90));
    }

    private async Task InThePage(TestServer server, SignInClient officer, string mark)
    {
        await using var window = await chromium.Open(server, "/manual/sources", officer.Cookies.GetCookies(server.Http));
        var page = window.Page;
        await Expect(window.Find("[data-testid=open]")).ToHaveTextAsync("0");
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("罐" + mark) }).GetByRole(AriaRole.Link, new() { Name = "登记检查" }).ClickAsync();
        await page.GetByLabel("检查人 *").Fill("张检查");
        await page.GetByLabel("结论 *").ClickAsync();
        await page.Locator(".mud-list-item").GetByText("符合", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".mud-popover-open .mud-list-item")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/records/fugitive-inspections/\d+$"));
        await page.GotoAsync("/manual/sources");
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"罐{mark}.*{Park.Now:yyyy-MM-dd}") })).ToBeVisibleAsync();
        await page.GotoAsync("/manual/coverage");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("厂界布点：135°–45°") })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "135°–45°" })).ToBeVisibleAsync();
    }
}

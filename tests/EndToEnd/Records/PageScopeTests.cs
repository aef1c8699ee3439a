using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>An enterprise in the browser: every page of its menu and every page of a thing of another, and nothing of the other is shown or sent to the browser.</summary>
public sealed class PageScopeTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_tells_of_another_enterprise_own_things_do_open_and_what_is_refused_in_an_open_page_is_logged()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await ScopePark.Build(server);
        using var walker = await RecordApi.SignedIn(server, $"pages-{park.Walker}", "enterprise-officer", park.Walker);
        await using var window = await chromium.Open(server, "/", walker.Cookies.GetCookies(server.Http));
        var sent = Sent(window.Page);
        await window.Page.ReloadAsync(); // Its socket is listened to from here on.
        var menu = await Menu(window);
        menu.Count.ShouldBeGreaterThan(5);
        var leaks = new List<string>();

        // Pages of the menu, with the numbers of another enterprise in every filter that pages know.
        var filters = $"?f.enterprise={park.Enterprise}&f.enterpriseId={park.Enterprise}&enterprise={park.Enterprise}&outlet={park.Others["outlets"]}&point={park.Others["points"]}&pointId={park.Others["points"]}&channel={park.Others["channels"]}";
        foreach (var page in menu)
            await Look(page + filters);
        // Pages of single things.
        List<string> foreign =
        [
            $"/enterprises/{park.Enterprise}", $"/alarms/{park.Others["alarms"]}", $"/proposals/{park.Others["proposals"]}", $"/monitor/devices/{park.Mn}", $"/monitor/history?point={park.Others["points"]}&channel={park.Others["channels"]}",
            .. new[] { "", "/curve", "/hours", "/exceedances", "/emissions", "/quota", "/forecast", "/instruments", "/transmission" }.Select(tab => $"/outlets/{park.Others["outlets"]}{tab}"),
            .. park.Records.SelectMany(one => new[] { $"/records/{one.Key}/{one.Value}", $"/records/{one.Key}/{one.Value}/edit" }),
        ];
        foreach (var page in foreign)
            await Look(page);
        leaks.ShouldBeEmpty();

        // The same walk finds what is the enterprise's own.
        (await Look($"/enterprises/{park.Walker}")).ShouldNotContain("没有这家企业");
        (await Look($"/outlets/{park.MovedPoint}")).ShouldNotContain("没有这个排口");
        (await Look($"/records/enterprise-contacts/{park.MovedRecord}")).ShouldContain("改名之后");
        leaks.ShouldBeEmpty();

        // Pages that were opened one after another in one circuit are no requests: what was refused there is in the log all the same.
        using var auditor = new SignInClient(server.Http);
        await auditor.SignIn("auditor", SignInClient.Password);
        var refused = await Api.Until(() => auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?action=拒绝&take=500", Token), found => Ids(found).Contains($"/outlets/{park.Others["outlets"]}"));
        Ids(refused).ShouldContain($"/enterprises/{park.Enterprise}");
        Ids(refused).ShouldContain($"/records/permits/{park.Records["permits"]}");

        async Task<string> Look(string address)
        {
            sent.Clear();
            await window.Page.GotoAsync(address);
            await Expect(window.Find("h1, .empty-state").First).ToBeVisibleAsync();
            await Expect(window.Find(".mud-skeleton")).ToHaveCountAsync(0);
            var text = await window.Find("body").InnerTextAsync();
            var bytes = string.Concat(sent.Select(Encoding.UTF8.GetString));
            leaks.AddRange(park.Secrets.Concat(park.FormerSecrets).Where(secret => text.Contains(secret, StringComparison.Ordinal) || bytes.Contains(secret, StringComparison.Ordinal))
                .Where(secret => !address.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{address}: {secret}"));
            return text;
        }

        static List<string?> Ids(JsonElement found) => [.. found.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("subjectId").GetString())];
    }

    private static ConcurrentBag<byte[]> Sent(IPage page)
    {
        var sent = new ConcurrentBag<byte[]>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => sent.Add(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        return sent;
    }

    /// <summary>All entries, also of chapters that are closed.</summary>
    private static async Task<IReadOnlyList<string>> Menu(Window window)
    {
        await Expect(window.Find("nav[aria-label=主菜单] a").First).ToBeAttachedAsync();
        return [.. (await window.Find("nav[aria-label=主菜单] a").EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href).pathname)")).Distinct()];
    }
}

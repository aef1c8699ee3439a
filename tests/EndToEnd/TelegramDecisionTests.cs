using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd;

/// <summary>Telegrams that the platform keeps and does not use are decided by people.</summary>
public sealed class TelegramDecisionTests(Servers servers, Chromium chromium)
{
    /// <summary>A clock three days fast: all of the device by arrival, the parts of a split telegram among them; what is decided stands over a replay, and the bytes stay.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Held_telegrams_are_accepted_with_the_right_time_or_discarded_with_a_reason(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn, new { tolerances = "LooseFields" }); // It cuts parts anywhere.
        await using var device = TestDevice.Connect(server.Gateway);
        var minute = now.Date.AddHours(now.Hour).AddMinutes(now.Minute / 10 * 10).AddMinutes(-20);
        byte[] Part(int number, string area) => TelegramWriter.Write(
            new Address(mn, "123456", ProtocolVersion.V2017, "32"), now.AddDays(3), CommandCode.MinuteData, area, wantsAnswer: true, packetCount: 2, packetNumber: number);
        byte[][] held =
        [
            TestDevice.RealTime(mn, now.AddDays(3), "w01018-Rtd=1.5,w01018-Flag=N"),
            Part(1, $"DataTime={minute.AddDays(3):yyyyMMddHHmmss};w01018-Avg=40"), Part(2, ".1,w01018-Flag=N;w21003-Avg=5,w21003-Flag=N"),
            TestDevice.RealTime(mn, now.AddHours(2), "w01018-Rtd=9,w01018-Flag=N", qn: now), // The clock is right, DataTime is not.
            TestDevice.RealTime(mn, now.AddHours(3), "w01018-Rtd=7,w01018-Flag=N", qn: now.AddSeconds(1)),
        ];
        foreach (var telegram in held)
        {
            await device.Send(telegram);
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        }

        var waiting = (await server.Get<List<JsonElement>>("/api/v1/telegrams/waiting")).Single(one => one.GetProperty("mn").GetString() == mn);
        waiting.GetProperty("telegrams").GetInt64().ShouldBe(5);
        (await Refused(server, $"/api/v1/telegrams/waiting/{mn}/accept", new { way = "ByArrival", reason = "" })).ShouldContain("请写明理由");

        var report = await server.Post<JsonElement>($"/api/v1/telegrams/waiting/{mn}/accept", new { way = "ByArrival", reason = "数采仪时钟快三天，已校时" });
        (report.GetProperty("decided").GetInt64(), report.GetProperty("left").GetInt64()).ShouldBe((3, 2));
        report.GetProperty("why").GetString()!.ShouldContain("晚于报文到达的时间");
        var one = (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem();
        (one.Value, one.Marks.Contains("TimeCorrected")).ShouldBe((1.5, true));
        (one.Time - Park.Utc(now)).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(30)); // What the line took.
        (await Api.Until(() => server.Readings(mn, "w21003", "Minute"), found => found.Count > 0)).ShouldHaveSingleItem().Time.ShouldBe(Park.Utc(minute));
        (await server.Readings(mn, "w01018", "Minute")).ShouldHaveSingleItem().Value.ShouldBe(40.1);

        // One by one.
        var left = await server.Telegrams($"mn={mn}&verdict=Held");
        var (late, wrong) = (left.Single(telegram => telegram.Text.Contains("=9,")), left.Single(telegram => telegram.Text.Contains("=7,")));
        await server.Post<JsonElement>($"/api/v1/telegrams/{late.Id}/accept", new { way = "ToTime", dataTime = now.AddMinutes(-5), reason = "DataTime 写成了下一时段" });
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 2)).ShouldContain(reading => reading.Value == 9 && reading.Time == Park.Utc(now.AddMinutes(-5)));
        await server.Post<JsonElement>($"/api/v1/telegrams/{wrong.Id}/discard", new { reason = "调试数据" });
        (await Refused(server, $"/api/v1/telegrams/{wrong.Id}/accept", new { way = "AsWritten", reason = "再想想" })).ShouldContain("可能已由他人处置");

        // A replay changes nothing of it, and the bytes are those that came.
        await server.Post<JsonElement>("/api/v1/telegrams/replay", new { mn });
        var after = await server.Telegrams($"mn={mn}&direction=Received");
        after.GroupBy(telegram => telegram.Verdict).ToDictionary(group => group.Key, group => group.Count()).ShouldBe(new Dictionary<string, int> { ["Accepted"] = 4, ["Discarded"] = 1 }, ignoreOrder: true);
        after.Select(telegram => Convert.ToHexString(telegram.Raw)).ShouldBe(held.Select(frame => Convert.ToHexString(TelegramSecrets.Masked(frame))), ignoreOrder: true);
        after.Single(telegram => telegram.Id == wrong.Id).Reason.ShouldContain("舍弃：调试数据");
        (await server.Readings(mn, "w01018")).Count.ShouldBe(2);
        (await server.Get<List<JsonElement>>("/api/v1/telegrams/waiting")).ShouldNotContain(device => device.GetProperty("mn").GetString() == mn);

        // Who decided what is in the audit log; enterprises decide nothing.
        using var auditor = new SignInClient(server.Http);
        await auditor.SignIn("auditor", SignInClient.Password);
        var audit = await auditor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit/?action={Uri.EscapeDataString("采纳报文")}&take=500");
        audit.GetProperty("items").EnumerateArray().ShouldContain(
            entry => entry.GetProperty("subjectId").GetString() == mn && entry.GetProperty("detail").GetString() == "按到达时间推算；理由：数采仪时钟快三天，已校时");
        using var enterprise = await RecordApi.SignedIn(server, $"decide-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        (await enterprise.Client.PostAsJsonAsync($"/api/v1/telegrams/{wrong.Id}/discard", new { reason = "与我无关" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Unknown_devices_and_held_telegrams_are_decided_on_the_pages()
    {
        var (server, mn, unknown, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send((byte[])[.. TestDevice.RealTime(mn, now.AddDays(-400), "w01018-Rtd=3,w01018-Flag=N", qn: now), .. TestDevice.RealTime(unknown, now, "w01018-Rtd=4,w01018-Flag=N")]);
        (await device.Receive()).ShouldNotBeNull();
        (await device.Receive()).ShouldNotBeNull();

        await using var window = await chromium.Open(server, "/monitor/telegrams");
        await window.Find("[data-testid=waiting-Held] tr", mn).GetByRole(AriaRole.Button, new() { Name = "处置" }).ClickAsync();
        await window.Page.GetByLabel("数据时间").ClickAsync();
        await window.Page.GetByText("时间无误，按原时间入库").ClickAsync();
        await window.Page.GetByLabel("理由").FillAsync("一年前的补传");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "采纳入库" }).ClickAsync();
        await Expect(window.Page.GetByText("已采纳 1 条")).ToBeVisibleAsync();
        await Expect(window.Find("[data-testid=waiting-Held] tr", mn)).ToHaveCountAsync(0);
        (await server.Telegrams($"mn={mn}&direction=Received")).ShouldHaveSingleItem().Reason.ShouldContain("采纳（按原时间）：一年前的补传");

        await window.Page.GotoAsync("/monitor/devices");
        await window.Find("[data-testid=unknown] tr", unknown).GetByRole(AriaRole.Button, new() { Name = "舍弃" }).ClickAsync();
        await window.Page.GetByLabel("理由").FillAsync("不是本园区的设备");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "舍弃" }).ClickAsync();
        await Expect(window.Find("[data-testid=unknown] tr", unknown)).ToHaveCountAsync(0);
        (await server.Telegrams($"mn={unknown}")).ShouldHaveSingleItem().Verdict.ShouldBe("Discarded");
    }

    private static async Task<string> Refused(ServerProcess server, string path, object input)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, input);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString()!;
    }
}

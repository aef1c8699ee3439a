using System.Net;
using System.Net.Http.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>What people do with an alarm, and what a power cut does to it.</summary>
public sealed class AlarmLifeTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Of_two_people_who_acknowledge_at_once_the_second_is_told(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);
        var id = (await park.One(_ => true)).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => park.Server.Client.PostAsync($"/api/v1/alarms/{id}/acknowledge", null, Token)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await refused.Content.ReadAsStringAsync(Token)).ShouldContain("已由本机操作员");
        }

        (await park.Steps(id)).Count(step => step.Action == "确认").ShouldBe(1);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_alarm_goes_through_explanation_and_review_to_its_end_and_every_step_is_audited(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        using var enterprise = await RecordApi.SignedIn(park.Server, $"ehs-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        await using var device = park.Connect();
        await park.Send(device, Park.Now.AddSeconds(-30), 60);
        var id = (await park.One(_ => true)).Id;

        await Step("close", new { }).Refused(HttpStatusCode.BadRequest); // It still lasts.
        await park.Send(device, Park.Now, 20);
        await park.One(alarm => alarm.EndedAt is not null);
        await Step("close", new { }).Refused(HttpStatusCode.BadRequest); // Nobody has handled it.
        await Step("acknowledge", new { }).Saved();
        await Step("request-explanation", new { due = DateTime.UtcNow.AddDays(1), remark = "请说明原因" }).Saved();
        (await enterprise.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/acknowledge", new { }, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await enterprise.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/explain", new { text = "" }, Token).Refused(HttpStatusCode.BadRequest);
        await enterprise.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/explain", new { text = "调节池液位过高" }, Token).Saved();
        await Step("review", new { isAccepted = false }).Refused(HttpStatusCode.BadRequest); // Why, it must say.
        await Step("review", new { isAccepted = false, remark = "请附运行记录" }).Saved();
        await enterprise.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/explain", new { text = "调节池液位过高，运行记录见附件" }, Token).Saved();
        await Step("handle", new { reason = "治污设施故障", measures = "已更换曝气头" }).Saved();
        await Step("close", new { }).Refused(HttpStatusCode.BadRequest); // The explanation waits for its review.
        await Step("review", new { isAccepted = true }).Saved();
        await Step("close", new { }).Saved();
        await Step("acknowledge", new { }).Refused(HttpStatusCode.Conflict);

        (await park.Steps(id)).Select(step => step.Action).ShouldBe(["报警", "恢复", "确认", "要求说明", "提交说明", "说明退回", "提交说明", "处置", "说明通过", "关闭"]);
        using var auditor = new SignInClient(park.Server.Http);
        await auditor.SignIn("auditor", SignInClient.Password);
        var audit = await auditor.Client.GetStringAsync($"/api/v1/audit?subject={Uri.EscapeDataString("报警")}&subjectId={id}", Token);
        foreach (var word in new[] { "确认人", "处置情况", "说明内容", "关闭人" })
            audit.ShouldContain(word);

        // A new episode after the close is a new alarm.
        await park.Send(device, Park.Now.AddSeconds(30), 61);
        await Api.Until(park.Alarms, alarms => alarms.Count == 2);

        Task<HttpResponseMessage> Step(string step, object body) => park.Server.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/{step}", body, Token);
    }

    [Fact]
    public async Task Nobody_reacts_an_explanation_is_overdue_and_a_shelf_ends_each_told_once()
    {
        var park = await AlarmPark.Build(await servers.On(Database.Sqlite));
        await park.Server.Client.Post("alarm-rules", new { name = $"上报 {park.Mn}", kind = "超标", pointName = park.PointName, escalateMinutes = 0.1 }).Saved();
        await park.Known();
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);
        var id = (await park.One(_ => true)).Id;
        await Step("request-explanation", new { due = DateTime.UtcNow.AddSeconds(3), remark = "请说明" }).Saved();
        await Api.Until(() => park.Steps(id), steps => steps.Exists(step => step.Action == "上报") && steps.Exists(step => step.Action == "说明逾期"), TimeSpan.FromSeconds(40));
        await Step("shelve", new { until = DateTime.UtcNow.AddSeconds(2), why = "检修" }).Saved();
        await Api.Until(() => park.Steps(id), steps => steps.Exists(step => step.Action == "搁置到期"), TimeSpan.FromSeconds(40));
        await Task.Delay(TimeSpan.FromSeconds(6), Token); // One more round of the clock.

        (await park.Steps(id)).Select(step => step.Action).Order().ShouldBe(new[] { "报警", "要求说明", "上报", "说明逾期", "搁置", "搁置到期" }.Order());

        Task<HttpResponseMessage> Step(string step, object body) => park.Server.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/{step}", body, Token);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_foreign_enterprise_sees_nothing_of_an_alarm(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        var other = await park.Server.Client.NewEnterprise();
        using var foreign = await RecordApi.SignedIn(park.Server, $"far-{other}-{database}".ToLowerInvariant(), "enterprise-officer", other);
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);
        var id = (await park.One(_ => true)).Id;

        (await foreign.Client.GetAsync($"/api/v1/alarms/{id}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await foreign.Client.GetStringAsync($"/api/v1/alarms/{id}/steps", Token)).ShouldBe("[]");
        (await foreign.Client.GetStringAsync("/api/v1/alarms/", Token)).ShouldNotContain(park.EnterpriseName);
        await foreign.Client.PostAsJsonAsync($"/api/v1/alarms/{id}/explain", new { text = "冒名" }, Token).Refused(HttpStatusCode.NotFound);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_power_cut_in_the_middle_of_an_alarm_neither_doubles_nor_loses_it(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-alarm-").FullName;
        var (postgres, gateway) = (database == Database.Postgres ? TestPostgres.NewDatabase() : null, TestServer.FreePort());
        var start = Park.Now.AddMinutes(-3);
        AlarmPark park;
        int id;
        await using (var first = await ServerProcess.Start(folder, postgres, gateway))
        {
            park = await AlarmPark.Build(first);
            await using var device = park.Connect();
            await park.Send(device, start, 60);
            await park.Send(device, start.AddSeconds(30), 75);
            id = (await park.One(_ => true)).Id;
            first.Kill();
        }

        await using (var second = await ServerProcess.Start(folder, postgres, gateway))
        {
            park.Server = second;
            await using var device = park.Connect();
            await park.Send(device, start.AddSeconds(60), 65);
            // Acknowledged telegrams whose alarm could not be written any more: what they show is found after the restart.
            await park.Send(device, start.AddSeconds(90), 20);
            await device.Send(TestDevice.RealTime(park.Mn, start.AddSeconds(120), "w01018-Rtd=130,w01018-Flag=N", Park.Now.AddSeconds(5)));
            (await device.Receive()).ShouldNotBeNull();
            second.Kill();
        }

        await using var third = await ServerProcess.Start(folder, postgres, gateway);
        park.Server = third;
        var again = await park.Alarm(one => one.Raises == 2);
        (again.Id, again.WorstValue, again.EndedAt, again.Level).ShouldBe((id, 130, null, "Red"));
        (await park.Alarms()).ShouldHaveSingleItem();
        Directory.Delete(folder, recursive: true);
    }
}

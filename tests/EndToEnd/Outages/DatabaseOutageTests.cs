using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Simulator;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Outages;

/// <summary>The database may go away: it costs unanswered telegrams and an honest line, never the process.</summary>
public sealed class DatabaseOutageTests(Chromium chromium)
{
    /// <summary>For the longer ones of docs/operations.md: seconds, from the environment.</summary>
    public static TheoryData<int> Seconds() =>
        [5, 60, .. int.TryParse(Environment.GetEnvironmentVariable("ECOPARK_TEST_OUTAGE_SECONDS"), out var longer) ? new[] { longer } : []];

    [Theory, MemberData(nameof(Seconds))]
    public async Task PostgreSQL_stopped_under_load_nothing_acknowledged_is_lost_and_everything_goes_on_by_itself(int seconds)
    {
        await using var postgres = await PrivatePostgres.Begin();
        await using var server = await ServerProcess.Start(postgres: postgres.Connection);
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        await using var load = await OutageLoad.Begin(server);

        await postgres.Stop();
        var stoppedAt = DateTime.UtcNow;
        await load.Stands();
        var answered = load.SoFar;
        (await Status(server, "/health/live")).ShouldBe(HttpStatusCode.OK);
        await Api.Until(() => Status(server, "/health/ready"), status => status == HttpStatusCode.ServiceUnavailable);
        await SaysSo(server);
        await Task.Delay(stoppedAt.AddSeconds(seconds) - DateTime.UtcNow is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, TestContext.Current.CancellationToken);
        load.SoFar.ShouldBe(answered, "what is not durable must not be answered");

        await postgres.Start();
        await load.Goes(TimeSpan.FromSeconds(20));
        await Api.Until(() => Status(server, "/health/ready"), status => status == HttpStatusCode.OK);
        // Every job has succeeded since, or waits for its time; none is left failing.
        var jobs = await Api.Until(() => Jobs(admin), all => all.All(job => job.FailuresInRow == 0));
        jobs.Count(job => job.SucceededAt > stoppedAt.AddSeconds(seconds)).ShouldBeGreaterThan(10);
        await Ended(load, server.Folder, postgres.Connection);
    }

    [Fact]
    public async Task PostgreSQL_crashing_and_cutting_every_connection_under_load_loses_and_doubles_nothing()
    {
        await using var postgres = await PrivatePostgres.Begin();
        await using var server = await ServerProcess.Start(postgres: postgres.Connection);
        await using var load = await OutageLoad.Begin(server);
        for (var round = 0; round < 8; round++)
        {
            await postgres.Cut();
            await load.Goes(TimeSpan.FromSeconds(30));
        }

        await postgres.Crash();
        await postgres.Start();
        await load.Goes(TimeSpan.FromSeconds(30));
        (await Status(server, "/health/live")).ShouldBe(HttpStatusCode.OK);
        await Ended(load, server.Folder, postgres.Connection);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_full_disk_stops_the_answers_and_nothing_else(Database database)
    {
        using var disk = TinyDisk.Mount(database == Database.Sqlite ? 64 : 320);
        await using var postgres = database == Database.Postgres ? await PrivatePostgres.Begin(Path.Combine(disk.Folder, "pg"), "-c shared_buffers=32MB -c max_wal_size=64MB -c min_wal_size=32MB") : null;
        var data = database == Database.Sqlite ? disk.Folder : Directory.CreateTempSubdirectory("ecopark-full-").FullName;
        await using var server = await ServerProcess.Start(data, postgres?.Connection);
        await using var load = await OutageLoad.Begin(server);

        disk.Fill();
        await load.Stands();
        var answered = load.SoFar;
        (await Status(server, "/health/live")).ShouldBe(HttpStatusCode.OK);
        await Api.Until(() => Status(server, "/health/ready"), status => status == HttpStatusCode.ServiceUnavailable);
        load.SoFar.ShouldBe(answered);

        disk.Free();
        await load.Goes(TimeSpan.FromSeconds(60));
        await Api.Until(() => Status(server, "/health/ready"), status => status == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        await Ended(load, data, postgres?.Connection);
    }

    [Fact]
    public async Task Open_pages_say_that_the_database_is_away_and_go_on_by_themselves()
    {
        await using var postgres = await PrivatePostgres.Begin();
        await using var server = await ServerProcess.Start(postgres: postgres.Connection);
        await using var window = await chromium.Open(server, "/monitor/devices");
        await Expect(window.Find("h1")).ToHaveTextAsync("数采仪与点位");

        await postgres.Stop();
        await Expect(window.Find(".database-banner")).ToContainTextAsync("数据库暂时不可用，数据截至");
        await Expect(window.Find(".stale-line")).ToContainTextAsync("暂时无法刷新");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "上级平台转发" }).ClickAsync();
        await Expect(window.Find("main")).ToContainTextAsync("恢复后本页自动重新打开");

        await postgres.Start();
        await Expect(window.Find(".database-banner")).ToHaveCountAsync(0);
        await Expect(window.Find("h1")).ToHaveTextAsync("上级平台转发");
        await Expect(window.Page.GetByText("还没有登记上级平台")).ToBeVisibleAsync();
    }

    private static async Task SaysSo(ServerProcess server)
    {
        using var program = await server.Client.GetAsync("/api/v1/devices/");
        program.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = await program.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("database-unavailable");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/monitor/live") { Headers = { { "Accept", "text/html" } } };
        using var page = await server.Client.SendAsync(asked);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var text = await page.Content.ReadAsStringAsync();
        text.ShouldContain("数据库暂时不可用，数据截至");
        text.ShouldNotContain("   at ");
    }

    private static async Task Ended(OutageLoad load, string folder, string? postgres)
    {
        await load.Stop();
        await TelegramAudit.ShouldHoldOnce(load.Acknowledged, LoadGenerator.FactorCodes.Count, folder, postgres);
    }

    private static async Task<HttpStatusCode> Status(ServerProcess server, string path)
    {
        using var answer = await server.Client.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<List<JobRow>> Jobs(SignInClient admin)
    {
        using var answer = await admin.Client.GetAsync("/api/v1/operation");
        if (!answer.IsSuccessStatusCode)
            return [new JobRow("the page itself", 1, null)];
        var state = await answer.Content.ReadFromJsonAsync<JsonElement>(Api.Json);
        return state.GetProperty("nodes")[0].GetProperty("jobs").Deserialize<List<JobRow>>(Api.Json)!;
    }

    private sealed record JobRow(string Name, int FailuresInRow, DateTime? SucceededAt);
}

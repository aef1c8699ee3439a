using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outages;

/// <summary>The database may go away: it costs unanswered telegrams and an honest line, never the process.</summary>
public sealed class DatabaseOutageTests
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
        (await server.Status("/health/live")).ShouldBe(HttpStatusCode.OK);
        await Api.Until(() => server.Status("/health/ready"), status => status == HttpStatusCode.ServiceUnavailable);
        await SaysSo(server);
        await Task.Delay(stoppedAt.AddSeconds(seconds) - DateTime.UtcNow is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, TestContext.Current.CancellationToken);
        load.SoFar.ShouldBe(answered, "what is not durable must not be answered");

        await postgres.Start();
        await load.Goes(TimeSpan.FromSeconds(20));
        await Api.Until(() => server.Status("/health/ready"), status => status == HttpStatusCode.OK);
        // Every job has succeeded since, or waits for its time; none is left failing.
        var jobs = await Api.Until(() => Jobs(admin), all => all.All(job => job.FailuresInRow == 0));
        jobs.Count(job => job.SucceededAt > stoppedAt.AddSeconds(seconds)).ShouldBeGreaterThan(10);
        await load.ShouldBeThereOnce(server.Folder, postgres.Connection);
    }

    private static async Task SaysSo(TestServer server)
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

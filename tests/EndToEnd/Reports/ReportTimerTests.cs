using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Alarms;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Records;
using EcoPark.Reports.Timers;
using EcoPark.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.EndToEnd.Reports;

/// <summary>定时报表: what became due while nothing ran is made up for, once; a mail that is refused is tried again; a new day brings the next.</summary>
public sealed partial class ReportTimerTests
{
    private const string Daily = "每日废水";
    private const string Occasion = "超标即报";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_daily_report_is_made_once_a_day_over_a_restart_and_a_refused_mail(Database database)
    {
        var (data, files) = (Directory.CreateTempSubdirectory("ecopark-timers-").FullName, Directory.CreateTempSubdirectory("ecopark-reports-").FullName);
        using var mail = new MailSink(refusals: 1);
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        await using (var server = await Start(new ShiftedClock()))
        {
            await using var park = await OutletPark.Water(server);
            // Three whole days lie behind: the first has data, two that are told to lack all; of the day before them there is nothing to tell.
            for (var hour = 0; hour < 24; hour++)
                await park.Hour(hour, "w01018-Avg=30,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
            await park.Arrived("w01018", 24);
            await park.Rebuild();

            // What cannot be is told at the field.
            object Timer(string report, string every, string subject = "", string to = "wang@example.cn") => new { name = Daily, report, every, subject, firstDay = OutletPark.Day(-1), at = "00:05", mail = to, isToFolder = true, format = "Excel", role = "值班员" };
            (await server.Client.Post("report-timers", Timer("water-month", "每日")).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("按月出");
            (await server.Client.Post("report-timers", Timer("water-day", "每日", "没有的排口")).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("没有名为");
            (await server.Client.Post("report-timers", Timer("water-day", "每日", to: "王")).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("不是邮件地址");
            await server.Client.Post("report-timers", Timer("water-day", "每日", $"排口 {park.Mn}")).Saved();
            server.Services.GetRequiredService<ReportTimerJob>().Wake();
            await Api.Until(() => Runs(server), runs => runs.Count(run => !run.StartsWith("Waiting", StringComparison.Ordinal)) == 4);
            var runs = await Runs(server);
            foreach (var (run, day) in runs.Zip([2, 1, 0]))
                run.ShouldStartWith($"Issued {OutletPark.Day(day)}");
            runs[3].ShouldStartWith($"NoData {OutletPark.Day(-1)}");

            // What is above its limit is reported at once, with the day that it happened on, and once however often it happens on that day.
            (await server.Client.Post("report-timers", new { name = Occasion, report = "water-month", every = "超标时" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("不能超标时出");
            await server.Client.Post("report-timers", new { name = Occasion, report = "water-day", every = "超标时" }).Saved();
            await park.Hour(26, "w01018-Avg=80,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
            await park.Hour(28, "w01018-Avg=30,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
            await park.Hour(30, "w01018-Avg=90,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
            await Api.Until(() => server.Get<JsonElement>($"/api/v1/alarms/?f.kind=OverLimit&f.enterprise={park.Enterprise}"), found => found.GetProperty("items").EnumerateArray().Any(alarm => alarm.GetProperty("count").GetInt32() == 2));
            server.Services.GetRequiredService<ReportTimerJob>().Wake();
            (await Api.Until(() => Runs(server, Occasion), found => found.Count > 0 && !found[0].StartsWith("Waiting", StringComparison.Ordinal))).Single().ShouldStartWith($"Issued {OutletPark.Day(1)}");
        }

        // Down for a day and more: what became due meanwhile is made up for, what was made is not made again, and the mail that was refused arrives.
        var clock = new ShiftedClock();
        await using (var server = await Start(clock))
        {
            // Only now: a silo that has been ahead of the machine from its beginning would take itself for dead.
            clock.Ahead = TimeSpan.FromDays(1);
            await server.SignInAgain();
            server.Services.GetRequiredService<ReportTimerJob>().Wake();
            await Api.Until(() => Runs(server), runs => runs.Count(run => !run.StartsWith("Waiting", StringComparison.Ordinal)) == 5);
            (await Runs(server))[0].ShouldStartWith($"Issued {OutletPark.Day(3)}");
            (await server.Get<JsonElement>("/api/v1/reports/archive")).GetProperty("total").GetInt32().ShouldBe(5);
            // The alarm of the day before has been looked at again, and made nothing new.
            (await Runs(server, Occasion)).Count.ShouldBe(1);
            // At least once: one that was on its way when the clock was moved may be sent again.
            await Api.Until(() => Task.FromResult(mail.Mails.ToArray()), mails => mails.Select(one => Subject().Match(one.Message).Value).Distinct().Count() == 4);
            mail.Refused.ShouldBe(1);
            mail.Mails.ShouldAllBe(one => one.To == "wang@example.cn" && one.Message.Contains("spreadsheetml", StringComparison.Ordinal));
            await Api.Until(() => Task.FromResult(Directory.GetFiles(files, "*.xlsx", SearchOption.AllDirectories)), found => found.Length == 4);
            var messages = (await server.Get<JsonElement>("/api/v1/messages")).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()).ToList();
            messages.ShouldContain($"每日废水：{OutletPark.Day(0)}");
        }

        Task<ServerHost> Start(ShiftedClock clock) => ServerHost.StartAt(
            clock, data, postgres, $"--EcoPark:Reports:Folder={files}", "--EcoPark:Notifications:Mail:Host=127.0.0.1", $"--EcoPark:Notifications:Mail:Port={mail.Port}", "--EcoPark:Notifications:Mail:Security=None",
            "--EcoPark:Notifications:Mail:From=park@park.example");

        async Task<IReadOnlyList<string>> Runs(TestServer server, string timer = Daily) =>
            [.. (await server.Get<JsonElement>("/api/v1/reports/timers/runs?take=100")).GetProperty("items").EnumerateArray().Where(run => run.GetProperty("timer").GetString() == timer).Select(run => $"{run.GetProperty("state").GetString()} {run.GetProperty("period").GetString()} {run.GetProperty("outcome").GetString()}")];
    }

    [GeneratedRegex("^Subject: .*(\\r?\\n[ \\t].*)*", RegexOptions.Multiline)]
    private static partial Regex Subject();
}

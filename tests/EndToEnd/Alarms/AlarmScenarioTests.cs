using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>What telegrams on the socket make of alarms. Limits and expected numbers are worked out by hand from the limit of 50 mg/L.</summary>
public sealed class AlarmScenarioTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_exceedance_is_one_alarm_however_many_readings_show_it(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        var start = Park.Now.AddMinutes(-4);
        await using var device = park.Connect();
        await park.Send(device, start, 40);
        await park.Send(device, start.AddSeconds(30), 60);
        var raised = await park.One(_ => true);
        (raised.Kind, raised.Interval, raised.Level, raised.State).ShouldBe(("OverLimit", "RealTime", "Orange", "Raised"));
        (raised.FirstValue, raised.Limit, raised.EnterpriseId, raised.Point).ShouldBe((60, 50, park.Enterprise, park.PointName));
        raised.FirstAt.ShouldBe(Park.Utc(start.AddSeconds(30)));
        raised.TimesOver!.Value.ShouldBe(0.2, 1e-9); // 60 / 50 − 1
        raised.Basis.ShouldContain("GB 31572-2015");

        // Twice the limit and more is one level more urgent.
        await park.Send(device, start.AddSeconds(60), 120);
        await park.One(alarm => alarm.Level == "Red");
        // Within the dead band of 2 % (49 … 50) it is not over yet.
        await park.Send(device, start.AddSeconds(90), 49.5);
        // Marked as maintenance it says nothing.
        await park.Send(device, start.AddSeconds(105), 10, "M");
        await park.Send(device, start.AddSeconds(120), 30);
        var ended = await park.One(alarm => alarm.EndedAt is not null);
        (ended.EndedAt, ended.WorstValue, ended.Count, ended.State).ShouldBe((Park.Utc(start.AddSeconds(120)), 120, 3, "Raised"));

        // It comes back before anybody has closed it: the same alarm, raised again.
        await park.Send(device, start.AddSeconds(150), 70);
        var again = await park.One(alarm => alarm.Raises > 1);
        (again.Id, again.Raises, again.EndedAt, again.State).ShouldBe((raised.Id, 2, null, "Raised"));
        (await park.Steps(raised.Id)).Select(step => step.Action).ShouldBe(["报警", "级别升高", "恢复", "再次报警"]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_value_that_stands_still_is_found_after_the_time_of_its_rule(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await park.Server.Client.Post("alarm-rules", new { name = $"恒值 {park.Mn}", kind = "恒值", pointName = park.PointName, delayMinutes = 5 }).Saved();
        await park.Known();
        var start = Park.Now.AddMinutes(-8);
        await using var device = park.Connect();
        await park.Send(device, start.AddSeconds(-30), 35.1);
        // The first reading that equals the one before is at +30 s; five minutes later is +330 s.
        for (var i = 0; i <= 11; i++)
            await park.Send(device, start.AddSeconds(30 * i), 36.2);
        var alarm = await park.One(_ => true);
        (alarm.Kind, alarm.FirstValue, alarm.Level, alarm.FirstAt).ShouldBe(("ConstantValue", 36.2, "Yellow", Park.Utc(start.AddSeconds(30))));
        alarm.Text.ShouldContain("5 分钟");

        await park.Send(device, start.AddSeconds(360), 36.4);
        (await park.One(one => one.EndedAt is not null)).EndedAt.ShouldBe(Park.Utc(start.AddSeconds(360)));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_logger_that_stays_away_is_off_line_and_comes_back(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await park.Server.Client.Post("alarm-rules", new { name = $"断线 {park.Mn}", kind = "断线", level = "橙", pointName = park.PointName, delayMinutes = 0.05 }).Saved();
        await park.Known();
        await using (var device = park.Connect())
            await park.Send(device, Park.Now, 20);

        var alarm = await park.Alarm(one => one.Kind == "OffLine", TimeSpan.FromSeconds(20));
        (alarm.Level, alarm.Factor, alarm.EndedAt).ShouldBe(("Orange", "", null));
        await Task.Delay(TimeSpan.FromSeconds(6)); // One more round of the clock.
        (await park.Alarms()).ShouldHaveSingleItem().Raises.ShouldBe(1);

        await using var again = park.Connect();
        await park.Send(again, Park.Now, 21);
        (await park.Alarm(one => one.EndedAt is not null, TimeSpan.FromSeconds(20))).Id.ShouldBe(alarm.Id);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_late_upload_that_turns_out_to_be_over_the_limit_is_an_alarm_marked_late(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 20);
        // Hours of the day before yesterday, out of order: 60, 45 and 90 mg/L.
        var day = Park.Now.Date.AddDays(-2);
        await Hour(10, 60);
        await Hour(12, 90);
        await Hour(11, 45);

        var late = await park.Alarm(one => one.Count == 2);
        (late.Kind, late.Interval, late.IsLate, late.Level).ShouldBe(("OverLimit", "Hour", true, "Red"));
        (late.FirstAt, late.FirstValue, late.WorstValue, late.EndedAt).ShouldBe((Park.Utc(day.AddHours(10)), 60, 90, Park.Utc(day.AddHours(12))));
        // The same hour once more: nothing new.
        await Hour(12, 90);
        await park.Send(device, Park.Now.AddSeconds(30), 60);
        await Api.Until(park.Alarms, alarms => alarms.Count == 2);
        (await park.Alarms())[0].Count.ShouldBe(2);

        Task Hour(int hour, double value) => park.Send(device, CommandCode.HourlyData, day.AddHours(hour), FormattableString.Invariant($"w01018-Min=1,w01018-Avg={value},w01018-Max=99,w01018-Flag=N"));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task During_a_filed_plan_nothing_is_raised(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        var now = Park.Now;
        await park.Server.Client.Post("exemption-plans", new
        {
            enterpriseId = park.Enterprise,
            title = "一号炉启炉",
            kind = "启炉（开车）",
            startsAt = $"{now.AddMinutes(-5):yyyy-MM-dd HH:mm}",
            endsAt = $"{now.AddMinutes(2):yyyy-MM-dd HH:mm}",
        }).Saved();
        await park.Known();
        await using var device = park.Connect();
        await park.Send(device, now, 80);
        await park.Send(device, now.AddMinutes(3), 70);
        var alarm = await park.One(_ => true);
        (alarm.FirstValue, alarm.FirstAt).ShouldBe((70, Park.Utc(now.AddMinutes(3))));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_fault_that_the_device_tells_of_is_an_alarm_and_its_readings_are_judged_by_no_limit(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await using var device = park.Connect();
        await park.Send(device, Park.Now.AddSeconds(-30), 80, "D");

        (await park.One(_ => true)).Kind.ShouldBe("DeviceFault");
        await park.Send(device, Park.Now, 20);
        await park.One(alarm => alarm.EndedAt is not null);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Hours_that_the_platform_rolls_up_are_judged_too(Database database)
    {
        var park = await AlarmPark.Build(await servers.On(database));
        await using var device = park.Connect();
        // Six ten-minute means of an hour that has ended; the device itself sends no hour. Late means wait 90 s before they are rolled up.
        var hour = Park.Now.Date.AddHours(Park.Now.Hour - 1);
        for (var i = 0; i < 6; i++)
            await park.Send(device, CommandCode.MinuteData, hour.AddMinutes(10 * i), FormattableString.Invariant($"w01018-Min=1,w01018-Avg={60 + i},w01018-Max=99,w01018-Flag=N"));

        var alarm = await park.Alarm(one => one.Interval == "Hour", TimeSpan.FromSeconds(150));
        alarm.FirstValue!.Value.ShouldBe(62.5, 1e-9); // (60 + … + 65) / 6
    }
}

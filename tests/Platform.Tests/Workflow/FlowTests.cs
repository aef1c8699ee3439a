using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using EcoPark.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Platform.Tests.Workflow;

/// <summary>One description makes steps, deadlines, to-dos, time line and statistics.</summary>
public sealed class FlowTests
{
    private static readonly Actor Park = new(1, "验收员", null, "", new HashSet<string> { Repair.Verify });
    private static readonly Actor Firm = new(2, "环保员", 7, "", new HashSet<string> { Repair.Mend });
    private static readonly Actor Other = new(3, "邻居", 8, "", new HashSet<string> { Repair.Mend });

    /// <summary>Friday, 2026-02-13 09:00 in the park: five working days later is the end of the 27th (Spring Festival lies between).</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 2, 13, 1, 0, 0, TimeSpan.Zero));

    private ParkDatabase _park = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FlowDesk Desk => new(_park, new NoticeBoard(_clock), _clock);

    private FlowReader Reader => new(_park, [Repair.Life], _clock);

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_step_needs_the_permission_the_side_the_scope_the_state_and_what_it_asks_for(Database database)
    {
        var id = await Found(database);
        (await Mend(Other, id)).Problem!.Code.ShouldBe("not-found");
        (await Mend(Park with { Permissions = Park.Permissions!.Append(Repair.Mend).ToHashSet() }, id)).Problem!.Code.ShouldBe("forbidden"); // It is the enterprise's to mend.
        (await Mend(Firm, id, "")).Problem!.ShouldBe(new Problem("measure", "请填写修复措施，至多 20 字。", "measure"));
        (await Mend(Firm, id, new string('修', 21))).Problem!.Field.ShouldBe("measure");
        (await Verify(Park, id)).Problem!.Message.ShouldContain("待修复");
        (await Lines(Park, id)).ShouldBeEmpty();

        (await Mend(Firm, id)).Value!.State.ShouldBe(RepairState.Repaired);
        (await Mend(Firm, id)).Problem!.Code.ShouldBe("state");
        (await Verify(Firm, id)).Problem!.Code.ShouldBe("forbidden");
        (await Verify(Park, id)).IsOk.ShouldBeTrue();

        (await Lines(Park, id)).Select(line => (line.Who, line.Action, line.Text)).ShouldBe([("环保员", "修复", "更换垫片"), ("验收员", "验收", "")]);
        (await Lines(Firm, id)).Select(line => line.Action).ShouldBe(["修复"]); // The other line is the park's own affair.
        (await Lines(Other, id)).ShouldBeEmpty();
        (await Notices()).ShouldBe(["已修复"]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Of_two_who_take_the_same_step_one_is_told(Database database)
    {
        var id = await Found(database);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Mend(Firm, id))));
        outcomes.Count(outcome => outcome.IsOk).ShouldBe(1);
        outcomes.Where(outcome => !outcome.IsOk).ShouldAllBe(outcome => outcome.Problem!.Code == "state");
        (await Lines(Park, id)).Count.ShouldBe(1);
        (await Notices()).Count.ShouldBe(1);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_deadline_is_reminded_of_passes_and_is_escalated_once_each(Database database)
    {
        var id = await Found(database);
        await LookAt("2026-02-26 23:59");
        (await Notices()).ShouldBeEmpty();
        await LookAt("2026-02-27 00:00");
        await LookAt("2026-02-27 12:00");
        (await Notices()).ShouldBe(["修复将到期"]);
        await LookAt("2026-02-28 00:00");
        await LookAt("2026-03-01 23:59");
        (await Notices()).ShouldBe(["修复将到期", "修复逾期"]);
        await LookAt("2026-03-02 00:00");
        await LookAt("2026-06-01 00:00");
        (await Notices()).ShouldBe(["修复将到期", "修复逾期", "修复督办"]);
        (await Lines(Park, id)).Select(line => (line.Who, line.Action)).ShouldBe([("系统", "将到期"), ("系统", "逾期"), ("系统", "督办")]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_passed_while_the_platform_was_down_is_said_without_the_reminder_and_nothing_is_said_of_what_is_done(Database database)
    {
        var (late, done) = (await Found(database), await Another("及时"));
        (await Mend(Firm, done)).IsOk.ShouldBeTrue();
        await LookAt("2026-03-05 08:00");
        (await Lines(Park, late)).Select(line => line.Action).ShouldBe(["逾期", "督办"]);
        (await Lines(Park, done)).Select(line => line.Action).ShouldBe(["修复"]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Who_was_late_and_how_long_it_took_is_counted_and_what_is_late_is_listed(Database database)
    {
        var (late, inTime) = (await Found(database), await Another("及时"));
        Set("2026-02-14 09:00");
        (await Mend(Firm, inTime)).IsOk.ShouldBeTrue();
        Set("2026-02-28 00:01");
        using (Actor.As(Park))
            (await Reader.Overdue(Token)).Select(one => one.Id).ShouldBe([late]);
        (await Mend(Firm, late)).IsOk.ShouldBeTrue();
        (await Verify(Park, late)).IsOk.ShouldBeTrue();

        using var turn = Actor.As(Park);
        (await Reader.Overdue(Token)).ShouldBeEmpty();
        var (from, to) = (Wall("2026-02-01 00:00"), Wall("2026-03-01 00:00"));
        var counts = await Reader.Count(from, to, Token);
        counts.Select(one => (one.Step, one.Taken, one.Timed, one.Late, one.InTime)).ShouldBe([("修复", 2, 2, 1, 0.5), ("验收", 1, 0, 0, null)]);
        counts[1].Hours!.Value.ShouldBe(0, 0.01); // Verified in the minute of the repair.
        (await Reader.Late(from, to, Token)).ShouldBe([new FlowLateness("环保员", 7, 2, 1)]);
        (await Reader.Count(to, to.AddDays(1), Token)).ShouldBeEmpty();
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Each_sees_what_waits_for_them_what_is_due_first_in_front(Database database)
    {
        var first = await Found(database);
        Set("2026-02-14 09:00");
        var second = await Another("后来", 7);
        await Another("邻厂", 8);
        using (Actor.As(Firm))
        {
            var todos = await Reader.Todos(0, 10, Token);
            todos.Total.ShouldBe(2);
            todos.Items.Select(todo => (todo.Id, todo.What, todo.Href)).ShouldBe([(first, "修复泄漏", $"/repairs/{first}"), (second, "修复泄漏", $"/repairs/{second}")]);
            todos.Items[0].Due.ShouldBe(Wall("2026-02-28 00:00"));
            (await Reader.Todos(1, 10, Token)).Items.Select(todo => todo.Id).ShouldBe([second]);
        }

        using (Actor.As(Park))
            (await Reader.CountTodos(Token)).ShouldBe(0);
        (await Mend(Firm, second)).IsOk.ShouldBeTrue();
        using (Actor.As(Park))
            (await Reader.Todos(0, 10, Token)).Items.Select(todo => (todo.Id, todo.What)).ShouldBe([(second, "验收修复")]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_parks_own_calendar_sets_deadlines(Database database)
    {
        _park = await ParkDatabase.New(database, new RepairModel());
        await using (var db = Open())
        {
            db.Add(new CalendarDay { Day = new DateOnly(2026, 2, 24), Kind = "放假", UpdatedBy = "" });
            await db.SaveChangesAsync(Token);
        }

        var id = await Another("园区自定放假");
        using var turn = Actor.As(Firm);
        await using var again = Open();
        (await again.Set<Repair>().SingleAsync(one => one.Id == id, Token)).Due.ShouldBe(Wall("2026-03-01 00:00")); // Saturday the 28th is worked.
    }

    private async Task<int> Found(Database database)
    {
        _park = await ParkDatabase.New(database, new RepairModel());
        return await Another("阀门");
    }

    private async Task<int> Another(string title, int enterprise = 7)
    {
        using var turn = Actor.As(Actor.System);
        await using var db = Open();
        var repair = new Repair { EnterpriseId = enterprise, Title = title };
        Repair.Life.Enter(repair, RepairState.Found, _clock.UtcNow(), days: await WorkingCalendar.Read(db, Token));
        db.Add(repair);
        await db.SaveChangesAsync(Token);
        return repair.Id;
    }

    private ParkDb Open() => _park.CreateDbContext();

    private async Task<Outcome<Repair>> Mend(Actor who, int id, string measure = "更换垫片")
    {
        using var turn = Actor.As(who);
        return await Desk.Take(Repair.Life, Repair.Mending, id, new Dictionary<string, string> { ["measure"] = measure }, Token);
    }

    private async Task<Outcome<Repair>> Verify(Actor who, int id)
    {
        using var turn = Actor.As(who);
        return await Desk.Take(Repair.Life, Repair.Verifying, id, new Dictionary<string, string>(), Token);
    }

    private async Task<IReadOnlyList<FlowLine>> Lines(Actor who, int id)
    {
        using var turn = Actor.As(who);
        return await Reader.Lines("repairs", id, Token);
    }

    private async Task<List<string>> Notices()
    {
        using var turn = Actor.As(Actor.System);
        await using var db = Open();
        return await db.Set<Notice>().OrderBy(notice => notice.Id).Select(notice => notice.Event).ToListAsync(Token);
    }

    private async Task LookAt(string wall)
    {
        using var turn = Actor.As(Actor.System);
        Set(wall);
        await using var db = Open();
        await Repair.Life.Look(db, new NoticeBoard(_clock), _clock.UtcNow(), Token);
    }

    private void Set(string wall) => _clock.SetUtcNow(new DateTimeOffset(Wall(wall), TimeSpan.Zero));

    private static DateTime Wall(string wall) => ParkTime.ToUtc(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}

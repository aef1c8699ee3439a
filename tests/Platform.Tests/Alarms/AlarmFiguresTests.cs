using EcoPark.Alarms;
using EcoPark.Alarms.Figures;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using EcoPark.Support;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Platform.Tests.Alarms;

/// <summary>The figures of ISA-18.2 over a week that was written by hand.</summary>
public sealed class AlarmFiguresTests
{
    private static readonly Actor Operator = new(1, "值班员", null, "", new HashSet<string> { AlarmPermissions.View });

    /// <summary>A full hour.</summary>
    private static readonly DateTime Now = new(2026, 3, 9, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime From = Now.AddDays(-2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Rates_floods_standing_chattering_most_frequent_and_acknowledgement(Database database)
    {
        var park = await Week(database);
        using var turn = Actor.As(Operator);
        var figures = await new AlarmFiguresReader(park, new FakeTimeProvider(Now)).Read(From, Now.AddDays(3), 10, Token);

        // 12 of the flood, 4 of the chattering one, 1 single; one of before the range is not counted.
        (figures.Raises, figures.Alarms, figures.To).ShouldBe((17, 14, Now));
        figures.AnHour(1).ShouldBe(17 / 48.0, 1e-9);
        figures.ADay(2).ShouldBe(17 / 4.0, 1e-9);
        figures.ByHour.ShouldBe([(From.AddHours(3), 12), (From.AddHours(8), 4), (From.AddHours(20), 1)]);

        figures.Peak.ShouldBe(new AlarmPeak(From.AddHours(3).AddMinutes(20), 12, 12));
        figures.Floods.ShouldBe(1); // More than ten in ten minutes.
        figures.FloodShare.ShouldBe(1 / (48.0 * 6), 1e-9);
        figures.BusyHours.ShouldBe(0);

        // Found before the last day and not closed: the chattering one, over since, the old one, that lasts, and the twelve of the flood, over.
        (figures.Standing, figures.Unclosed).ShouldBe((1, 14));

        // Raised at 0, 4, 9 and 15 minutes: three within ten, never four.
        var chatter = figures.Chattering.ShouldHaveSingleItem();
        (chatter.Last.SubjectKey, chatter.Most, chatter.From, chatter.To).ShouldBe(("c50", 3, From.AddHours(8), From.AddHours(8).AddMinutes(9)));

        figures.Frequent.Count.ShouldBe(10);
        (figures.Frequent[0].Last.SubjectKey, figures.Frequent[0].Raises, figures.Frequent[0].Alarms).ShouldBe(("c50", 4, 1));
        figures.FrequentShare.ShouldBe((4 + 9) / 17.0, 1e-9);

        // Ten acknowledgements after 1 … 10 minutes; nearest rank: the fifth and the ninth.
        figures.Acknowledged.Count.ShouldBe(10);
        figures.Acknowledged.Median!.Value.ShouldBe(5, 1e-6);
        figures.Acknowledged.Ninety!.Value.ShouldBe(9, 1e-6);
    }

    [Fact]
    public async Task The_window_of_chattering_can_be_chosen_and_without_the_permission_there_is_nothing()
    {
        var park = await Week(Database.Sqlite);
        var reader = new AlarmFiguresReader(park, new FakeTimeProvider(Now));
        using (Actor.As(Operator))
        {
            (await reader.Read(From, Now, 1, Token)).Chattering.ShouldBeEmpty();
            (await reader.Read(From, Now, 60, Token)).Chattering.ShouldHaveSingleItem().Most.ShouldBe(4);
        }

        using var turn = Actor.As(Operator with { Permissions = new HashSet<string>() });
        (await reader.Read(From, Now, 10, Token)).Raises.ShouldBe(0);
    }

    [Fact]
    public void Three_within_a_window_that_crosses_a_full_ten_minutes_are_found()
    {
        DateTime At(double minutes) => From.AddMinutes(minutes);
        Chatter.Most([At(8), At(9), At(12)], TimeSpan.FromMinutes(10)).ShouldBe((3, At(8), At(12)));
        Chatter.Most([At(0), At(10.1), At(20.2)], TimeSpan.FromMinutes(10)).ShouldBeNull();
        Chatter.Most([At(0), At(1)], TimeSpan.FromMinutes(10)).ShouldBeNull();
    }

    private static async Task<ParkDatabase> Week(Database database)
    {
        var park = await ParkDatabase.New(database, new AlarmModel(), new FlowModel());
        await using var db = park.CreateDbContext();
        // A flood: twelve alarms of their own from 03:20, half a minute apart, over after a minute; ten of them acknowledged after 1 … 10 minutes.
        for (var number = 0; number < 12; number++)
        {
            var at = From.AddHours(3).AddMinutes(20 + (number * 0.5));
            await Raise(db, number, at, ended: at.AddMinutes(1), at);
            if (number < 10)
                db.Add(Line(number + 1, at.AddMinutes(number + 1), AlarmState.Acknowledged, AlarmFlows.Acknowledging, (number + 1) / 60.0));
        }

        // One that comes and goes.
        var begin = From.AddHours(8);
        await Raise(db, 50, begin, ended: begin.AddMinutes(16), begin, begin.AddMinutes(4), begin.AddMinutes(9), begin.AddMinutes(15));
        // One of the last day, and one of before the range that still lasts.
        await Raise(db, 60, From.AddHours(20), ended: From.AddHours(21), From.AddHours(20));
        await Raise(db, 70, From.AddDays(-1), ended: null, From.AddDays(-1));
        await db.SaveChangesAsync(Token);
        // The one of hour 20 is closed.
        var closed = await db.Set<Alarm>().FindAsync([14], Token);
        (closed!.State, closed.OpenCause) = (AlarmState.Closed, null);
        await db.SaveChangesAsync(Token);
        return park;
    }

    private static async Task Raise(ParkDb db, int subject, DateTime found, DateTime? ended, params DateTime[] raises)
    {
        var alarm = new Alarm
        {
            Kind = "OverLimit",
            What = "超标",
            Cause = $"OverLimit/c{subject}",
            OpenCause = $"OverLimit/c{subject}",
            SubjectKey = $"c{subject}",
            Text = "",
            Level = AlarmLevel.Orange,
            FoundAt = found,
            FirstAt = found,
            LastAt = raises[^1],
            WorstAt = found,
            EndedAt = ended,
            Raises = raises.Length,
        };
        db.Add(alarm);
        await db.SaveChangesAsync(Token);
        foreach (var at in raises)
            db.Add(Line(alarm.Id, at, AlarmState.Raised, "", null));
        if (ended is { } end)
            db.Add(new FlowLine { Subject = AlarmFlows.Subject, SubjectId = alarm.Id, Who = "平台", Action = "恢复", At = end });
    }

    private static FlowLine Line(int alarm, DateTime at, AlarmState to, string step, double? hours) =>
        new() { Subject = AlarmFlows.Subject, SubjectId = alarm, Flow = "alarm", Step = step, Who = "平台", Action = "", At = at, To = to.ToString(), Hours = hours };
}

using System.Data.Common;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Platform.Tests;

/// <summary>A job survives everything but its own cancellation.</summary>
public sealed class JobTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));
    private readonly JobBoard _board = new();

    private JobState Seen => _board.All.Count > 0 ? _board.All[0] : new JobState("", "", "");

    /// <summary>What loops of the platform have met: the provider's own, EF's two wrappings of it, and faults of the program.</summary>
    public static TheoryData<string, Exception> Failures() => new()
    {
        { "sqlite", new SqliteException("database or disk is full", 13) },
        { "save", new DbUpdateException("save", new SqliteException("disk I/O error", 10)) },
        { "wrapped", new InvalidOperationException("transient", new SqliteException("unable to open", 14)) },
        { "fault", new NullReferenceException() },
        { "cancelled by somebody else", new OperationCanceledException() },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Whatever_fails_is_tried_again_and_told(string name, Exception failure)
    {
        var job = new Once(Kit(), run => run <= 3 ? throw failure : Task.CompletedTask);
        await job.StartAsync(TestContext.Current.CancellationToken);
        await Pass(() => Seen.FailuresInRow == 2);
        Seen.Failure.ShouldBe(failure.GetBaseException().Message, name);
        await Pass(() => Seen.SucceededAt is not null);
        (Seen.FailuresInRow, Seen.Failures).ShouldBe((0, 3L));
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Ten_minutes_without_a_database_and_it_goes_on_within_ten_seconds()
    {
        var isAway = true;
        var job = new Once(Kit(), _ => isAway ? throw new SqliteException("unable to open database file", 14) : Task.CompletedTask);
        await job.StartAsync(TestContext.Current.CancellationToken);
        var gone = _clock.GetUtcNow();
        await Pass(() => _clock.GetUtcNow() - gone > TimeSpan.FromMinutes(10));
        isAway = false;
        var back = _clock.GetUtcNow();
        await Pass(() => Seen.SucceededAt is not null);
        (Seen.SucceededAt!.Value - back.UtcDateTime).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_repeated_ever_faster_than_every_few_minutes()
    {
        var runs = 0;
        var job = new Once(Kit(), run => throw new InvalidOperationException((runs = run).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await job.StartAsync(TestContext.Current.CancellationToken);
        var begun = _clock.GetUtcNow();
        await Pass(() => _clock.GetUtcNow() - begun > TimeSpan.FromHours(1));
        // 1, 2, 4 … 256 s, then every 300 s: 9 + (3600 − 511) / 300.
        runs.ShouldBeInRange(15, 22);
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_acts_for_the_platform_and_leaves_everybody_else_nobody()
    {
        Actor? seen = null;
        var job = new Once(Kit(), _ => { seen = Actor.Current; return Task.CompletedTask; });
        await job.StartAsync(TestContext.Current.CancellationToken);
        await Pass(() => seen is not null);
        seen.ShouldBe(Actor.System);
        Actor.Current.ShouldBe(Actor.Nobody);
        Actor.Current.May("anything").ShouldBeFalse();
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_wakes_it_need_not_wait_for_the_time()
    {
        var runs = 0;
        var job = new Once(Kit(), run => { runs = run; return Task.CompletedTask; });
        await job.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => runs == 1);
        job.Wake();
        await Until(() => runs == 2); // The clock has not moved.
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Of_two_nodes_one_does_it_and_the_other_takes_over(Database database)
    {
        var park = await ParkDatabase.New(database, new LeaseModel());
        var (a, b) = (0, 0);
        var (first, second) = (new Once(Kit("A", park), run => { a = run; return Task.CompletedTask; }) { Held = TimeSpan.FromMinutes(2) },
            new Once(Kit("B", park), run => { b = run; return Task.CompletedTask; }) { Held = TimeSpan.FromMinutes(2) });
        await first.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => a > 0);
        await second.StartAsync(TestContext.Current.CancellationToken);
        await Pass(() => a > 3);
        b.ShouldBe(0);
        await first.StopAsync(TestContext.Current.CancellationToken);
        await Pass(() => b > 0);
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A month is longer than a timer may be.</summary>
    [Fact]
    public async Task A_monthly_job_does_not_run_before_its_day()
    {
        var ran = new List<DateTime>();
        var job = new Once(Kit(), _ => { ran.Add(_clock.GetUtcNow().UtcDateTime); return Task.CompletedTask; }, JobSchedule.Calendar("0 3 1 * *", "每月 1 日 3:00"));
        var begun = _clock.GetUtcNow();
        await job.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => _board.All.Count > 0);
        await Until(() => _clock.GetUtcNow() - begun > TimeSpan.FromDays(40), () => _clock.Advance(TimeSpan.FromHours(1)));
        // 1 December and 1 January 03:00 in the park; the clock runs on while it wakes.
        ran.Count.ShouldBe(2);
        ran[0].ShouldBeGreaterThanOrEqualTo(new DateTime(2026, 11, 30, 19, 0, 0, DateTimeKind.Utc));
        ran[1].ShouldBeGreaterThanOrEqualTo(new DateTime(2026, 12, 31, 19, 0, 0, DateTimeKind.Utc));
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>08:30 on working days in the park: 29 November 2026 is a Sunday.</summary>
    [Fact]
    public void A_calendar_is_of_the_parks_time() =>
        JobSchedule.Calendar("30 8 * * 1-5", "工作日 8:30").Next(new DateTime(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc)).ShouldBe(new DateTime(2026, 11, 30, 0, 30, 0, DateTimeKind.Utc));

    [Theory, MemberData(nameof(Failures))]
    public void A_database_that_is_away_is_told_from_a_fault(string name, Exception exception) =>
        DatabaseTrouble.IsOne(exception).ShouldBe(name is "sqlite" or "save" or "wrapped");

    [Fact]
    public void A_broken_rule_of_the_database_is_no_outage() =>
        DatabaseTrouble.IsOne(new DbUpdateException("unique", new SqliteException("UNIQUE constraint failed", 19))).ShouldBeFalse();

    private JobKit Kit(string node = "A", IDbContextFactory<ParkDb>? park = null) =>
        new(_board, new Leases(park!, _clock), new NodeOptions(node), new DatabaseState(_clock), _clock, NullLoggerFactory.Instance);

    /// <summary>Lets the clock run until it is so.</summary>
    private Task Pass(Func<bool> isSo) => Until(isSo, () => _clock.Advance(TimeSpan.FromSeconds(1)));

    private static async Task Until(Func<bool> isSo, Action? meanwhile = null)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(30); !isSo();)
        {
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException();
            meanwhile?.Invoke();
            await Task.Delay(1);
        }
    }

    private sealed class Once(JobKit kit, Func<int, Task> run, JobSchedule? schedule = null) : Job(kit, "test", "测试", schedule ?? JobSchedule.Every(TimeSpan.FromSeconds(5)))
    {
        private int _runs;

        public TimeSpan? Held { get; init; }

        protected override TimeSpan? Lease => Held;

        protected override Task Run(CancellationToken cancellationToken) => run(++_runs);
    }
}

using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Support;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace EcoPark.Telemetry.Tests;

/// <summary>From the roll-up of a late day to its whole-day checks, whenever the node ends.</summary>
public class RollupWatchContract
{
    // 2026-11-20 08:00 in the park; it is five days later.
    private static readonly DateTime Hour = new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory, CombinatorialDatabases]
    public async Task A_node_that_ends_between_roll_up_and_check_leaves_the_check_to_the_next(Database database)
    {
        var room = new Room(await Stores.NewReadings(database));
        await room.RollUpLateMinutes(room.NewWatch(), value: 1); // And then the node ends.

        var next = room.NewWatch();
        await next.Round(TestContext.Current.CancellationToken);
        await room.Twin.Received(1).Check(Arg.Is<DateOnly[]>(days => days.SequenceEqual(new[] { Day })));
        await room.Twin.Received(1).Look(Arg.Is<Reading[]>(readings => readings.Length == 2)); // the hour and the day

        // It is done once: neither this node nor the one after it does it again.
        room.Twin.ClearReceivedCalls();
        room.Pass(TimeSpan.FromMinutes(3));
        await next.Round(TestContext.Current.CancellationToken);
        await room.NewWatch().Round(TestContext.Current.CancellationToken);
        room.Twin.ReceivedCalls().ShouldBeEmpty();
    }

    [Theory, CombinatorialDatabases]
    public async Task A_check_that_fails_is_made_again_also_by_another_node(Database database)
    {
        var room = new Room(await Stores.NewReadings(database));
        var first = room.NewWatch();
        await room.RollUpLateMinutes(first, value: 1);
        room.Twin.Check(Arg.Any<DateOnly[]>()).Returns(_ => throw new TimeoutException(), _ => Task.CompletedTask);
        await Should.ThrowAsync<TimeoutException>(() => first.Round(TestContext.Current.CancellationToken));
        (await room.Store.Unseen(room.Now, 10, CancellationToken.None)).Count.ShouldBe(2);
        await room.NewWatch().Round(TestContext.Current.CancellationToken);
        (await room.Store.Unseen(room.Now, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, CombinatorialDatabases]
    public async Task A_node_that_runs_takes_over_what_another_has_left_behind(Database database)
    {
        var room = new Room(await Stores.NewReadings(database));
        var running = room.NewWatch();
        await running.Round(TestContext.Current.CancellationToken);
        await room.RollUpLateMinutes(room.NewWatch(), value: 1);
        await running.Round(TestContext.Current.CancellationToken);
        await room.Twin.DidNotReceive().Check(Arg.Any<DateOnly[]>());
        room.Pass(TimeSpan.FromMinutes(3));
        await running.Round(TestContext.Current.CancellationToken);
        await room.Twin.Received(1).Check(Arg.Any<DateOnly[]>());
    }

    [Theory, CombinatorialDatabases]
    public async Task What_is_rolled_up_again_meanwhile_is_not_marked_as_seen(Database database)
    {
        var room = new Room(await Stores.NewReadings(database));
        await room.RollUpLateMinutes(room.NewWatch(), value: 1);
        var seen = await room.Store.Unseen(room.Now, 10, CancellationToken.None);
        seen.Select(one => one.Period.Interval).ShouldBe([Interval.Hour, Interval.Day], ignoreOrder: true);
        await room.RollUpLateMinutes(room.NewWatch(), value: 2);
        await room.Store.MarkSeen(seen, CancellationToken.None);
        (await room.Store.Unseen(room.Now, 10, CancellationToken.None)).Count.ShouldBe(2);
    }

    /// <summary>What is derived from the days must be able to note what is due before the periods are ticked off.</summary>
    [Theory, CombinatorialDatabases]
    public async Task Who_derives_from_the_days_is_told_until_it_has_noted_them(Database database)
    {
        var room = new Room(await Stores.NewReadings(database));
        var watch = room.NewWatch();
        await room.RollUpLateMinutes(watch, value: 1);
        room.Listener.RolledUp(Arg.Any<IReadOnlyCollection<RollupTarget>>(), Arg.Any<CancellationToken>()).Returns(_ => throw new TimeoutException(), _ => Task.CompletedTask);
        await Should.ThrowAsync<TimeoutException>(() => watch.Round(TestContext.Current.CancellationToken));

        await room.NewWatch().Round(TestContext.Current.CancellationToken); // After a restart.
        await room.Listener.Received(2).RolledUp(Arg.Is<IReadOnlyCollection<RollupTarget>>(periods => periods.Any(period => period.Interval == Interval.Day)), Arg.Any<CancellationToken>());
        (await room.Store.Unseen(room.Now, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private sealed class Room(IReadingStore store)
    {
        private readonly FakeTimeProvider _clock = new(Hour.AddDays(5));
        private readonly FixedRegistry _registry = FixedRegistry.Of(PointKind.FlueGas, "a21026");
        private long _rank;

        public IReadingStore Store => store;

        public IDeviceGrain Twin { get; } = Substitute.For<IDeviceGrain>();

        public IPeriodListener Listener { get; } = Substitute.For<IPeriodListener>();

        public DateTime Now => _clock.UtcNow();

        public void Pass(TimeSpan time) => _clock.Advance(time);

        /// <summary>A node that has just been started.</summary>
        public RollupWatch NewWatch()
        {
            var grains = Substitute.For<IGrainFactory>();
            grains.GetGrain<IDeviceGrain>("MN", null).Returns(Twin);
            var kit = new JobKit(new JobBoard(), null!, new NodeOptions("A"), new DatabaseState(_clock), _clock, NullLoggerFactory.Instance);
            return new RollupWatch(kit, new RollupRule(_registry), new Lazy<IReadingStore>(store), _registry, [Listener], grains);
        }

        /// <summary>Six ten-minute means of an hour come late and are rolled up to the hour and the day.</summary>
        public async Task RollUpLateMinutes(RollupWatch rule, double value)
        {
            Reading[] minutes = [.. Enumerable.Range(0, 6).Select(at => new Reading { Series = new SeriesId(1, Interval.Minute, Origin.Sent), Time = Hour.AddMinutes(10 * at), Value = value, Flag = 'N', Rank = ++_rank })];
            await store.Write(minutes, [.. minutes.Select(reading => rule.TargetOf(reading.Series, reading.Time)!.Value).Distinct()], Now, CancellationToken.None);
            Pass(TimeSpan.FromMinutes(1));
            await RollupJob.WorkOff(store, rule, Now, CancellationToken.None);
            Pass(TimeSpan.FromSeconds(5));
        }
    }
}

using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Support;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.Extensions.Time.Testing;

namespace EcoPark.Telemetry.Tests;

/// <summary>What only a whole day in the store shows: ten-minute means of an outlet with flow, COD and TOC. COD is 3 · TOC, so that what is odd is odd by construction.</summary>
public sealed class DayCheckTests
{
    private static readonly DateOnly Day = new(2026, 3, 12);

    [Fact]
    public async Task Nothing_odd_is_nothing_found()
    {
        var room = await Room.Build();
        await room.Store();
        (await room.Check()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Late_minutes_that_stand_still_are_one_finding_with_its_evidence_however_often_the_day_is_looked_at()
    {
        var room = await Room.Build();
        room.Each(Room.Cod, 60, 24, _ => 40.5); // 10:00 – 14:00
        await room.Store();
        // That it no longer follows the organic carbon is true as well, and a finding of its own.
        async Task<Finding> Still() => (await room.Check()).Where(one => one.Kind != WatchAlarms.ImplausibleRatio).ShouldHaveSingleItem();
        var found = await Still();
        (found.Kind, found.IsLate, found.IsCounted, found.FirstAt, found.LastAt, found.Count).ShouldBe((WatchAlarms.ConstantValue, true, true, room.At(60), room.At(83), 24));
        found.EndedAt.ShouldBe(room.At(84));
        found.Text.ShouldContain("连续 24 个值恒为 40.5");
        (await Still()).ShouldBe(found);
    }

    [Fact]
    public async Task What_was_watched_as_it_happened_is_not_found_again()
    {
        var room = await Room.Build();
        room.Each(Room.Cod, 60, 24, _ => 40.5);
        await room.Store(isBackfill: false, isWatched: true);
        (await room.Check()).ShouldNotContain(found => found.Kind == WatchAlarms.ConstantValue);
    }

    [Fact]
    public async Task A_ratio_that_breaks_is_found_on_the_factor_that_follows()
    {
        var room = await Room.Build();
        room.Each(Room.Cod, 90, 12, value => value * 0.4);
        await room.Store();
        var found = (await room.Check()).ShouldHaveSingleItem();
        (found.Kind, found.Subject.FactorCode, found.FirstAt, found.Count).ShouldBe((WatchAlarms.ImplausibleRatio, "w01018", room.At(90), 12));
        found.Text.ShouldContain("不相称");
    }

    [Fact]
    public async Task Flow_without_concentration_is_found_and_a_flag_that_gives_a_reason_is_none()
    {
        var room = await Room.Build();
        room.Leave(Room.Cod, 60, 12);
        room.Flag(Room.Cod, 100, 12, 'M');
        await room.Store();
        var found = (await room.Check()).ShouldHaveSingleItem();
        (found.Kind, found.FirstAt, found.LastAt, found.Count).ShouldBe((WatchAlarms.FlowWithoutConcentration, room.At(60), room.At(71), 12));
    }

    [Fact]
    public async Task Water_that_runs_during_a_standstill_plan_is_found_and_all_else_is_excused()
    {
        var room = await Room.Build(new ExemptionPlan { EnterpriseId = 7, Kind = "停产", StartsAt = ParkTime.ToUtc(Day.ToDateTime(new(8, 0))), EndsAt = ParkTime.ToUtc(Day.ToDateTime(new(18, 0))) });
        room.Each(Room.Cod, 60, 24, _ => 40.5); // Standing still would be odd on another day.
        await room.Store();
        var found = (await room.Check()).ShouldHaveSingleItem();
        (found.Kind, found.FirstAt, found.LastAt).ShouldBe((WatchAlarms.DataWhileStopped, room.At(48), room.At(107))); // 08:00 – 17:50
        found.Text.ShouldContain("停产计划期间仍有流量");
        found.Text.ShouldContain("化学需氧量");
    }

    [Fact]
    public async Task An_hour_that_is_not_what_its_minutes_give_is_found()
    {
        var room = await Room.Build();
        // The mean of the six minutes, less a fifth; all other hours are right.
        room.Hours = hour => hour == 9 ? 0.8 : 1;
        await room.Store();
        var found = (await room.Check()).ShouldHaveSingleItem();
        (found.Kind, found.Interval, found.FirstAt, found.Count).ShouldBe((WatchAlarms.HourMismatch, Interval.Hour, room.At(54), 1));
        found.Text.ShouldContain("相差 20%");
    }

    [Fact]
    public async Task A_level_that_moves_and_stays_is_a_drift()
    {
        var room = await Room.Build();
        foreach (var channel in new[] { Room.Cod, Room.Toc }) // Both, so that they fit each other.
            room.Each(channel, 36, 144 - 36, value => value * 2);
        await room.Store();
        var found = await room.Check();
        found.Select(one => (one.Kind, one.Subject.FactorCode)).ShouldBe([(WatchAlarms.LevelChange, "w01018"), (WatchAlarms.LevelChange, "w01020")], ignoreOrder: true);
        found[0].FirstAt.ShouldBe(room.At(36)); // 06:00
        found[0].Text.ShouldContain("水平由此前 7 天的");
    }

    /// <summary>Twelve days up to <see cref="Day"/>, restless but harmless; a test changes that day.</summary>
    private sealed class Room : IWatchServices, IAlarms
    {
        public const int Flow = 1;
        public const int Cod = 2;
        public const int Toc = 3;
        private const int Days = 12;
        private const int Steps = 144;

        private static readonly DateTime Start = ParkTime.ToUtc(Day.AddDays(1 - Days).ToDateTime(TimeOnly.MinValue));

        private readonly double?[][] _values = [.. Enumerable.Range(0, 4).Select(_ => new double?[Days * Steps])];
        private readonly char[][] _flags = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Repeat('N', Days * Steps).ToArray())];
        private readonly List<Finding> _found = [];

        private Room(WatchBook book, IReadingStore store)
        {
            (Book, Readings) = (book, store);
            var random = new Random(1);
            for (var step = 0; step < Days * Steps; step++)
            {
                _values[Flow][step] = 18 + random.NextDouble();
                _values[Toc][step] = 13 + (2 * Math.Cos(step * Math.PI / 72)) + random.NextDouble();
                _values[Cod][step] = (3 * _values[Toc][step]) + random.NextDouble();
            }
        }

        public Func<int, double> Hours { get; set; } = _ => 1;

        public WatchBook Book { get; }

        public IReadingStore Readings { get; }

        IReadingStore IWatchServices.Store => Readings;

        public IAlarms Alarms => this;

        public TimeProvider Clock { get; } = new FakeTimeProvider(ParkTime.ToUtc(Day.AddDays(1).ToDateTime(new TimeOnly(9, 0))));

        public static async Task<Room> Build(params ExemptionPlan[] plans)
        {
            var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "32" };
            var point = new MonitoringPoint { Id = 1, Name = "总排口", Kind = PointKind.WasteWater, PermitOutletId = 1 };
            Channel New(int id, string code, string name, string unit) => new() { Id = id, DeviceId = 1, PointId = 1, FactorCode = code, OriginalCode = code, Name = name, Unit = unit };
            var channels = new[] { New(Flow, "w00000", "污水", "L/s"), New(Cod, "w01018", "化学需氧量", "mg/L"), New(Toc, "w01020", "总有机碳", "mg/L") };
            var permits = new PermitSnapshot([new KnownEnterprise(7, "甲公司", "")], [new KnownOutlet(1, 7, "DW001", "总排口")], []);
            return new Room(new WatchBook(new RegistrySnapshot([device], [point], channels), permits, [], plans), await Stores.NewReadings(Database.Sqlite));
        }

        public DateTime At(int step) => Start.AddDays(Days - 1).AddMinutes(10 * step);

        public void Each(int channel, int from, int steps, Func<double, double> change)
        {
            for (var step = from; step < from + steps; step++)
                _values[channel][((Days - 1) * Steps) + step] = change(_values[channel][((Days - 1) * Steps) + step]!.Value);
        }

        public void Leave(int channel, int from, int steps) => Array.Fill(_values[channel], null, ((Days - 1) * Steps) + from, steps);

        public void Flag(int channel, int from, int steps, char flag) => Array.Fill(_flags[channel], flag, ((Days - 1) * Steps) + from, steps);

        public async Task Store(bool isBackfill = true, bool isWatched = false)
        {
            var readings = new List<Reading>();
            for (var channel = 1; channel < 4; channel++)
            {
                for (var step = 0; step < Days * Steps; step++)
                {
                    if (_values[channel][step] is not { } value)
                        continue;
                    var sent = new Reading { Series = new SeriesId(channel, Interval.Minute, Origin.Sent), Time = Start.AddMinutes(10 * step), Value = value, Flag = _flags[channel][step], Marks = isBackfill ? ReadingMarks.Backfill : 0 };
                    readings.Add(sent);
                    if (isWatched)
                        readings.Add(sent with { Series = new SeriesId(channel, Interval.Minute, Origin.RolledUp) });
                }

                for (var hour = 0; hour < Days * 24; hour++)
                {
                    var steps = Enumerable.Range(hour * 6, 6).Where(step => _values[channel][step] is not null && _flags[channel][step] == 'N').ToList();
                    if (steps.Count > 3)
                        readings.Add(new Reading { Series = new SeriesId(channel, Interval.Hour, Origin.Sent), Time = Start.AddHours(hour), Value = steps.Average(step => _values[channel][step]) * (channel == Cod && hour >= (Days - 1) * 24 ? Hours(hour % 24) : 1), Flag = 'N' });
                }
            }

            await Readings.Write(readings, [], Clock.UtcNow(), CancellationToken.None);
        }

        public async Task<List<Finding>> Check()
        {
            _found.Clear();
            await new DeviceWatch(1, this).Check([Day]);
            return [.. _found];
        }

        public Task Refresh() => Task.CompletedTask;

        public Task<IReadOnlyList<Alarm>> LastingOf(int deviceId) => Task.FromResult<IReadOnlyList<Alarm>>([]);

        public Task Write(IReadOnlyList<AlarmEvent> events)
        {
            _found.AddRange(events.OfType<Finding>());
            return Task.CompletedTask;
        }
    }
}

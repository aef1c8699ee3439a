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

/// <summary>Rules over readings, without sockets: one channel, a limit of 50 mg/L, a reading a minute.</summary>
public sealed class WatchTests
{
    private static readonly DateTime Noon = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc); // Monday 12:00 in the park.

    [Fact]
    public async Task Near_the_limit_is_told_after_its_delay_and_more_urgently_from_ninety_percent()
    {
        var room = await Room.Build();
        await room.Look(0, 42, 42, 42, 42, 42, 42); // 84 %: five minutes are over with the sixth.
        room.Told.ShouldBe(["NearLimit Blue 0"]);
        await room.Look(6, 46); // 92 %
        room.Told.ShouldBe(["NearLimit Blue 0", "NearLimit Yellow 0"]);
        await room.Look(7, 30);
        room.Told[^1].ShouldBe("ended NearLimit 7");
    }

    [Fact]
    public async Task A_run_that_began_before_a_restart_counts_from_its_beginning()
    {
        var room = await Room.Build();
        await room.Look(0, 42, 42, 42);
        room.Restart();
        await room.Look(3, 42, 42, 42);
        room.Told.ShouldBe(["NearLimit Blue 0"]);
    }

    [Fact]
    public async Task An_alarm_that_was_raised_before_a_restart_is_not_raised_again_and_ends()
    {
        var room = await Room.Build();
        await room.Look(0, 60);
        room.Restart();
        await room.Look(1, 61, 20);
        room.Told.ShouldBe(["OverLimit Orange 0", "ended OverLimit 2"]);
    }

    [Fact]
    public async Task A_spike_is_found_and_a_signal_that_is_restless_by_nature_is_left_alone()
    {
        var room = await Room.Build();
        await room.Look(0, [.. Enumerable.Range(0, 30).Select(i => 5 + (0.2 * (i % 3)))]);
        await room.Look(30, 40, 5);
        room.Told.ShouldBe(["Spike Blue 30", "ended Spike 31"]);

        // Values that jump by a factor of four all the time: the scatter is as large as the jumps.
        var restless = await Room.Build();
        await restless.Look(0, [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 3.0 : 12.0)]);
        restless.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_the_range_that_was_filed_a_reading_cannot_be()
    {
        // Filed in µg/L: 0 … 200 mg/L.
        var room = await Room.Of(new KnownRange(1, "w01018", 0, 200_000, "μg/L", "备案量程"));
        await room.Look(0, 199, 201, 201, 201, 201, 201, 201, 199);
        room.Told.ShouldContain(told => told.StartsWith("OutOfRange "));
        room.Told[^1].ShouldBe("ended OutOfRange 7");
    }

    [Fact]
    public async Task A_rule_of_the_park_takes_the_place_of_the_built_in_one_and_only_in_its_hours()
    {
        var room = await Room.Build(new AlarmRule { Name = "夜间", Kind = "超标", Data = "实时", Level = "红", Upper = 40, ActiveFrom = new TimeOnly(20, 0), ActiveTo = new TimeOnly(6, 0) });
        await room.Look(0, 60);
        room.Told.ShouldBeEmpty("it is noon");
        await room.Look(8 * 60, 41); // 20:00
        room.Told.ShouldBe(["OverLimit Red 480"]);
    }

    [Fact]
    public async Task Of_two_rules_the_narrower_one_holds()
    {
        var room = await Room.Build(new AlarmRule { Name = "全部", Kind = "超标", Data = "实时", IsOff = true }, new AlarmRule { Name = "此处", Kind = "超标", Data = "实时", PointName = "总排口", Upper = 45 });
        await room.Look(0, 46);
        room.Told.ShouldBe(["OverLimit Orange 0"]);
    }

    [Fact]
    public async Task The_limit_is_the_one_in_force_on_the_day_and_in_the_unit_of_the_channel()
    {
        // 2026-03-02 belongs to the first; the unit of the second would be a thousand times less.
        var room = await Room.BuildWith(new KnownLimit(new PermitOutletId(1), "w01018", 50_000, "μg/L", "甲", new DateOnly(2024, 1, 1), new DateOnly(2026, 3, 2)), new KnownLimit(new PermitOutletId(1), "w01018", 10, "mg/L", "乙", new DateOnly(2026, 3, 3), null));
        await room.Look(0, 20);
        room.Told.ShouldBeEmpty();
        await room.Look(24 * 60, 20);
        room.Told.ShouldBe(["OverLimit Red 1440"]); // Twice the limit.
    }

    [Fact]
    public async Task A_trend_that_will_cross_the_limit_is_told_before_and_a_level_that_stays_is_not()
    {
        var room = await Room.Build();
        // From 20 mg/L a quarter of one a minute, with scatter of ±0.3: 80 minutes reach 40, and 40 more the limit of 50.
        await room.Look(0, [.. Enumerable.Range(0, 85).Select(i => 20 + (0.25 * i) + (0.3 * ((i % 3) - 1)))]);
        room.Told.Where(told => told.StartsWith("Forecast", StringComparison.Ordinal)).ShouldHaveSingleItem();
        room.Restart();
        await room.Look(85, 41.2, 41.6);
        room.Told.Count(told => told.StartsWith("Forecast", StringComparison.Ordinal)).ShouldBe(1, "what it remembers is read again");

        var level = await Room.Build();
        await level.Look(0, [.. Enumerable.Range(0, 150).Select(i => 35 + (0.5 * ((i % 3) - 1)))]);
        level.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_spike_just_after_a_restart_is_found_by_what_is_in_the_store()
    {
        var room = await Room.Build();
        await room.Look(0, [.. Enumerable.Range(0, 30).Select(i => 5 + (0.2 * (i % 3)))]);
        room.Restart();
        await room.Look(30, 40, 5);
        room.Told.ShouldBe(["Spike Blue 30", "ended Spike 31"]);
    }

    [Fact]
    public async Task A_limit_of_another_quantity_is_no_limit()
    {
        var room = await Room.BuildWith(new KnownLimit(new PermitOutletId(1), "w01018", 1, "dB(A)", "", new DateOnly(2024, 1, 1), null));
        await room.Look(0, 20);
        room.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gas_whose_logger_does_not_correct_is_judged_at_the_reference_oxygen_of_its_filing()
    {
        // GB 13271-2014, 9 %: 40 mg/m³ at 12 % oxygen are 40 · (21 − 9) / (21 − 12) = 53.33; 55 at 5 % are 55 · 12 / 16 = 41.25.
        var room = await Room.Gas();
        await room.LookGas(0, (40, 12));
        room.Told.ShouldBe(["OverLimit Orange 0"]);
        room.Texts[0].ShouldContain("折算值 53.33 mg/m³（实测 40 mg/m³），高于限值 50 mg/m³");
        await room.LookGas(1, (55, 5));
        room.Told.ShouldBe(["OverLimit Orange 0", "ended OverLimit 1"]);
        room.Restart();
        await room.LookGas(2, (40, 12), (41, 12), (40, 20.5)); // The last is of gas that is nearly air.
        room.Told[^2..].ShouldBe(["OverLimit Orange 2", "ended OverLimit 4"]);
        room.Texts[^1].ShouldContain("没有可判定的值");
    }

    [Fact]
    public async Task Oxygen_of_another_logger_counts_for_five_minutes()
    {
        var room = await Room.Gas();
        await room.Store.Write([Room.Of(2, 0, 12)], [], Noon, TestContext.Current.CancellationToken);
        await room.Look(4, 40);
        room.Told.ShouldBe(["OverLimit Orange 4"]);
        await room.Look(6, 40);
        room.Told[^1].ShouldBe("ended OverLimit 6");
    }

    /// <summary>The newest of late readings is judged by what the store has of its very time.</summary>
    [Theory, CombinatorialDatabases]
    public async Task Late_gas_is_judged_at_the_reference_oxygen_as_well(Database database)
    {
        var room = await Room.Gas(database);
        await room.LookGas(-2 * 24 * 60, (30, 12), (40, 12));
        room.Told.ShouldHaveSingleItem().ShouldStartWith("OverLimit Orange ");
        room.Texts[0].ShouldContain("有 1 条超标");
        room.Texts[0].ShouldContain("折算值 53.33 mg/m³（实测 40 mg/m³）");
    }

    [Fact]
    public async Task A_range_and_a_standstill_of_the_signal_are_asked_of_what_was_measured()
    {
        // The instrument reads 40 all the time while the oxygen moves: the converted value never stands still.
        var room = await Room.Gas(new KnownRange(1, "a21026", 0, 60, "mg/m³", "备案量程"));
        await room.LookGas(0, [.. Enumerable.Range(0, 185).Select(i => (40.0, 9 + (0.1 * (i % 5))))]);
        room.Told.ShouldContain(told => told.StartsWith("ConstantValue ", StringComparison.Ordinal));
        await room.LookGas(185, [.. Enumerable.Range(0, 8).Select(_ => (55.0, 15.0))]); // 110 converted, and within the range of the instrument.
        room.Told.ShouldContain(told => told.StartsWith("OverLimit ", StringComparison.Ordinal));
        room.Told.ShouldNotContain(told => told.StartsWith("OutOfRange ", StringComparison.Ordinal));
    }

    /// <summary>One watched channel with its store, and what the watch told.</summary>
    private sealed class Room : IWatchServices, IAlarms
    {
        private readonly FakeTimeProvider _clock = new(Noon);
        private readonly Dictionary<AlarmCause, Finding> _open = [];
        private DeviceWatch _watch;

        private Room(WatchBook book, IReadingStore store) => (Book, Store, _watch) = (book, store, new DeviceWatch(1, this));

        /// <summary>Kind, level and minute of the first reading; or what ended, and when.</summary>
        public List<string> Told { get; } = [];

        /// <summary>The words of each.</summary>
        public List<string> Texts { get; } = [];

        public WatchBook Book { get; }

        public IReadingStore Store { get; }

        public IAlarms Alarms => this;

        public TimeProvider Clock => _clock;

        public static Task<Room> Build(params AlarmRule[] rules) => Build([new KnownLimit(new PermitOutletId(1), "w01018", 50, "mg/L", "", new DateOnly(2024, 1, 1), null)], rules);

        public static Task<Room> BuildWith(params KnownLimit[] limits) => Build(limits, []);

        public Task Refresh() => Task.CompletedTask;

        public void Restart() => _watch = new DeviceWatch(1, this);

        /// <summary>Stores values of one minute after another and looks at them.</summary>
        public async Task Look(int minute, params double[] values)
        {
            foreach (var (value, at) in values.Select((value, at) => (value, at)))
                await Look([Of(1, minute + at, value)]);
        }

        /// <summary>The same of gas with the oxygen that the same telegram brings.</summary>
        public async Task LookGas(int minute, params (double Measured, double Oxygen)[] values)
        {
            foreach (var (value, at) in values.Select((value, at) => (value, at)))
                await Look([Of(1, minute + at, value.Measured), Of(2, minute + at, value.Oxygen)]);
        }

        public static Reading Of(int channel, int minute, double value) =>
            new() { Series = new SeriesId(channel, Interval.RealTime, Origin.Sent), Time = Noon.AddMinutes(minute), Value = value, Flag = 'N', Rank = minute };

        private async Task Look(Reading[] readings)
        {
            if (readings[0].Time > _clock.UtcNow())
                _clock.SetUtcNow(readings[0].Time);
            await Store.Write(readings, [], readings[0].Time, CancellationToken.None);
            await _watch.Look(readings);
        }

        public Task Write(IReadOnlyList<AlarmEvent> events)
        {
            foreach (var one in events)
            {
                if (one is Finding finding)
                {
                    _open[finding.Cause] = finding;
                    Told.Add(FormattableString.Invariant($"{finding.Kind.Name} {finding.Level} {(finding.FirstAt - Noon).TotalMinutes}"));
                    Texts.Add(finding.Text);
                }

                if (one is Ended ended && _open.Remove(ended.Cause, out var open))
                {
                    Told.Add(FormattableString.Invariant($"ended {open.Kind.Name} {(ended.At - Noon).TotalMinutes}"));
                    Texts.Add(ended.Text);
                }
            }

            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Alarm>> LastingOf(int deviceId) => Task.FromResult<IReadOnlyList<Alarm>>(
            [.. _open.Values.Select(finding => AlarmOf(finding))]);

        private static Alarm AlarmOf(Finding finding) => new()
        {
            Cause = finding.Cause.Key,
            OpenCause = finding.Cause.Key,
            Kind = finding.Kind.Name,
            SubjectKey = finding.Cause.Subject,
            Interval = finding.Interval,
            FoundBy = finding.FoundBy,
            Text = "",
            Level = finding.Level,
            ChannelId = 1,
            FirstAt = finding.FirstAt,
            LastAt = finding.LastAt,
        };

        /// <summary>With an instrument whose range has been filed.</summary>
        public static Task<Room> Of(KnownRange range) => Build([], [], range);

        /// <summary>Sulphur dioxide of at most 50 mg/m³ at 9 % oxygen, which the second channel measures.</summary>
        public static Task<Room> Gas(params KnownRange[] ranges) => Gas(Database.Sqlite, ranges);

        public static async Task<Room> Gas(Database database, params KnownRange[] ranges)
        {
            var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "31" };
            var point = new MonitoringPoint { Id = 1, Name = "烟囱", Kind = PointKind.FlueGas, PermitOutletId = 1 };
            Channel[] channels =
            [
                new() { Id = 1, DeviceId = 1, PointId = 1, FactorCode = "a21026", OriginalCode = "a21026", Name = "二氧化硫", Unit = "mg/m³" },
                new() { Id = 2, DeviceId = 1, PointId = 1, FactorCode = "a19001", OriginalCode = "a19001", Name = "氧含量", Unit = "%" },
            ];
            var permits = new PermitSnapshot([new KnownEnterprise(7, "甲公司", "")], [new KnownOutlet(new PermitOutletId(1), 7, "DA001", "烟囱")],
                [new KnownLimit(new PermitOutletId(1), "a21026", 50, "mg/m³", "GB 13271-2014", new DateOnly(2024, 1, 1), null)]);
            return new Room(new WatchBook(new RegistrySnapshot([device], [point], channels), permits, [], [], new InstrumentFacts(ranges, [new KnownOxygen(1, 9)])), await Stores.NewReadings(database));
        }

        private static async Task<Room> Build(IReadOnlyList<KnownLimit> limits, IReadOnlyList<AlarmRule> rules, params KnownRange[] ranges)
        {
            var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "32" };
            var point = new MonitoringPoint { Id = 1, Name = "总排口", Kind = PointKind.WasteWater, PermitOutletId = 1 };
            var channel = new Channel { Id = 1, DeviceId = 1, PointId = 1, FactorCode = "w01018", OriginalCode = "w01018", Name = "化学需氧量", Unit = "mg/L" };
            var permits = new PermitSnapshot([new KnownEnterprise(7, "甲公司", "")], [new KnownOutlet(new PermitOutletId(1), 7, "DW001", "总排口")], limits);
            return new Room(new WatchBook(new RegistrySnapshot([device], [point], [channel]), permits, [.. rules.Select(AlarmRuleType.RuleOf)], [], new InstrumentFacts(ranges, [])), await Stores.NewReadings(Database.Sqlite));
        }
    }
}

using EcoPark.Standards;
using EcoPark.Support;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>Roll-ups through the stores. Expected values are worked out by hand beside each test.</summary>
public class RollupContract
{
    // 2026-11-24 08:00 in the park.
    private static readonly DateTime Hour = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    [Theory, CombinatorialDatabases]
    public async Task Real_time_readings_become_minutes_hours_and_days(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.NewReadings(database);
        // Values 0, 1, … 59, one a minute: ten-minute means 4.5, 14.5, … 54.5; the hour 29.5.
        await Write(store, rule, [.. Enumerable.Range(0, 60).Select(i => RealTime(1, i, i))]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);

        var minutes = await Read(store, 1, Interval.Minute);
        minutes.Select(reading => reading.Value!.Value).ShouldBe([4.5, 14.5, 24.5, 34.5, 44.5, 54.5]);
        minutes[0].ShouldSatisfyAllConditions(m => m.Min.ShouldBe(0), m => m.Max.ShouldBe(9), m => m.Coverage.ShouldBe(1), m => m.Marks.ShouldBe(ReadingMarks.None));
        var hour = (await Read(store, 1, Interval.Hour)).Single();
        hour.ShouldSatisfyAllConditions(h => h.Value.ShouldBe(29.5), h => h.Min.ShouldBe(0), h => h.Max.ShouldBe(59), h => h.Time.ShouldBe(Hour), h => h.IsValid.ShouldBeTrue());

        // One hour of 24 is less than the 20 hours HJ 76-2017 asks for: the mean stands, but is not valid.
        var day = (await Read(store, 1, Interval.Day)).Single();
        day.Time.ShouldBe(new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc)); // midnight in the park
        day.Marks.ShouldBe(ReadingMarks.Insufficient);
        day.Coverage!.Value.ShouldBe(1.0 / 24, 0.001);
    }

    [Theory, CombinatorialDatabases]
    public async Task An_hour_needs_forty_five_valid_minutes(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.NewReadings(database);
        // Five of six ten-minute means are valid (50 min): enough. In the next hour four (40 min): not enough.
        await Write(store, rule, [.. Enumerable.Range(0, 6).Select(i => Minute(1, i * 10, 10, i < 5 ? 'N' : 'D')), .. Enumerable.Range(6, 6).Select(i => Minute(1, i * 10, 20, i < 10 ? 'N' : 'C'))]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        var hours = await Read(store, 1, Interval.Hour);
        (hours[0].Value, hours[0].IsValid, hours[0].Coverage!.Value).ShouldBe((10, true, 50.0 / 60), new Tolerant());
        (hours[1].Value, hours[1].IsValid, hours[1].Marks).ShouldBe((20, false, ReadingMarks.Insufficient));
    }

    [Theory, CombinatorialDatabases]
    public async Task Minutes_of_a_stopped_source_are_in_no_mean_and_forty_five_minutes_with_it_running_are_asked_for(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.NewReadings(database);
        // It runs for 50 minutes at 10 and stands still for 10 (flag F); in the next hour it runs for 40 at 20; then it stands still for an hour.
        await Write(store, rule, [.. Enumerable.Range(0, 18).Select(i => i switch
        {
            < 5 => Minute(1, i * 10, 10),
            5 => Minute(1, i * 10, 0, 'F'),
            < 10 => Minute(1, i * 10, 20),
            _ => Minute(1, i * 10, 0, 'F'),
        })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        var hours = await Read(store, 1, Interval.Hour);
        (hours[0].Value, hours[0].IsValid, hours[0].Flag).ShouldBe((10, true, 'N'));
        (hours[1].Value, hours[1].IsValid, hours[1].Marks).ShouldBe((20, false, ReadingMarks.Insufficient));
        (hours[2].Value, hours[2].Flag).ShouldBe((null, 'F'));
    }

    [Theory, CombinatorialDatabases]
    public async Task Waste_water_concentrations_are_weighted_by_flow(Database database)
    {
        // HJ 212-2017 (13): 100 mg/L at 1 L/s and 10 mg/L at 9 L/s in equal times → (100·1 + 10·9) / 10 = 19 mg/L, not 55.
        var rule = new RollupRule(FixedRegistry.Of(PointKind.WasteWater, "w01018", "w00000"));
        var store = await Stores.NewReadings(database);
        await Write(store, rule, [.. Enumerable.Range(0, 6).SelectMany(i => new[] { Minute(1, i * 10, i % 2 == 0 ? 100 : 10), Minute(2, i * 10, i % 2 == 0 ? 1 : 9) })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        (await Read(store, 1, Interval.Hour)).Single().Value!.Value.ShouldBe(19, 1e-9);
        (await Read(store, 2, Interval.Hour)).Single().Value!.Value.ShouldBe(5, 1e-9);
    }

    /// <summary>A station of water that analyses every four hours has six results a day, one of two hours twelve (three quarters are asked for: five and nine). Air owes every hour (GB 3095: 20).</summary>
    [Theory]
    [InlineData(PointKind.SurfaceWater, "0,4,8,12,16,20", true)]
    [InlineData(PointKind.SurfaceWater, "1,5,9,13,17,21", true)]
    [InlineData(PointKind.SurfaceWater, "0,4,8,12,16", true)]
    [InlineData(PointKind.SurfaceWater, "0,4,8,12", false)]
    [InlineData(PointKind.SurfaceWater, "0,2,4,6,8,10,12,14,16", true)]
    [InlineData(PointKind.SurfaceWater, "0,2,4,6,8,10,12,14", false)]
    [InlineData(PointKind.SurfaceWater, "0,1,2,3,4,5", false)]
    [InlineData(PointKind.WasteWater, "0,2,4,6,8,10,12,14,16,18,20,22", true)]
    [InlineData(PointKind.AmbientAir, "0,4,8,12,16,20", false)]
    public async Task A_day_owes_what_its_analyser_can_give(PointKind kind, string hours, bool isValid)
    {
        var rule = new RollupRule(FixedRegistry.Of(kind, kind == PointKind.AmbientAir ? "a34004" : "w21003"));
        var store = await Stores.NewReadings(Database.Sqlite);
        var (midnight, given) = (Hour.AddHours(-8), hours.Split(',').Select(hour => int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture)).ToList());
        await Write(store, rule, [.. given.Select(hour => new Reading { Series = new SeriesId(1, Interval.Hour, Origin.Sent), Time = midnight.AddHours(hour), Value = hour, Flag = 'N', Rank = 1 })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        var day = (await Read(store, 1, Interval.Day)).Single();
        (day.Value!.Value, day.IsValid).ShouldBe((given.Average(), isValid));
    }

    /// <summary>HJ/T 356: where nothing flows, what is measured is not valid, and it is not owed. Ten hours at 20 with water, fourteen at 300 without.</summary>
    [Fact]
    public async Task Hours_without_flow_are_in_no_mean_of_waste_water()
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.WasteWater, "w01018", "w00000"));
        var store = await Stores.NewReadings(Database.Sqlite);
        await Write(store, rule, [.. Enumerable.Range(0, 24).SelectMany(hour => new[] { HourOf(1, hour, hour < 10 ? 20 : 300), HourOf(2, hour, hour < 10 ? 5 : 0) })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        var day = (await Read(store, 1, Interval.Day)).Single();
        (day.Value, day.IsValid).ShouldBe((20, true));

        static Reading HourOf(int channel, int hour, double value) => new() { Series = new SeriesId(channel, Interval.Hour, Origin.Sent), Time = Hour.AddHours(hour - 8), Value = value, Flag = 'N', Rank = 1 };
    }

    /// <summary>The mean of 60.4 is 60.4, not 60.40000000000001.</summary>
    [Fact]
    public async Task Means_have_no_digits_of_their_binary_form()
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.AmbientAir, "a34004"));
        var store = await Stores.NewReadings(Database.Sqlite);
        await Write(store, rule, [.. Enumerable.Range(0, 24).Select(hour => new Reading { Series = new SeriesId(1, Interval.Hour, Origin.Sent), Time = Hour.AddHours(hour - 8), Value = 60.4, Flag = 'N', Rank = 1 })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        (await Read(store, 1, Interval.Day)).Single().Value.ShouldBe(60.4);
    }

    [Theory, CombinatorialDatabases]
    public async Task Without_flow_the_plain_mean_is_taken_and_marked(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.WasteWater, "w01018"));
        var store = await Stores.NewReadings(database);
        await Write(store, rule, [.. Enumerable.Range(0, 6).Select(i => Minute(1, i * 10, i % 2 == 0 ? 100 : 10))]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        (await Read(store, 1, Interval.Hour)).Single().ShouldSatisfyAllConditions(h => h.Value.ShouldBe(55), h => h.Marks.ShouldBe(ReadingMarks.Unweighted));
    }

    [Theory, CombinatorialDatabases]
    public async Task Directions_and_sound_levels_have_means_of_their_own(Database database)
    {
        // 350° and 10° mean north, not south. 60 dB and 50 dB for equal times: 10·lg((10^6 + 10^5) / 2) = 57.40 dB.
        var rule = new RollupRule(FixedRegistry.Of(PointKind.Weather, "a01008", "Leq"));
        var store = await Stores.NewReadings(database);
        await Write(store, rule, [.. Enumerable.Range(0, 6).SelectMany(i => new[] { Minute(1, i * 10, i % 2 == 0 ? 350 : 10), Minute(2, i * 10, i % 2 == 0 ? 60 : 50) })]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        var north = (await Read(store, 1, Interval.Hour)).Single().Value!.Value;
        Math.Min(north, 360 - north).ShouldBe(0, 1e-9);
        (await Read(store, 2, Interval.Hour)).Single().Value!.Value.ShouldBe(57.4036, 0.0001);
    }

    /// <summary>数据审核: what a review says goes before what was sent, an imported value only fills what nobody sent, and a review taken back counts for nothing.</summary>
    [Theory, CombinatorialDatabases]
    public async Task A_review_goes_before_what_was_sent_and_derived_values_follow(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.AmbientAir, "a34004"));
        var store = await Stores.NewReadings(database);
        // A day of 24 hours at 10, the first of them sent as 250; hour 23 was only imported, as 10.
        var day = Hour.AddHours(-8);
        await Write(store, rule, [.. Enumerable.Range(0, 23).Select(h => HourOf(h, h == 0 ? 250 : 10, Origin.Sent)), HourOf(0, 99, Origin.Imported), HourOf(23, 10, Origin.Imported)]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        (await Read(store, 1, Interval.Day)).Single().Value!.Value.ShouldBe(((23 * 10) + 250) / 24.0, 1e-9);

        await Write(store, rule, [HourOf(0, 250, Origin.Reviewed) with { Marks = ReadingMarks.Rejected }]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        (await Read(store, 1, Interval.Day)).Single().ShouldSatisfyAllConditions(d => d.Value!.Value.ShouldBe(10, 1e-9), d => d.Coverage!.Value.ShouldBe(23 / 24.0, 1e-6));

        await Write(store, rule, [HourOf(0, 34, Origin.Reviewed) with { Marks = ReadingMarks.Replaced, Rank = 2 }]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        (await Read(store, 1, Interval.Day)).Single().Value!.Value.ShouldBe(11, 1e-9);

        await Write(store, rule, [HourOf(0, 34, Origin.Reviewed) with { Marks = ReadingMarks.Withdrawn, Rank = 3 }]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(3), CancellationToken.None);
        (await Read(store, 1, Interval.Day)).Single().Value!.Value.ShouldBe(20, 1e-9);
        (await store.Read(new SeriesId(1, Interval.Hour, Origin.Sent), day, day.AddHours(1), 10, CancellationToken.None)).Single().Value.ShouldBe(250); // The original is untouched.

        Reading HourOf(int hour, double value, Origin origin) => new() { Series = new SeriesId(1, Interval.Hour, origin), Time = day.AddHours(hour), Value = value, Flag = 'N', Rank = 1 };
    }

    [Theory, CombinatorialDatabases]
    public async Task What_comes_late_is_rolled_up_again_and_what_was_sent_stays_beside(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.NewReadings(database);
        await Write(store, rule, [.. Enumerable.Range(0, 5).Select(i => Minute(1, i * 10, 10))]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);
        await Write(store, rule, [Minute(1, 50, 70), new Reading { Series = new SeriesId(1, Interval.Hour, Origin.Sent), Time = Hour, Value = 21, Flag = 'N', Rank = 1 }]);
        await RollupJob.WorkOff(store, rule, Hour.AddDays(2), CancellationToken.None);

        (await Read(store, 1, Interval.Hour)).Single().Value.ShouldBe(20); // (5·10 + 70) / 6
        (await store.Read(new SeriesId(1, Interval.Hour, Origin.Sent), Hour, Hour.AddHours(1), 10, CancellationToken.None)).Single().Value.ShouldBe(21);
        // The day is made of what the device sent for the hour, where it sent it.
        (await Read(store, 1, Interval.Day)).Single().Value.ShouldBe(21);
    }

    [Theory, CombinatorialDatabases]
    public async Task A_period_that_late_readings_touch_waits_until_they_have_gone_quiet(Database database)
    {
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.NewReadings(database);
        var quiet = Hour.AddDays(1);
        await store.Write([RealTime(1, 0, 5)], [rule.TargetOf(new SeriesId(1, Interval.RealTime, Origin.Sent), Hour)!.Value], quiet, CancellationToken.None);

        (await RollupJob.WorkOff(store, rule, quiet.AddSeconds(-1), CancellationToken.None)).ShouldBe(0);
        (await Read(store, 1, Interval.Minute)).ShouldBeEmpty();
        await RollupJob.WorkOff(store, rule, quiet, CancellationToken.None);
        (await Read(store, 1, Interval.Minute)).Single().Value.ShouldBe(5);
    }

    /// <summary>The list of periods as it was made before they could wait.</summary>
    [Theory, CombinatorialDatabases]
    public async Task A_store_of_before_keeps_its_list_and_goes_on(Database database)
    {
        var end = Hour.AddMinutes(10);
        var rule = new RollupRule(FixedRegistry.Of(PointKind.FlueGas, "a21026"));
        var store = await Stores.ReadingsAfter(database, database == Database.Sqlite
            ? $"""
                CREATE TABLE rollup_due (interval INTEGER NOT NULL, end INTEGER NOT NULL, channel INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (interval, end, channel, start)) WITHOUT ROWID;
                INSERT INTO rollup_due VALUES ({(int)Interval.Minute}, {new DateTimeOffset(end).ToUnixTimeMilliseconds()}, 1, {new DateTimeOffset(Hour).ToUnixTimeMilliseconds()})
                """
            : $"""
                CREATE TABLE rollup_due ("interval" smallint NOT NULL, "end" timestamptz NOT NULL, channel integer NOT NULL, start timestamptz NOT NULL, PRIMARY KEY ("interval", "end", channel, start));
                INSERT INTO rollup_due VALUES ({(int)Interval.Minute}, '{end:O}', 1, '{Hour:O}')
                """);
        await store.Write([RealTime(1, 3, 7)], [], default, CancellationToken.None);

        (await RollupJob.WorkOff(store, rule, end, CancellationToken.None)).ShouldBe(0);
        await RollupJob.WorkOff(store, rule, end + RollupTarget.Grace, CancellationToken.None);
        (await Read(store, 1, Interval.Minute)).Single().Value.ShouldBe(7);
    }

    private static Task Write(IReadingStore store, IRollupRule rule, IReadOnlyList<Reading> readings) =>
        store.Write(readings, readings.Select(reading => rule.TargetOf(reading.Series, reading.Time)).OfType<RollupTarget>().ToHashSet(), default, CancellationToken.None);

    private static Task<IReadOnlyList<Reading>> Read(IReadingStore store, int channel, Interval interval) =>
        store.Read(new SeriesId(channel, interval, Origin.RolledUp), Hour.AddDays(-2), Hour.AddDays(2), 1_000, CancellationToken.None);

    private static Reading RealTime(int channel, int minute, double value) =>
        new() { Series = new SeriesId(channel, Interval.RealTime, Origin.Sent), Time = Hour.AddMinutes(minute), Value = value, Flag = 'N', Rank = 1 };

    private static Reading Minute(int channel, int minute, double value, char flag = 'N') =>
        new() { Series = new SeriesId(channel, Interval.Minute, Origin.Sent), Time = Hour.AddMinutes(minute), Value = value, Flag = flag, Rank = 1 };

    /// <summary>Coverage is kept in single precision on the server.</summary>
    private sealed class Tolerant : IEqualityComparer<(double?, bool, double)>
    {
        public bool Equals((double?, bool, double) x, (double?, bool, double) y) => x.Item1 == y.Item1 && x.Item2 == y.Item2 && Math.Abs(x.Item3 - y.Item3) < 1e-6;

        public int GetHashCode((double?, bool, double) obj) => 0;
    }
}

using EcoPark.Hj212;
using EcoPark.Standards;
using EcoPark.Support;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Tests;

public class ReadingStoreContract
{
    private static readonly DateTime T0 = new(2026, 10, 31, 23, 0, 0, DateTimeKind.Utc);
    private static readonly SeriesId Series = new(7, Interval.RealTime, Origin.Sent);

    [Theory, CombinatorialDatabases]
    public async Task What_was_written_is_read_back_over_the_edge_of_a_month(Database database)
    {
        var store = await Stores.NewReadings(database);
        var readings = Enumerable.Range(0, 8).Select(i => Reading(i * 15, i) with
        {
            Min = i - 1,
            Max = i + 1,
            Total = i * 2,
            Corrected = i * 3,
            CorrectedMin = i,
            CorrectedMax = i,
            Flag = 'N',
            Marks = ReadingMarks.Backfill,
            TelegramId = i + 1,
        }).ToList();
        await store.Write(readings, [], default, CancellationToken.None);
        (await store.Read(Series, T0, T0.AddHours(2), 100, CancellationToken.None)).ShouldBe(readings);
        (await store.Read(Series, T0.AddMinutes(15), T0.AddMinutes(45), 100, CancellationToken.None)).ShouldBe(readings[1..3]);
        (await store.Latest([Series, new SeriesId(8, Interval.RealTime, Origin.Sent)], CancellationToken.None)).ShouldBe([readings[^1]]);
        (await store.FirstStamp([Series], CancellationToken.None)).ShouldBe(T0);
        (await store.Stamps([Series], T0, T0.AddMinutes(31), CancellationToken.None)).ShouldBe([T0, T0.AddMinutes(15), T0.AddMinutes(30)]);
    }

    [Theory, CombinatorialDatabases]
    public async Task Many_series_are_read_in_one_go_in_order_of_series_and_time(Database database)
    {
        var store = await Stores.NewReadings(database);
        SeriesId one = new(7, Interval.Hour, Origin.Imported), two = new(9, Interval.Hour, Origin.Sent), other = new(8, Interval.Hour, Origin.Sent);
        var readings = new[] { two, other, one }.SelectMany(series => Enumerable.Range(0, 3).Select(hour => Reading(60 * hour, hour) with { Series = series })).ToList();
        await store.Write(readings, [], default, CancellationToken.None);
        var found = await store.ReadMany([two, one], T0.AddHours(1), T0.AddHours(3), CancellationToken.None);
        found.Select(reading => (reading.Series, (reading.Time - T0).TotalHours, reading.Value!.Value)).ShouldBe([(one, 1d, 1d), (one, 2d, 2d), (two, 1d, 1d), (two, 2d, 2d)]);
        (await store.ReadValues([two, one], T0.AddHours(1), T0.AddHours(3), CancellationToken.None)).Select(reading => (reading.Series, reading.Time, reading.Value, reading.Flag, reading.Marks, reading.IsValid))
            .ShouldBe(found.Select(reading => (reading.Series, reading.Time, reading.Value, reading.Flag, reading.Marks, reading.IsValid)));
        (await store.ReadMany([], T0, T0.AddHours(3), CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>Only what was rolled up is simply replaced: reviews and imported files keep what gave way.</summary>
    [Theory, CombinatorialDatabases]
    public async Task An_earlier_review_is_kept_beside_a_later_one(Database database)
    {
        var store = await Stores.NewReadings(database);
        var series = new SeriesId(7, Interval.Hour, Origin.Reviewed);
        var first = Reading(0, 1) with { Series = series, Rank = 1 };
        var second = Reading(0, 2) with { Series = series, Rank = 2 };
        await store.Write([first], [], default, CancellationToken.None);
        await store.Write([second], [], default, CancellationToken.None);
        (await store.Read(series, T0, T0.AddHours(1), 10, CancellationToken.None)).ShouldBe([second]);
        (await store.Superseded(series, T0, T0.AddHours(1), CancellationToken.None)).ShouldBe([first]);
    }

    [Theory, CombinatorialDatabases]
    public async Task A_repeat_changes_nothing_and_another_content_is_kept_beside(Database database)
    {
        var store = await Stores.NewReadings(database);
        var (first, later, earlier) = (Reading(0, 1) with { Rank = 200 }, Reading(0, 2) with { Rank = 300 }, Reading(0, 3) with { Rank = 100 });
        await store.Write([first], [], default, CancellationToken.None);
        await store.Write([first with { TelegramId = 99 }], [], default, CancellationToken.None);
        (await store.Read(Series, T0, T0.AddHours(1), 10, CancellationToken.None)).ShouldBe([first]);
        (await store.Superseded(Series, T0, T0.AddHours(1), CancellationToken.None)).ShouldBeEmpty();

        await store.Write([later, earlier], [], default, CancellationToken.None);
        (await store.Read(Series, T0, T0.AddHours(1), 10, CancellationToken.None)).ShouldBe([later]);
        (await store.Superseded(Series, T0, T0.AddHours(1), CancellationToken.None)).OrderBy(reading => reading.Rank).ShouldBe([earlier, first]);
    }

    /// <summary>Telegrams of one device in any order, some repeated, some contradicting each other, written in any pieces.</summary>
    [Theory, CombinatorialDatabases]
    public async Task Late_repeated_and_shuffled_telegrams_end_as_orderly_ones(Database database)
    {
        var rounds = database == Database.Sqlite ? 30 : 10;
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            var telegrams = Enumerable.Range(0, random.Next(5, 40)).Select(_ => Upload(random.Next(6), random.Next(100))).ToList();
            var shuffled = telegrams.Concat(telegrams.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
            var chunk = random.Next(1, 10);
            var orderly = await EndState(database, [telegrams]);
            var disorderly = await EndState(database, [.. shuffled.Chunk(chunk)]);
            disorderly.ShouldBe(orderly);
        }
    }

    [Theory, CombinatorialDatabases]
    public async Task A_thinned_curve_keeps_the_extremes_and_the_true_mean(Database database)
    {
        var store = await Stores.NewReadings(database);
        // A ramp with one spike and one invalid reading: 1,000 readings, one a minute.
        var readings = Enumerable.Range(0, 1_000).Select(i => Reading(i, i == 500 ? 9_999 : i)).ToList();
        readings[700] = readings[700] with { Flag = 'D', Value = 5_000 };
        await store.Write(readings, [], default, CancellationToken.None);
        var curve = await store.ReadCurve(Series, T0, T0.AddMinutes(1_000), 50, CancellationToken.None);
        curve.Count.ShouldBe(50);
        curve.Sum(point => point.Count).ShouldBe(1_000);
        curve.Max(point => point.Max).ShouldBe(9_999);
        curve.Single(point => point.InvalidCount == 1).Flag.ShouldBe('D');
        curve[0].Mean.ShouldBe(9.5);
        curve[0].Time.ShouldBe(T0);
        // Bucket 35 holds 700…719 and leaves out the invalid 700: mean of 701…719.
        curve[35].Mean.ShouldBe(710);
    }

    private static async Task<List<Reading>> EndState(Database database, IReadOnlyList<IEnumerable<(Telegram Telegram, long Id)>> pieces)
    {
        var store = await Stores.NewReadings(database);
        foreach (var piece in pieces)
        {
            var readings = new List<Reading>();
            foreach (var (telegram, id) in piece)
                ReadingBatch.AddReadings(telegram, id, new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc), (code, _) => code.SequenceEqual("w01018"u8) ? 1 : 2, readings);
            await store.Write(readings, [], default, CancellationToken.None);
        }

        var state = new List<Reading>();
        foreach (var series in new[] { new SeriesId(1, Interval.Minute, Origin.Sent), new SeriesId(2, Interval.Minute, Origin.Sent) })
        {
            state.AddRange(await store.Read(series, DateTime.UnixEpoch, DateTime.UnixEpoch.AddYears(100), 1_000, CancellationToken.None));
            state.AddRange((await store.Superseded(series, DateTime.UnixEpoch, DateTime.UnixEpoch.AddYears(100), CancellationToken.None)).OrderBy(reading => (reading.Time, reading.Rank)));
        }

        return [.. state.Select(reading => reading with { TelegramId = 0 })];
    }

    private static (Telegram Telegram, long Id) Upload(int minute, int value)
    {
        var time = new DateTime(2026, 11, 24, 8, minute * 10, 0);
        var frame = TelegramWriter.Write(
            new Address("320600A0001D000000000001", "123456", ProtocolVersion.V2017, "32"), time.AddMinutes(10).AddMilliseconds(value), CommandCode.MinuteData,
            FormattableString.Invariant($"DataTime={time:yyyyMMddHHmmss};w01018-Avg={value},w01018-Flag=N;w21003-Avg={value / 10.0},w21003-Flag={(value % 7 == 0 ? 'D' : 'N')}"), true);
        Telegram.TryParse(new(frame), null, out var telegram, out _).ShouldBeTrue();
        return (telegram!, (minute * 1_000) + value);
    }

    private static Reading Reading(int minute, double value) => new() { Series = Series, Time = T0.AddMinutes(minute), Value = value, Flag = 'N', Rank = 1 };
}

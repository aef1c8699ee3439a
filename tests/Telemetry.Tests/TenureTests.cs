using System.Text;
using EcoPark.Hj212;
using EcoPark.Platform.Security;
using EcoPark.Standards;
using EcoPark.Support;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>A point that was the first enterprise's to 9 March, the second's to 11 March and is the first's again: each reads its own days.</summary>
public class TenureTests
{
    private const int First = 1;
    private const int Second = 2;

    /// <summary>Midnight of 8 March in the park, UTC.</summary>
    private static readonly DateTime Begin = new(2026, 3, 7, 16, 0, 0, DateTimeKind.Utc);

    private static readonly SeriesId Hours = new(7, Interval.Hour, Origin.Sent);

    private static readonly FixedRegistry All = Registry();

    [Theory, CombinatorialDatabases]
    public async Task Each_owner_reads_the_days_that_were_its_own(Database database)
    {
        var inner = await Stores.NewReadings(database);
        await inner.Write([.. Enumerable.Range(0, 6 * 24).Select(hour => At(Hours, Begin.AddHours(hour), hour))], [], default, CancellationToken.None);
        (await Days(inner, null)).ShouldBe([8, 9, 10, 11, 12, 13]);
        (await Days(inner, First)).ShouldBe([8, 9, 12, 13]);
        (await Days(inner, Second)).ShouldBe([10, 11]);
        (await Days(inner, 3)).ShouldBeEmpty();
        (await Days(inner, 0)).ShouldBeEmpty("nobody reads nothing");
    }

    [Theory, CombinatorialDatabases]
    public async Task Every_way_of_reading_is_cut_alike(Database database)
    {
        var inner = await Stores.NewReadings(database);
        await inner.Write([.. Enumerable.Range(0, 6 * 24).Select(hour => At(Hours, Begin.AddHours(hour), hour))], [], default, CancellationToken.None);
        var (from, to) = (Begin, Begin.AddDays(6));
        var (store, turn) = As(inner, Second);
        using var acting = turn;
        (await store.Read(Hours, from, to, 10_000, CancellationToken.None)).Select(one => one.Value!.Value).ShouldBe(Enumerable.Range(48, 48).Select(hour => (double)hour));
        (await store.Read(Hours, from, to, 5, CancellationToken.None)).Select(one => one.Value).ShouldBe([48, 49, 50, 51, 52]);
        (await store.ReadMany([Hours], from, to, CancellationToken.None)).Count.ShouldBe(48);
        (await store.ReadValues([Hours], from, to, CancellationToken.None)).Count.ShouldBe(48);
        (await store.ReadCurve(Hours, from, to, 1_000, CancellationToken.None)).Sum(point => point.Count).ShouldBe(48);
        (await store.Stamps([Hours], from, to, CancellationToken.None)).Count.ShouldBe(48);
        (await store.FirstStamp([Hours], CancellationToken.None)).ShouldBe(Begin.AddHours(48));
        (await store.Latest([Hours], CancellationToken.None)).ShouldBeEmpty("the newest is of the first's days");
    }

    [Theory, CombinatorialDatabases]
    public async Task What_gave_way_is_cut_too_and_a_month_that_was_shared_is_nobodys(Database database)
    {
        var inner = await Stores.NewReadings(database);
        var month = new SeriesId(7, Interval.Month, Origin.RolledUp);
        DateTime[] months = [new(2026, 1, 31, 16, 0, 0, DateTimeKind.Utc), new(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), new(2026, 3, 31, 16, 0, 0, DateTimeKind.Utc)];
        await inner.Write([.. months.Select((start, index) => At(month, start, index + 2))], [], default, CancellationToken.None);
        foreach (var rank in new[] { 1, 2 })
            await inner.Write([At(Hours, Begin.AddHours(1), rank) with { Rank = rank }, At(Hours, Begin.AddHours(49), rank) with { Rank = rank }], [], default, CancellationToken.None);
        // February and April are the first's as wholes; of March both had days.
        (await Values(First, store => store.Read(month, months[0], months[2].AddDays(1), 10, CancellationToken.None))).ShouldBe([2, 4]);
        (await Values(Second, store => store.Read(month, months[0], months[2].AddDays(1), 10, CancellationToken.None))).ShouldBeEmpty();
        (await Times(First)).ShouldBe([Begin.AddHours(1)]);
        (await Times(Second)).ShouldBe([Begin.AddHours(49)]);

        async Task<List<double?>> Values(int enterprise, Func<IReadingStore, Task<IReadOnlyList<Reading>>> read)
        {
            var (store, turn) = As(inner, enterprise);
            using (turn)
                return [.. (await read(store)).Select(one => one.Value)];
        }

        async Task<List<DateTime>> Times(int enterprise)
        {
            var (store, turn) = As(inner, enterprise);
            using (turn)
                return [.. (await store.Superseded(Hours, Begin, Begin.AddDays(6), CancellationToken.None)).Select(one => one.Time)];
        }
    }

    [Fact]
    public void The_feed_shows_a_value_to_whom_the_point_belonged_at_its_time()
    {
        var feed = new LiveFeed(TimeProvider.System);
        feed.Publish([At(Hours, Begin.AddDays(2), 1)], Begin);
        feed.Publish(new DeviceState("MN", true, Begin, null, "", ""));
        Seen(null).ShouldBe((1, 1));
        Seen(Second).ShouldBe((1, 0), "the device is the present owner's");
        Seen(First).ShouldBe((0, 1));
        Seen(0).ShouldBe((0, 0));

        (int, int) Seen(int? enterprise)
        {
            var scoped = new ScopedFeed(feed, new ScopedRegistry(All.Current));
            using var turn = Actor.As(Of(enterprise));
            scoped.Value(7).HasValue.ShouldBe(scoped.Values.Count == 1);
            scoped.State("MN").HasValue.ShouldBe(scoped.States.Count == 1);
            return (scoped.Values.Count, scoped.States.Count);
        }
    }

    [Fact]
    public void A_former_owner_is_told_neither_who_has_the_point_now_nor_its_logger()
    {
        var seen = All.Current.Of(Second);
        var point = seen.Points.ShouldHaveSingleItem();
        (point.EnterpriseId, point.Enterprise, point.PermitOutletId).ShouldBe((Second, "乙", null));
        seen.Devices.ShouldBeEmpty();
        All.Current.Of(First).Devices.ShouldHaveSingleItem();
    }

    /// <summary>Whatever a role may say: telegrams are of everybody.</summary>
    [Theory, CombinatorialDatabases]
    public async Task Telegrams_are_for_the_park_alone(Database database)
    {
        var inner = await Stores.NewLog(database);
        var id = await inner.Append([new LogEntry { At = Begin, Direction = Direction.Received, Raw = Encoding.ASCII.GetBytes("##0000"), Mn = "MN", Verdict = TelegramVerdict.Quarantined }], CancellationToken.None);
        ITelegramLog log = new ScopedLog(inner);
        foreach (var (enterprise, count) in new[] { ((int?)null, 1), (First, 0), (0, 0) })
        {
            using var turn = Actor.As(Of(enterprise));
            ((await log.Find(id, CancellationToken.None)) is null).ShouldBe(count == 0);
            (await log.Search(new LogFilter(), 0, 10, CancellationToken.None)).Items.Count.ShouldBe(count);
            (await log.ReadOn(new LogFilter(), 0, 10, CancellationToken.None)).Count.ShouldBe(count);
            (await log.Waiting(TelegramVerdict.Quarantined, CancellationToken.None)).Count.ShouldBe(count);
        }
    }

    private static async Task<List<int>> Days(IReadingStore inner, int? enterprise)
    {
        var (store, turn) = As(inner, enterprise);
        using (turn)
            return [.. (await store.ReadMany([Hours], Begin, Begin.AddDays(6), CancellationToken.None)).Select(one => one.Time.AddHours(8).Day).Distinct()];
    }

    private static (IReadingStore Store, Actor.Turn Turn) As(IReadingStore inner, int? enterprise) => (new ScopedReadings(inner, new ScopedRegistry(All.Current)), Actor.As(Of(enterprise)));

    private static Actor Of(int? enterprise) => new(1, "某人", enterprise, "", null);

    private static Reading At(SeriesId series, DateTime time, double value) => new() { Series = series, Time = time, Value = value, Flag = 'N' };

    private static FixedRegistry Registry()
    {
        var device = new Device { Id = 1, Mn = "MN", Name = "", Password = "", SystemCode = "32" };
        var point = new MonitoringPoint { Id = 1, Name = "排口", Kind = PointKind.WasteWater, EnterpriseId = First, Enterprise = "甲", PermitOutletId = 9 };
        point.FormerOwners.AddRange([
            new FormerOwner { EnterpriseId = First, Enterprise = "甲", LastDay = new DateOnly(2026, 3, 9) }, new FormerOwner { EnterpriseId = Second, Enterprise = "乙", LastDay = new DateOnly(2026, 3, 11) },
        ]);
        return new FixedRegistry(new RegistrySnapshot([device], [point], [new Channel { Id = 7, DeviceId = 1, PointId = 1, FactorCode = "w01018", OriginalCode = "w01018", Name = "" }]));
    }
}

using System.Buffers;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Support;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Log.Decisions;

namespace EcoPark.Telemetry.Tests;

public class TelegramLogContract
{
    private static readonly DateTime At = new(2026, 11, 23, 16, 0, 0, 123, DateTimeKind.Utc);

    [Theory, CombinatorialDatabases]
    public async Task What_was_appended_is_read_back_byte_for_byte(Database database)
    {
        var log = await Stores.NewLog(database);
        var entry = Entry("MN1", TelegramVerdict.Rejected) with
        {
            At = At.AddTicks(4560),
            Raw = new byte[] { 0, 1, 0xFF, (byte)'#', 0x0D },
            Qn = "20261124000000123",
            DataTime = new DateTime(2026, 11, 24, 0, 0, 0),
            Deviations = Deviation.LowerCaseCrc | Deviation.LooseTime,
            Answer = CommandCode.DataAnswer,
            Reason = "访问密码 PW 与登记不符。",
            Shift = TimeSpan.FromHours(-30),
        };
        var id = await log.Append([entry], CancellationToken.None);
        var found = await log.Find(id, CancellationToken.None);
        found!.Raw.ToArray().ShouldBe(entry.Raw.ToArray());
        (found with { Raw = entry.Raw }).ShouldBe(entry with { Id = id });
    }

    /// <summary>Appended together with others, as the gateway does it: any bytes in any field of any command.</summary>
    [Theory, CombinatorialDatabases]
    public async Task Whatever_a_telegram_holds_it_and_its_neighbours_are_stored(Database database)
    {
        var log = await Stores.NewLog(database);
        var hostile = new HostileTelegrams(212, "320600A0001D000000000001", At.AddHours(8));
        var arrivals = Enumerable.Range(0, 1_000).Select(_ => Arrive(hostile.Next())).ToList();
        var firsts = await Task.WhenAll(arrivals.Chunk(7).Select(batch => log.Append([.. batch.Select(arrival => arrival.Entry)], CancellationToken.None)));
        foreach (var (batch, first) in arrivals.Chunk(7).Zip(firsts))
        {
            for (var i = 0; i < batch.Length; i++)
            {
                var found = (await log.Find(first + i, CancellationToken.None)).ShouldNotBeNull();
                found.Raw.ToArray().ShouldBe(batch[i].Entry.Raw.ToArray());
                (found with { Raw = batch[i].Entry.Raw }).ShouldBe(batch[i].Entry with { Id = first + i });
            }
        }

        arrivals.Count(one => one.Entry.Verdict == TelegramVerdict.Accepted).ShouldBeGreaterThan(100);
    }

    private static Arrival Arrive(byte[] frame)
    {
        var bytes = new ReadOnlySequence<byte>(frame);
        var device = new Registry.Device { Mn = "320600A0001D000000000001", Name = "", Password = "123456", SystemCode = "32", Tolerances = (Deviation)(-1) };
        if (!Telegram.TryParse(bytes, null, out var telegram, out var error))
            return Arrival.Malformed(bytes, error, At, "127.0.0.1:1", "node");
        var (verdict, reason) = TelegramJudge.Judge(telegram!, telegram!.Mn == device.Mn ? device : null, At);
        return Arrival.Of(bytes, telegram, telegram.Deviations, verdict, reason, At, "127.0.0.1:1", "node");
    }

    [Theory, CombinatorialDatabases]
    public async Task Entries_appended_from_many_sides_get_consecutive_ids_in_their_order(Database database)
    {
        var log = await Stores.NewLog(database);
        var firsts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            log.Append([.. Enumerable.Range(0, 7).Select(j => Entry($"MN{i}", TelegramVerdict.Accepted) with { Qn = $"{j}" })], CancellationToken.None)));
        for (var i = 0; i < 50; i++)
        {
            for (var j = 0; j < 7; j++)
            {
                var entry = await log.Find(firsts[i] + j, CancellationToken.None);
                (entry!.Mn, entry.Qn).ShouldBe(($"MN{i}", $"{j}"));
            }
        }
    }

    [Theory, CombinatorialDatabases]
    public async Task Searching_filters_pages_and_gives_the_newest_first(Database database)
    {
        var log = await Stores.NewLog(database);
        await log.Append([.. Enumerable.Range(0, 30).Select(i => Entry(i % 2 == 0 ? "EVEN" : "ODD", i % 3 == 0 ? TelegramVerdict.Quarantined : TelegramVerdict.Accepted) with
        {
            At = At.AddSeconds(i),
            Raw = Encoding.ASCII.GetBytes($"telegram {i:00}"),
        })], CancellationToken.None);

        var page = await log.Search(new LogFilter { Mn = "EVEN" }, 5, 5, CancellationToken.None);
        page.Total.ShouldBe(15);
        page.Items.Select(entry => entry.At).ShouldBe([At.AddSeconds(18), At.AddSeconds(16), At.AddSeconds(14), At.AddSeconds(12), At.AddSeconds(10)]);
        (await log.Search(new LogFilter { Verdict = TelegramVerdict.Quarantined, Mn = "ODD" }, 0, 10, CancellationToken.None)).Total.ShouldBe(5);
        (await log.Search(new LogFilter { Text = "gram 07" }, 0, 10, CancellationToken.None)).Items.Single().At.ShouldBe(At.AddSeconds(7));
        (await log.Search(new LogFilter { From = At.AddSeconds(10), To = At.AddSeconds(12) }, 0, 10, CancellationToken.None)).Total.ShouldBe(2);
        var on = await log.ReadOn(new LogFilter { Mn = "ODD" }, 0, 3, CancellationToken.None);
        on.Select(entry => entry.At).ShouldBe([At.AddSeconds(1), At.AddSeconds(3), At.AddSeconds(5)]);
        (await log.ReadOn(new LogFilter { Mn = "ODD" }, on[^1].Id, 1, CancellationToken.None))[0].At.ShouldBe(At.AddSeconds(7));
    }

    [Theory, CombinatorialDatabases]
    public async Task Unknown_devices_are_counted_until_their_telegrams_are_judged_anew(Database database)
    {
        var log = await Stores.NewLog(database);
        var id = await log.Append([Entry("NEW", TelegramVerdict.Quarantined), Entry("NEW", TelegramVerdict.Quarantined) with { At = At.AddMinutes(5) }, Entry("OLD", TelegramVerdict.Accepted)], CancellationToken.None);
        var unknown = (await log.Waiting(TelegramVerdict.Quarantined, CancellationToken.None)).Single();
        (unknown.Mn, unknown.Telegrams, unknown.FirstSeen, unknown.LastSeen).ShouldBe(("NEW", 2, At, At.AddMinutes(5)));

        await log.SetVerdict([id, id + 1], TelegramVerdict.Accepted, "", CancellationToken.None);
        (await log.Waiting(TelegramVerdict.Quarantined, CancellationToken.None)).ShouldBeEmpty();
        (await log.Find(id, CancellationToken.None))!.Verdict.ShouldBe(TelegramVerdict.Accepted);
    }

    /// <summary>Of two who decide at once the first decides; what is decided stands with its time and reason, and the bytes stay.</summary>
    [Theory, CombinatorialDatabases]
    public async Task What_people_decide_is_written_once(Database database)
    {
        var log = await Stores.NewLog(database);
        var held = Entry("HELD", TelegramVerdict.Held);
        var id = await log.Append([held, held, held], CancellationToken.None);
        var shift = TimeSpan.FromDays(-1096) + TimeSpan.FromMilliseconds(7_125);
        TelegramDecision Accept(long one, TimeSpan by) => new(one, TelegramVerdict.Held, TelegramVerdict.Accepted, by, "由甲采纳");
        TelegramDecision Discard(long one) => new(one, TelegramVerdict.Held, TelegramVerdict.Discarded, null, "由乙舍弃");

        (await log.Decide([Accept(id, shift), Accept(id + 1, TimeSpan.Zero)], CancellationToken.None)).ShouldBe([id, id + 1], ignoreOrder: true);
        (await log.Decide([Discard(id), Discard(id + 2)], CancellationToken.None)).ShouldBe([id + 2]);
        (await log.Decide([], CancellationToken.None)).ShouldBeEmpty();

        var found = new[] { await log.Find(id, CancellationToken.None), await log.Find(id + 1, CancellationToken.None), await log.Find(id + 2, CancellationToken.None) };
        found.Select(one => (one!.Verdict, one.Shift, one.Reason)).ShouldBe(
            [(TelegramVerdict.Accepted, shift, "由甲采纳"), (TelegramVerdict.Accepted, TimeSpan.Zero, "由甲采纳"), (TelegramVerdict.Discarded, null, "由乙舍弃")]);
        found.Select(one => Encoding.ASCII.GetString(one!.Raw.Span)).ShouldBe(["##", "##", "##"]);
        (await log.Waiting(TelegramVerdict.Held, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, CombinatorialDatabases]
    public async Task A_checkpoint_never_goes_back(Database database)
    {
        var log = await Stores.NewLog(database);
        (await log.FindCheckpoint("A", CancellationToken.None)).ShouldBeNull();
        await log.SaveCheckpoint("A", 100, At, CancellationToken.None);
        await log.SaveCheckpoint("A", 90, At.AddSeconds(1), CancellationToken.None);
        (await log.FindCheckpoint("A", CancellationToken.None)).ShouldBe(100);
    }

    [Fact]
    public async Task A_silent_node_with_work_left_is_taken_over_once()
    {
        var log = await Stores.NewLog(Database.Postgres);
        await log.SaveCheckpoint("A", 0, At, CancellationToken.None);
        await log.SaveCheckpoint("IDLE", long.MaxValue / 2, At, CancellationToken.None);
        await log.Append([Entry("MN", TelegramVerdict.Accepted) with { Node = "A" }], CancellationToken.None);
        (await log.AdoptSilentNode("B", At.AddSeconds(-1), At, CancellationToken.None)).ShouldBeNull();
        (await log.AdoptSilentNode("B", At.AddSeconds(1), At.AddSeconds(20), CancellationToken.None)).ShouldBe("A");
        (await log.AdoptSilentNode("C", At.AddSeconds(1), At.AddSeconds(20), CancellationToken.None)).ShouldBeNull();
    }

    private static LogEntry Entry(string mn, TelegramVerdict verdict) => new()
    {
        At = At,
        Direction = Direction.Received,
        Verdict = verdict,
        Mn = mn,
        Command = CommandCode.RealTimeData,
        Remote = "127.0.0.1:4711",
        Node = "test",
        Raw = "##"u8.ToArray(),
    };
}

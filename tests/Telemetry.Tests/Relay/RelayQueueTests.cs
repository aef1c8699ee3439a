using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Support;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Telemetry.Tests.Relay;

public sealed class RelayQueueTests
{
    /// <summary>
    /// Telegrams arrive on two nodes, some to be accepted later; the sender takes one or several, settles them, is refused, or dies with them in
    /// hand. Whatever the order of all that: each is settled once, nothing else ever goes up, and a device's telegrams keep their order.
    /// </summary>
    [Theory, CombinatorialDatabases]
    public async Task Whatever_happens_each_telegram_is_settled_once_and_in_order(Database database)
    {
        for (var seed = 0; seed < (database == Database.Sqlite ? 12 : 4); seed++)
            await new Story(await RelayRig.New(database), seed).Run();
    }

    [Theory, CombinatorialDatabases]
    public async Task A_sender_that_dies_gives_the_unsettled_telegram_again_and_no_other(Database database)
    {
        var rig = await RelayRig.New(database);
        var first = await rig.Log.Append([.. Enumerable.Range(0, 10).Select(at => rig.Telegram(at % 3))], CancellationToken.None);
        var given = new List<long>();
        for (var life = 0; life < 5; life++)
        {
            var queue = rig.Open();
            for (var step = 0; step < 2; step++)
            {
                var item = (await queue.Next(1, CancellationToken.None)).ShouldHaveSingleItem();
                given.Add(item.Entry.Id - first);
                if (step == 0)
                    await queue.Sent([item], CancellationToken.None);
            }
        }

        given.ShouldBe([0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    }

    [Theory, CombinatorialDatabases]
    public async Task A_refused_device_waits_and_the_others_go_on(Database database)
    {
        var rig = await RelayRig.New(database);
        var first = await rig.Log.Append([.. Enumerable.Range(0, 9).Select(at => rig.Telegram(at % 3))], CancellationToken.None);
        var queue = rig.Open();
        await queue.Refused((await queue.Next(1, CancellationToken.None))[0], "PW 错误", CancellationToken.None);

        (await Drain(rig, queue)).Select(id => id - first).ShouldBe([1, 2, 4, 5, 7, 8]);

        rig.Clock.Advance(RelayQueue.RetryAfter);
        (await Drain(rig, queue)).Select(id => id - first).ShouldBe([0, 3, 6]);
        (await rig.Ledger.Holds(CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory, CombinatorialDatabases]
    public async Task A_node_that_has_lost_the_platform_cannot_move_its_cursor(Database database)
    {
        var rig = await RelayRig.New(database);
        await rig.Log.Append([rig.Telegram(0), rig.Telegram(1)], CancellationToken.None);
        var queue = rig.Open();
        var item = await queue.Next(1, CancellationToken.None);
        var other = rig.LeasesOf("there");
        (await other.Take(rig.Platform.Id, TimeSpan.FromSeconds(15), CancellationToken.None)).ShouldBeFalse("the lease has not run out");
        rig.Clock.Advance(TimeSpan.FromDays(1001));
        (await other.Take(rig.Platform.Id, TimeSpan.FromSeconds(15), CancellationToken.None)).ShouldBeTrue();

        await Should.ThrowAsync<RelayLostException>(() => queue.Sent(item, CancellationToken.None));
        (await new RelayQueue(rig.Platform, rig.Log, rig.LedgerOf("there"), rig.Registry, rig.Clock).Next(1, CancellationToken.None))[0].Entry.Id.ShouldBe(item[0].Entry.Id);
    }

    [Theory, CombinatorialDatabases]
    public async Task A_long_stretch_that_is_not_for_the_platform_is_passed_and_remembered(Database database)
    {
        var rig = await RelayRig.New(database);
        await rig.Log.Append([.. Enumerable.Range(0, 12_000).Select(_ => rig.Telegram(3))], CancellationToken.None);
        var wanted = await rig.Log.Append([rig.Telegram(1)], CancellationToken.None);
        var item = (await rig.Open().Next(1, CancellationToken.None)).ShouldHaveSingleItem();
        item.Entry.Id.ShouldBe(wanted);
        (await rig.Ledger.Cursors(CancellationToken.None)).Values.Max().ShouldBeGreaterThanOrEqualTo(wanted - 2_001);
    }

    private static async Task<List<long>> Drain(RelayRig rig, RelayQueue queue)
    {
        var sent = new List<long>();
        for (var quiet = 0; quiet < 2;)
        {
            var items = await queue.Next(1, CancellationToken.None);
            if (items.Count > 0)
                await queue.Sent(items, CancellationToken.None);
            sent.AddRange(items.Select(item => item.Entry.Id));
            quiet = items.Count > 0 ? 0 : quiet + 1;
            rig.Clock.Advance(items.Count > 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(3));
        }

        return sent;
    }

    private sealed class Story(RelayRig rig, int seed)
    {
        private static readonly CommandCode[] Commands = [CommandCode.RealTimeData, CommandCode.MinuteData, CommandCode.DailyData];
        private readonly Random _random = new(seed);
        private readonly List<LogEntry> _all = [];
        private readonly List<LogEntry> _held = [];
        private readonly List<LogEntry> _noted = [];
        private readonly HashSet<long> _late = [];
        private readonly List<LogEntry> _settled = [];
        private readonly HashSet<long> _given = [];
        private RelayQueue _queue = rig.Open();

        public async Task Run()
        {
            for (var step = 0; step < 80; step++)
            {
                rig.Clock.Advance(TimeSpan.FromMilliseconds(_random.Next(3_000)));
                switch (_random.Next(10))
                {
                    case < 4:
                        await Arrive();
                        break;
                    case 4:
                        await Note();
                        break;
                    case 5:
                        await Accept();
                        break;
                    case 6 when _random.Next(4) == 0:
                        rig.Clock.Advance(RelayQueue.RetryAfter);
                        break;
                    default:
                        await Serve(_random.Next(3));
                        break;
                }
            }

            await Note();
            await Accept();
            for (var quiet = 0; quiet < 3; quiet = await Serve(0) ? 0 : quiet + 1)
                rig.Clock.Advance(quiet > 0 ? RelayQueue.RetryAfter : TimeSpan.FromMilliseconds(100));
            await Check();
        }

        private async Task Arrive()
        {
            var entries = Enumerable.Range(0, _random.Next(1, 8)).Select(_ => rig.Telegram(
                _random.Next(4), Commands[_random.Next(3)], _random.Next(6) == 0 ? TelegramVerdict.Held : TelegramVerdict.Accepted)).ToList();
            var writer = _random.Next(2);
            var node = "AB"[writer].ToString();
            var first = await rig.Writers[writer].Append([.. entries.Select(entry => entry with { Node = node })], CancellationToken.None);
            for (var at = 0; at < entries.Count; at++)
            {
                var entry = entries[at] with { Node = node, Id = first + at };
                _all.Add(entry);
                if (entry.Verdict == TelegramVerdict.Held)
                    _held.Add(entry);
            }
        }

        /// <summary>The first half of a replay.</summary>
        private async Task Note()
        {
            await rig.Debts.Note(_held, CancellationToken.None);
            _noted.AddRange(_held);
            _held.Clear();
        }

        /// <summary>The second half.</summary>
        private async Task Accept()
        {
            await rig.Log.SetVerdict([.. _noted.Select(entry => entry.Id)], TelegramVerdict.Accepted, "", CancellationToken.None);
            _late.UnionWith(_noted.Select(entry => entry.Id));
            _noted.Clear();
        }

        /// <param name="end">0: all goes well; 1: the sender dies with telegrams in hand; 2: the platform refuses one.</param>
        private async Task<bool> Serve(int end)
        {
            var items = await _queue.Next(end == 2 ? 1 : _random.Next(1, 5), CancellationToken.None);
            if (items.Count == 0)
                return false;
            foreach (var item in items)
            {
                _given.Add(item.Entry.Id);
                _settled.ShouldNotContain(entry => entry.Id == item.Entry.Id, $"seed {seed}: {item.Entry.Id} was settled before");
            }

            if (end == 1)
            {
                _queue = rig.Open();
            }
            else if (end == 2)
            {
                await _queue.Refused(items[0], "CN 错误", CancellationToken.None);
            }
            else
            {
                await _queue.Sent(items, CancellationToken.None);
                _settled.AddRange(items.Select(item => item.Entry));
            }

            return true;
        }

        private async Task Check()
        {
            var wanted = _all.Where(entry => entry.Mn != RelayRig.Mns[3] && entry.Command != CommandCode.DailyData).Select(entry => entry.Id).ToList();
            _settled.Select(entry => entry.Id).Order().ShouldBe(wanted.Order(), $"seed {seed}");
            _given.Order().ShouldBe(wanted.Order());
            foreach (var device in _settled.Where(entry => !_late.Contains(entry.Id)).GroupBy(entry => (entry.Mn, rig.Log.LaneOf(entry))))
                device.Select(entry => entry.Id).ShouldBeInOrder(SortDirection.Ascending, $"seed {seed}, {device.Key}");
            await using var db = rig.Factory.CreateDbContext();
            db.Set<OwedTelegram>().ShouldBeEmpty();
        }
    }
}

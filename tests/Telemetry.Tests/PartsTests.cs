using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Gaps;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

public class GapFinderTests
{
    /// <summary>Results at 01:00, 05:00, 09:00 … of the park with one left out: one gap of one, and none between them. An air station owes every hour.</summary>
    [Fact]
    public void An_analyser_of_four_hours_has_no_gaps_between_its_results()
    {
        var midnight = new DateTime(2026, 5, 31, 16, 0, 0, DateTimeKind.Utc);
        DateTime[] present = [.. new[] { 1, 5, 9, 17, 21, 25, 29 }.Select(hour => midnight.AddHours(hour))];
        var (first, step) = GapFinder.HourGrid(midnight, present, Standards.Medium.SurfaceWater);
        (first, step).ShouldBe((midnight.AddHours(1), TimeSpan.FromHours(4)));
        GapFinder.Find(first, midnight.AddHours(30), step, present).ShouldBe([new Hole(midnight.AddHours(13), midnight.AddHours(13), 1)]);
        GapFinder.HourGrid(midnight, present, Standards.Medium.AmbientAir).ShouldBe((midnight, TimeSpan.FromHours(1)));
        GapFinder.HourGrid(midnight, present[..2], Standards.Medium.SurfaceWater).ShouldBe((midnight, TimeSpan.FromHours(1)));
    }

    private static readonly DateTime Start = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    [Fact]
    public void Holes_are_found_at_the_begin_in_the_middle_and_at_the_end() =>
        GapFinder.Find(Start, Start.AddMinutes(100), Step, [Start.AddMinutes(10), Start.AddMinutes(20), Start.AddMinutes(60)]).ShouldBe([
            new Hole(Start, Start, 1), new Hole(Start.AddMinutes(30), Start.AddMinutes(50), 3), new Hole(Start.AddMinutes(70), Start.AddMinutes(90), 3)]);

    [Fact]
    public void A_stamp_off_the_grid_counts_for_the_one_before_it() =>
        GapFinder.Find(Start, Start.AddMinutes(20), Step, [Start.AddSeconds(7), Start.AddMinutes(12)]).ShouldBeEmpty();
}

public class ReplayCheckpointTests
{
    [Fact]
    public void It_stays_below_everything_that_is_not_yet_stored_whatever_the_order()
    {
        var checkpoint = new ReplayCheckpoint();
        var (a, b) = (checkpoint.Open(), checkpoint.Open());
        b.Appended(11, 10); // b's ids come after a's, but b reports first
        checkpoint.Through.ShouldBe(0);
        a.Appended(1, 10);
        checkpoint.Through.ShouldBe(0);
        b.Close();
        checkpoint.Through.ShouldBe(0);
        a.Close();
        checkpoint.Through.ShouldBe(20);
    }

    [Fact]
    public void A_replay_holds_it_back_until_it_has_ended()
    {
        var checkpoint = new ReplayCheckpoint();
        var replay = checkpoint.OpenFrom(50);
        var fresh = checkpoint.Open();
        fresh.Appended(80, 1);
        fresh.Close();
        checkpoint.Through.ShouldBe(50);
        replay.Close();
        checkpoint.Through.ShouldBe(80);
    }
}

public class TelegramJudgeTests
{
    // 2026-11-24 08:00 in the park.
    private static readonly DateTime Now = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-24T07:59:30", "2026-11-24T07:59:30", TelegramVerdict.Accepted)]
    [InlineData("2026-11-24T07:59:30", "2026-11-20T00:00:00", TelegramVerdict.Accepted)] // a late upload
    [InlineData("2029-11-24T07:59:30", "2029-11-24T07:59:30", TelegramVerdict.Held)] // clock wrong by years
    [InlineData("2016-11-24T07:59:30", "2016-11-24T07:59:30", TelegramVerdict.Held)]
    [InlineData("2026-11-24T07:59:30", "2026-11-24T10:00:00", TelegramVerdict.Held)] // data from the future
    [InlineData("2026-11-24T07:59:30", "2024-01-01T00:00:00", TelegramVerdict.Held)]
    public void A_clock_that_is_plainly_wrong_makes_no_readings(string qn, string dataTime, TelegramVerdict expected) =>
        TelegramJudge.Judge(Upload(DateTime.Parse(qn, null), DateTime.Parse(dataTime, null)), Device(), Now).Verdict.ShouldBe(expected);

    [Fact]
    public void Unknown_disabled_wrongly_signed_and_deviating_devices_are_told_apart()
    {
        var upload = Upload(Now.AddHours(8), Now.AddHours(8));
        TelegramJudge.Judge(upload, null, Now).Verdict.ShouldBe(TelegramVerdict.Quarantined);
        // Nobody could ever register it, so it is not acknowledged.
        TelegramJudge.Judge(Parse(TelegramWriter.Frame("QN=20261124080000000;ST=32;CN=2011;PW=123456;MN=01.23;Flag=5;CP=&&&&"u8)), null, Now).Verdict.ShouldBe(TelegramVerdict.Rejected);
        TelegramJudge.Judge(upload, Device(device => device.IsEnabled = false), Now).ShouldBe((TelegramVerdict.Rejected, "该数采仪已停用。"));
        TelegramJudge.Judge(upload, Device(device => device.Password = "654321"), Now).ShouldBe((TelegramVerdict.Rejected, "访问密码 PW 与登记不符。"));

        var lower = LowerCrc(upload);
        TelegramJudge.Judge(lower, Device(), Now).Reason.ShouldContain("CRC 为小写");
        TelegramJudge.Judge(lower, Device(device => device.Tolerances = Deviation.LowerCaseCrc), Now).Verdict.ShouldBe(TelegramVerdict.Accepted);
    }

    /// <summary>HJ 212-2025 6.4.2: 2000 – 2999, 1014 and 3020; a data area shorter than a block stays plain (annex A.2).</summary>
    [Theory]
    [InlineData(CommandCode.MinuteData, "DataTime=20261124080000;w01018-Avg=1", false, TelegramVerdict.Rejected)]
    [InlineData(CommandCode.DeviceInformation, "DataTime=20261124080000;PolId=w01018;i12001-Info=1", false, TelegramVerdict.Rejected)]
    [InlineData(CommandCode.MinuteData, "DataTime=20261124080000;w01018-Avg=1", true, TelegramVerdict.Accepted)]
    [InlineData(CommandCode.StopRealTimeData, "", false, TelegramVerdict.Accepted)]
    [InlineData(CommandCode.ExecutionResult, "ExeRtn=1;QN=20261124080000000", false, TelegramVerdict.Accepted)]
    public void What_a_device_with_a_key_sends_in_plain_is_refused_unless_that_is_tolerated(CommandCode command, string area, bool isEncrypted, TelegramVerdict expected)
    {
        var key = new string('3', 32);
        var frame = TelegramWriter.Write(
            new Address("320600A0001D000000000001", "123456", ProtocolVersion.V2025, "32"), Now.AddHours(8), command, area, true, isEncrypted ? Convert.FromHexString(key) : default);
        Telegram.TryParse(new(frame), new GivenKey(key), out var telegram, out _).ShouldBeTrue();
        var (verdict, reason) = TelegramJudge.Judge(telegram!, Device(device => device.EncryptionKey = key), Now);
        (verdict, reason.Contains("应加密的数据区为明文")).ShouldBe((expected, expected == TelegramVerdict.Rejected));
        TelegramJudge.Judge(telegram!, Device(device => (device.EncryptionKey, device.Tolerances) = (key, Deviation.PlainDataArea)), Now).Verdict.ShouldBe(TelegramVerdict.Accepted);
    }

    private static Device Device(Action<Device>? change = null)
    {
        var device = new Device { Mn = "320600A0001D000000000001", Name = "", Password = "123456", SystemCode = "32" };
        change?.Invoke(device);
        return device;
    }

    private static Telegram Upload(DateTime qn, DateTime dataTime) => Parse(TelegramWriter.Write(
        new Address("320600A0001D000000000001", "123456", ProtocolVersion.V2017, "32"), qn, CommandCode.MinuteData, $"DataTime={dataTime:yyyyMMddHHmmss};w01018-Avg=1abcdef,w01018-Flag=N", true));

    private static Telegram LowerCrc(Telegram telegram)
    {
        var frame = TelegramWriter.Frame(telegram.Segment.Span);
        // A CRC with a letter is needed to be lower case.
        for (var i = 0; !frame.AsSpan(frame.Length - 6, 4).ContainsAnyInRange((byte)'A', (byte)'F'); i++)
            frame = TelegramWriter.Frame(System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(telegram.Segment.Span).Replace("1abcdef", $"{i}", StringComparison.Ordinal)));
        for (var i = frame.Length - 6; i < frame.Length - 2; i++)
            frame[i] = (byte)char.ToLowerInvariant((char)frame[i]);
        return Parse(frame);
    }

    private static Telegram Parse(byte[] frame)
    {
        Telegram.TryParse(new(frame), null, out var telegram, out _).ShouldBeTrue();
        return telegram!;
    }
}

public class GroupCommitTests
{
    [Fact]
    public async Task Callers_get_their_own_place_in_the_group_and_failures_reach_them_all()
    {
        var fails = false;
        var written = new List<int>();
        await using var commits = new GroupCommit<int>((items, _) =>
        {
            if (fails)
                throw new InvalidOperationException("disk");
            var first = written.Count;
            written.AddRange(items);
            return Task.FromResult((long)first);
        });
        var places = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => commits.Add([i, i], CancellationToken.None)));
        for (var i = 0; i < 200; i++)
            (written[(int)places[i]], written[(int)places[i] + 1]).ShouldBe((i, i));

        fails = true;
        await Should.ThrowAsync<InvalidOperationException>(() => commits.Add([1], CancellationToken.None));
        fails = false;
        (await commits.Add([7], CancellationToken.None)).ShouldBe(400);
    }

    [Fact]
    public async Task What_one_caller_brings_and_cannot_be_written_fails_that_caller_alone()
    {
        var (begun, written) = (new TaskCompletionSource(), new List<int>());
        await using var commits = new GroupCommit<int>(async (items, _) =>
        {
            await begun.Task; // All the others gather behind the first.
            if (items.Contains(13))
                throw new InvalidOperationException("unlucky");
            var first = written.Count;
            written.AddRange(items);
            return first;
        });
        var adding = Enumerable.Range(0, 30).Select(i => commits.Add([i], CancellationToken.None)).ToList();
        begun.SetResult();
        for (var i = 0; i < 30; i++)
        {
            if (i == 13)
                await Should.ThrowAsync<InvalidOperationException>(adding[i]);
            else
                written[(int)await adding[i]].ShouldBe(i);
        }
    }
}

public class OneByOneTests
{
    [Fact]
    public async Task One_that_cannot_be_taken_is_set_aside_and_the_others_are_taken()
    {
        var (taken, aside, tries) = (new List<int>(), new List<int>(), 0);
        await OneByOne.Take([1, 2, 3], batch => Take(batch, taken, () => tries++), (item, reason) =>
        {
            aside.Add(item);
            reason.Message.ShouldBe("two");
            return Task.CompletedTask;
        });
        taken.ShouldBe([1, 3]);
        aside.ShouldBe([2]);
        tries.ShouldBe(1 + OneByOne.Tries);
    }

    [Fact]
    public async Task A_failure_of_the_moment_is_the_callers_and_sets_nothing_aside()
    {
        foreach (var exception in new Exception[] { new TimeoutException(), new OperationCanceledException(), new Npgsql.NpgsqlException("away", new IOException()), new Microsoft.Data.Sqlite.SqliteException("full", 13) })
        {
            var take = OneByOne.Take<int>([1, 2], _ => throw exception, (_, _) => throw new InvalidOperationException("set aside"));
            await take.ContinueWith(_ => { }, TaskScheduler.Default);
            (take.Exception?.InnerException ?? new OperationCanceledException()).ShouldBeOfType(exception.GetType());
        }
    }

    [Fact]
    public async Task One_that_two_writers_met_over_is_taken_at_the_next_try()
    {
        var tries = 0;
        await OneByOne.Take([1], _ => ++tries < 3 ? Task.FromException(new InvalidOperationException("race")) : Task.CompletedTask, (_, _) => throw new InvalidOperationException("set aside"));
        tries.ShouldBe(3);
    }

    private static Task Take(int[] batch, List<int> taken, Action failed)
    {
        if (batch.Contains(2))
        {
            failed();
            throw new InvalidOperationException("two");
        }

        taken.AddRange(batch);
        return Task.CompletedTask;
    }
}

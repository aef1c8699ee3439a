using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>One process that all of it is done to, one after another: its memory is watched.</summary>
public sealed class BadInputServer : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Server = await ServerProcess.Start(arguments: ["--EcoPark:Gateway:FirstTelegramWithin=00:00:20", "--EcoPark:Gateway:MaxConnectionsPerAddress=20000", "--EcoPark:Gateway:MaxSilentPerAddress=20000"]);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>What comes in from a hostile or broken world: a clear record of each, bounded memory, other devices unaffected.</summary>
public sealed class BadInputTests(BadInputServer tried) : IClassFixture<BadInputServer>, IAsyncLifetime
{
    private readonly ServerProcess _server = tried.Server;
    private readonly string _neighbourMn = Api.NewMn();
    private TestDevice _neighbour = null!;
    private DateTime _neighbourClock = Park.Now;
    private long _before;

    public async ValueTask InitializeAsync()
    {
        _before = (await _server.Get<PageOf<TelegramRow>>("/api/v1/telegrams?take=1")).Items.FirstOrDefault()?.Id ?? 0;
        await _server.Register(_neighbourMn);
        _neighbour = TestDevice.Connect(_server.Gateway);
        await NeighbourIsServed();
    }

    public ValueTask DisposeAsync() => _neighbour.DisposeAsync();

    [Fact]
    public async Task Half_a_frame_and_then_nothing_is_recorded_when_the_connection_ends()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using (var device = TestDevice.Connect(_server.Gateway))
            await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N").AsMemory(0, 60));

        var kept = (await Api.Until(Malformed, found => found.Count > 0)).ShouldHaveSingleItem();
        kept.Reason.ShouldContain("连接中断");
        kept.Text.ShouldStartWith("##");
        await NeighbourIsServed();
    }

    [Fact]
    public async Task A_frame_that_comes_byte_by_byte_is_one_telegram()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);
        foreach (var one in TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"))
        {
            await device.Send(new[] { one });
            await Task.Delay(2);
        }

        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        (await Malformed()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_megabyte_without_a_frame_is_kept_in_pieces_and_the_frame_behind_it_is_read()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);
        var noise = new byte[1 << 20];
        new Random(1).NextBytes(noise);
        foreach (var special in "#\r\n"u8)
            noise.AsSpan().Replace(special, (byte)'-');

        // Slower than noise comes: unreadable bytes are throttled, nothing is dropped.
        var sending = device.Send((byte[])[.. noise, .. TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N")]);
        await NeighbourIsServed();
        await sending;

        (await device.Receive(TimeSpan.FromSeconds(60))).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        var pieces = await Malformed(take: 500);
        pieces.ShouldAllBe(piece => piece.Reason == "不属于任何报文的字节。");
        pieces.OrderBy(piece => piece.Id).SelectMany(piece => piece.Raw).ShouldBe(noise);
    }

    [Fact]
    public async Task A_flood_of_wrong_CRCs_is_slowed_down_recorded_and_cut_off()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);
        var wrong = TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N");
        wrong[^6] = (byte)(wrong[^6] == 'A' ? 'B' : 'A');

        var flood = Task.Run(async () =>
        {
            try
            {
                for (var i = 0; i < 5_000; i++)
                    await device.Send(wrong);
            }
            catch (IOException)
            {
                // Cut off, as it should be.
            }
        });
        await NeighbourIsServed();
        (await device.IsClosed(TimeSpan.FromSeconds(60))).ShouldBeTrue();
        await flood;

        var kept = await Malformed();
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(one => one.Reason.StartsWith("CRC 校验错误（应为 ") && one.Mn == mn);
        (await _server.Readings(mn, "w01018")).ShouldBeEmpty();
        await NeighbourIsServed();
    }

    [Fact]
    public async Task Ten_thousand_silent_connections_are_held_in_little_memory_and_let_go()
    {
        const int count = 10_000;
        var before = _server.MemoryBytes;
        var silent = new List<Socket>(count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(_server.Gateway);
                silent.Add(socket);
                if (i % 1_000 == 0)
                    await NeighbourIsServed();
            }

            await NeighbourIsServed();
            (_server.MemoryBytes - before).ShouldBeLessThan(400L << 20);
            // None of them says anything within the time it is given, so the server closes them.
            var patience = new byte[1];
            foreach (var socket in silent)
            {
                socket.ReceiveTimeout = 60_000;
                try
                {
                    socket.Receive(patience).ShouldBe(0);
                }
                catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
                {
                    // Closed as well.
                }
            }

            await NeighbourIsServed();
        }
        finally
        {
            silent.ForEach(socket => socket.Dispose());
        }
    }

    [Theory, InlineData(3 * 365), InlineData(-3 * 365)]
    public async Task A_clock_wrong_by_years_is_answered_held_and_released_by_a_person(int days)
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);

        await device.Send(TestDevice.RealTime(mn, Park.Now.AddDays(days), "w01018-Rtd=1,w01018-Flag=N"));

        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        var held = (await _server.Telegrams($"mn={mn}")).ShouldHaveSingleItem();
        held.Verdict.ShouldBe("Held");
        held.Reason.ShouldContain("请先校时");
        (await _server.Readings(mn, "w01018")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Values_that_are_no_numbers_are_marked_and_those_beside_them_read()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);

        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=NaN,w01018-Flag=N;w21003-Rtd=1e308,w21003-Flag=N;w21011-Rtd=-Infinity,w21011-Flag=N;w21001-Rtd=,w21001-Flag=N;" + new string('z', 30) + "-Rtd=5;w01001-Rtd=7.10,w01001-Flag=N"));

        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        foreach (var factor in new[] { "w01018", "w21003", "w21011", "w21001" })
        {
            var reading = (await Api.Until(() => _server.Readings(mn, factor), found => found.Count > 0)).ShouldHaveSingleItem();
            (reading.Value, reading.IsValid).ShouldBe((null, false), factor);
            reading.Marks.ShouldBeOneOf("Unreadable", "Implausible");
        }

        (await _server.Readings(mn, "w01001")).ShouldHaveSingleItem().Value.ShouldBe(7.10);
        // A code that cannot name a channel stays in the log and holds nothing up.
        (await _server.Get<List<ChannelRow>>($"/api/v1/channels?mn={mn}")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_same_QN_with_another_content_loses_neither()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);
        var now = Park.Now;
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=1,w01018-Flag=N"));
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=2,w01018-Flag=N"));
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=1,w01018-Flag=N"));
        for (var i = 0; i < 3; i++)
            (await device.Receive()).ShouldNotBeNull();

        var channel = (await Api.Until(() => _server.Channel(mn, "w01018"), found => found is not null))!;
        var superseded = await Api.Until(
            () => _server.Get<List<ReadingRow>>($"/api/v1/readings/superseded?channelId={channel.Id}&interval=RealTime&from={DateTime.UtcNow.AddDays(-1):O}&to={DateTime.UtcNow.AddDays(1):O}"),
            found => found.Count > 0);
        var used = (await _server.Readings(mn, "w01018")).ShouldHaveSingleItem();
        new[] { used.Value, superseded.ShouldHaveSingleItem().Value }.ShouldBe([1, 2], ignoreOrder: true);
        (await _server.Telegrams($"mn={mn}")).Count.ShouldBe(3);
    }

    /// <summary>Parts without DataTime wait for the part that has it; here it never comes.</summary>
    [Fact]
    public async Task A_split_telegram_of_999_parts_that_never_completes_holds_nothing_up()
    {
        var mn = Api.NewMn();
        await _server.Register(mn);
        await using var device = TestDevice.Connect(_server.Gateway);
        var (address, qn) = (new Address(mn, "123456", ProtocolVersion.V2017, "32"), Park.Now);
        var before = _server.MemoryBytes;
        for (var telegram = 0; telegram < 20; telegram++)
        {
            var parts = Enumerable.Range(2, 100).SelectMany(part => TelegramWriter.Write(
                address, qn.AddSeconds(telegram), CommandCode.RealTimeData, string.Create(CultureInfo.InvariantCulture, $"w01018-Rtd={part},w01018-Flag=N"), wantsAnswer: true, packetCount: 999, packetNumber: part));
            await device.Send(parts.ToArray());
        }

        for (var i = 0; i < 2_000; i++)
            (await device.Receive()).ShouldNotBeNull($"answer {i}");
        await device.Send(TestDevice.RealTime(mn, qn.AddMinutes(1), "w01018-Rtd=7,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();

        (await Api.Until(() => _server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(7);
        (await _server.Get<PageOf<TelegramRow>>($"/api/v1/telegrams?mn={mn}&take=1")).Total.ShouldBe(2_001);
        (_server.MemoryBytes - before).ShouldBeLessThan(200L << 20);
    }

    [Theory, InlineData("/api/v1/readings?channelId=1&interval=Hour&from=x&to=y"), InlineData("/api/v1/telegrams?take=abc"), InlineData("/api/v1/telegrams/99999999"), InlineData("/api/v1/devices/nobody")]
    public async Task Nonsense_in_the_API_is_an_answer_not_a_crash(string path)
    {
        using var answer = await _server.Client.GetAsync(path);
        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
    }

    /// <summary>A telegram of another device is answered at once, whatever goes on.</summary>
    private async Task NeighbourIsServed()
    {
        _neighbourClock = _neighbourClock.AddMilliseconds(1);
        await _neighbour.Send(TestDevice.RealTime(_neighbourMn, Park.Now, "w01018-Rtd=1,w01018-Flag=N", _neighbourClock));
        (await _neighbour.Receive(TimeSpan.FromSeconds(5))).ShouldNotBeNull("the neighbour is served").Command.ShouldBe(CommandCode.DataAnswer);
    }

    /// <summary>Of this test.</summary>
    private async Task<IReadOnlyList<TelegramRow>> Malformed() => await Malformed(200);

    private async Task<IReadOnlyList<TelegramRow>> Malformed(int take)
    {
        var found = new List<TelegramRow>();
        for (var skip = 0; skip < take; skip += 200)
            found.AddRange((await _server.Get<PageOf<TelegramRow>>($"/api/v1/telegrams?verdict=Malformed&skip={skip}&take=200")).Items.Where(one => one.Id > _before));
        return found;
    }
}

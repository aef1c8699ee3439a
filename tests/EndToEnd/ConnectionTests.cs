using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>Connections as devices and strangers make them: short, dripping, deaf, shared.</summary>
public sealed class ConnectionTests
{
    /// <summary>A DTU in short-connection mode: each telegram on its own connection, one after another.</summary>
    [Fact]
    public async Task Short_connections_one_after_another_leave_no_reading_late_and_nobody_on_line()
    {
        await using var server = await ServerHost.Start();
        var (now, mns) = (Park.Now, Enumerable.Range(0, 12).Select(_ => Api.NewMn()).ToList());
        foreach (var mn in mns)
            await server.Register(mn);
        await Task.WhenAll(mns.Select(async mn =>
        {
            for (var telegram = 0; telegram < 5; telegram++)
            {
                await using var device = TestDevice.Connect(server.Gateway);
                await device.Send(TestDevice.RealTime(mn, now.AddSeconds(-telegram), $"w01018-Rtd={telegram},w01018-Flag=N"));
                (await device.Receive()).ShouldNotBeNull();
            }
        }));

        foreach (var mn in mns)
        {
            (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 5, TimeSpan.FromSeconds(8))).Count.ShouldBe(5);
            await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), device => !device.GetProperty("isOnline").GetBoolean(), TimeSpan.FromSeconds(8));
        }
    }

    [Fact]
    public async Task Bytes_that_drip_renew_no_time_limit_and_a_peer_that_never_reads_is_cut_off()
    {
        await using var server = await ServerHost.Start(arguments: ["--EcoPark:Gateway:FirstTelegramWithin=00:00:04", "--EcoPark:Gateway:AnswersTakenWithin=00:00:03"]);
        var (mn, now) = (Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var dripping = TestDevice.Connect(server.Gateway);
        var closed = dripping.IsClosed(TimeSpan.FromSeconds(15));
        var begun = DateTime.UtcNow;
        while (!closed.IsCompleted && DateTime.UtcNow - begun < TimeSpan.FromSeconds(14))
        {
            try
            {
                await dripping.Send("#"u8.ToArray());
            }
            catch (IOException)
            {
                break; // Closed by the server.
            }

            await Task.Delay(200);
        }

        (await closed).ShouldBeTrue();

        // Tiny buffers, and nobody who reads: as soon as these are full the server waits for three seconds and no longer.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096, SendTimeout = 1_000 };
        await deaf.ConnectAsync(server.Gateway);
        var isCut = false;
        for (var (telegram, until) = (0, DateTime.UtcNow.AddSeconds(60)); !isCut && DateTime.UtcNow < until; telegram++)
        {
            try
            {
                deaf.Send(TestDevice.RealTime(mn, now, string.Create(CultureInfo.InvariantCulture, $"w01018-Rtd={telegram},w01018-Flag=N"), now.AddMilliseconds(telegram)));
            }
            catch (SocketException exception)
            {
                isCut = exception.SocketErrorCode is not (SocketError.TimedOut or SocketError.WouldBlock);
            }
        }

        isCut.ShouldBeTrue("the server has cut off the peer that takes no answers");
        // The device itself comes back on a new connection.
        await using var again = TestDevice.Connect(server.Gateway);
        await again.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=1,w01018-Flag=N"));
        (await again.Receive()).ShouldNotBeNull();
    }

    /// <summary>Thirty registered and ten unknown devices share the connection of a forwarder.</summary>
    [Fact]
    public async Task Unknown_devices_do_not_slow_registered_ones_on_their_connection()
    {
        await using var server = await ServerHost.Start();
        var (known, unknown, now) = (Enumerable.Range(0, 10).Select(_ => Api.NewMn()).ToList(), Enumerable.Range(0, 10).Select(_ => Api.NewMn()).ToList(), Park.Now);
        foreach (var mn in known)
            await server.Register(mn);
        await using var forwarder = TestDevice.Connect(server.Gateway);
        await forwarder.Send(TestDevice.RealTime(known[0], now, "w01018-Rtd=1,w01018-Flag=N"));
        (await forwarder.Receive()).ShouldNotBeNull();

        var answers = 0;
        var listening = Task.Run(async () =>
        {
            while (answers < 200 && await forwarder.Receive(TimeSpan.FromSeconds(10)) is { } answer)
                answers += known.Contains(answer.Mn) ? 1 : 0;
        });
        for (var round = 1; round <= 20; round++)
        {
            foreach (var mn in known.Concat(unknown).Concat(unknown).Concat(unknown))
                await forwarder.Send(TestDevice.RealTime(mn, now.AddSeconds(-round), "w01018-Rtd=1,w01018-Flag=N", now.AddMilliseconds(round)));
        }

        // Six hundred of unknown devices take half a minute at twenty a second: the registered ones are answered long before.
        await listening.WaitAsync(TimeSpan.FromSeconds(15));
        answers.ShouldBe(200);
    }

    [Fact]
    public async Task Noise_of_hundreds_of_connections_needs_little_memory()
    {
        await using var server = await ServerProcess.Start();
        var noise = new byte[256 * 1024];
        new Random(11).NextBytes(noise);
        noise.AsSpan().Replace((byte)'#', (byte)'-');
        var before = server.MemoryBytes;
        var sockets = Enumerable.Range(0, 300).Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = 8_192 }).ToList();
        try
        {
            foreach (var socket in sockets)
                await socket.ConnectAsync(server.Gateway);
            using var over = new CancellationTokenSource(TimeSpan.FromSeconds(8));
            await Task.WhenAll(sockets.Select(async socket =>
            {
                try
                {
                    await socket.SendAsync(noise, over.Token);
                }
                catch (Exception exception) when (exception is OperationCanceledException or SocketException)
                {
                    // Slowed down or cut off, as it should be.
                }
            }));
            // It was 2.6 MB for each of them; the collector's own measure is in this as well.
            (server.MemoryBytes - before).ShouldBeLessThan(300L * 64 * 1024 * 5);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }
}

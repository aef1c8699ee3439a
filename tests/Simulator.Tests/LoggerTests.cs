using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using EcoPark.Hj212;
using EcoPark.Simulator;

namespace EcoPark.Simulator.Tests;

/// <summary>A logger against a socket whose other end the test holds.</summary>
public sealed class LoggerTests : IDisposable
{
    private static readonly FleetOptions Fast = new() { RealTimeInterval = TimeSpan.FromMilliseconds(100), AnswerWithin = TimeSpan.FromMilliseconds(500) };
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(30));

    public LoggerTests() => _listener.Start();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _listener.Dispose();
    }

    [Theory, InlineData(ProtocolVersion.V2005), InlineData(ProtocolVersion.V2017), InlineData(ProtocolVersion.V2025)]
    public async Task It_uploads_and_answers_a_command_in_each_version(ProtocolVersion version)
    {
        var spec = SimulatedPark.Create().First(one => one.Version == version);
        var running = new SimulatedLogger(spec, Fast, TimeProvider.System).Run((IPEndPoint)_listener.LocalEndpoint, _stop.Token);
        using var upper = new UpperSystem(await _listener.AcceptTcpClientAsync(_stop.Token), spec);

        var upload = await upper.Next(telegram => telegram.Command == CommandCode.RealTimeData, _stop.Token);
        upload.Mn.ShouldBe(spec.Mn);
        await upper.Ask(Request.FetchRealTimeInterval(), DateTime.UtcNow.AddHours(8));
        (await upper.Next(telegram => telegram.Command == CommandCode.RequestAnswer, _stop.Token)).Find("QnRtn"u8).ShouldBe("1");
        (await upper.Next(telegram => telegram.Command == CommandCode.RealTimeInterval, _stop.Token)).Find("RtdInterval"u8).ShouldBe("0");
        (await upper.Next(telegram => telegram.Command == CommandCode.ExecutionResult, _stop.Token)).Find("ExeRtn"u8).ShouldBe("1");
        await _stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task What_was_not_acknowledged_is_sent_again_over_the_next_connection()
    {
        var spec = SimulatedPark.Create().First(one => one.Kind == SourceKind.WasteWater);
        var running = new SimulatedLogger(spec, Fast, TimeProvider.System).Run((IPEndPoint)_listener.LocalEndpoint, _stop.Token);
        DateTime? lost;
        using (var first = new UpperSystem(await _listener.AcceptTcpClientAsync(_stop.Token), spec))
            lost = (await first.Read(_stop.Token)).DataTime; // Read, not answered: the line breaks.

        using var second = new UpperSystem(await _listener.AcceptTcpClientAsync(_stop.Token), spec);
        (await second.Next(_ => true, _stop.Token)).DataTime.ShouldBe(lost);
        await _stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task History_is_told_for_the_time_that_is_asked_for()
    {
        var spec = SimulatedPark.Create().First(one => one.Kind == SourceKind.WasteWater && one.Version == ProtocolVersion.V2017);
        var running = new SimulatedLogger(spec, Fast, TimeProvider.System).Run((IPEndPoint)_listener.LocalEndpoint, _stop.Token);
        using var upper = new UpperSystem(await _listener.AcceptTcpClientAsync(_stop.Token), spec);
        var end = DateTime.UtcNow.AddHours(8).Date.AddDays(-1);

        await upper.Ask(Request.FetchHourlyData(end.AddHours(-5), end), DateTime.UtcNow.AddHours(8));
        var hours = new List<DateTime?>();
        while (await upper.Next(telegram => telegram.Command is CommandCode.HourlyData or CommandCode.ExecutionResult, _stop.Token) is { Command: CommandCode.HourlyData } hour)
            hours.Add(hour.DataTime);

        hours.ShouldBe(Enumerable.Range(-5, 6).Select(hour => (DateTime?)end.AddHours(hour)));
        await _stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>HJ 212-2025 6.4.2: what it uploads and what it replies with; and 1014, of which the sixteen characters are the key.</summary>
    [Fact]
    public async Task It_encrypts_what_must_be_and_takes_a_new_key()
    {
        var spec = SimulatedPark.Create().First(one => one.EncryptionKey is not null);
        var running = new SimulatedLogger(spec, Fast, TimeProvider.System).Run((IPEndPoint)_listener.LocalEndpoint, _stop.Token);
        using var upper = new UpperSystem(await _listener.AcceptTcpClientAsync(_stop.Token), spec);
        (await upper.Next(telegram => telegram.Command == CommandCode.RealTimeData, _stop.Token)).WasEncrypted.ShouldBeTrue();
        await upper.Ask(Request.FetchDeviceInformation("w01018", "i12001"), DateTime.UtcNow.AddHours(8));
        (await upper.Next(telegram => telegram.Command == CommandCode.DeviceInformation, _stop.Token)).WasEncrypted.ShouldBeTrue();
        (await upper.Next(telegram => telegram.Command == CommandCode.ExecutionResult, _stop.Token)).WasEncrypted.ShouldBeFalse();

        await upper.Ask(Request.ExchangeKey(DateTime.UtcNow.AddHours(8), "msbE74gsiSHSEh5e"), DateTime.UtcNow.AddHours(8).AddSeconds(1));
        var newKey = spec with { EncryptionKey = Convert.ToHexString("msbE74gsiSHSEh5e"u8) };
        var hasNewKey = false;
        while (!hasNewKey)
        {
            var bytes = await upper.ReadBytes(_stop.Token);
            hasNewKey = Telegram.TryParse(new ReadOnlySequence<byte>(bytes), new LoggerKey(newKey), out var telegram, out _) && telegram!.WasEncrypted;
            if (!hasNewKey)
                await upper.Acknowledge(ParkTests.Read(bytes, spec), _stop.Token); // Under way when the key came.
        }

        await _stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    /// <summary>The other end: reads, acknowledges, asks.</summary>
    private sealed class UpperSystem(TcpClient client, LoggerSpec spec) : IDisposable
    {
        private readonly PipeReader _reader = PipeReader.Create(client.GetStream());

        public void Dispose() => client.Dispose();

        public async Task Ask(Request request, DateTime qn) => await client.GetStream().WriteAsync(TelegramWriter.Write(
            new Address(spec.Mn, spec.Password, spec.Version, spec.SystemCode), qn, request.Command, request.DataArea, wantsAnswer: true));

        /// <summary>Reads on, acknowledging all, to the telegram that is waited for.</summary>
        public async Task<Telegram> Next(Func<Telegram, bool> isIt, CancellationToken cancellationToken)
        {
            while (true)
            {
                var telegram = await Read(cancellationToken);
                await Acknowledge(telegram, cancellationToken);
                if (isIt(telegram))
                    return telegram;
            }
        }

        public async Task Acknowledge(Telegram telegram, CancellationToken cancellationToken)
        {
            if (TelegramWriter.AnswerTo(telegram) is { } answer)
                await client.GetStream().WriteAsync(answer, cancellationToken);
        }

        public async Task<Telegram> Read(CancellationToken cancellationToken) => ParkTests.Read(await ReadBytes(cancellationToken), spec);

        public async Task<byte[]> ReadBytes(CancellationToken cancellationToken)
        {
            while (true)
            {
                var read = await _reader.ReadAsync(cancellationToken);
                var buffer = read.Buffer;
                if (FrameReader.Read(ref buffer, isQuiet: true, out var frame, out _) == FrameStatus.Frame)
                {
                    var bytes = frame.ToArray();
                    _reader.AdvanceTo(buffer.Start);
                    return bytes;
                }

                _reader.AdvanceTo(buffer.Start, buffer.End);
                read.IsCompleted.ShouldBeFalse("the logger closed the connection");
            }
        }
    }
}

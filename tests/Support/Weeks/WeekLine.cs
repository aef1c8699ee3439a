using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using EcoPark.Hj212;
using EcoPark.Simulator.Weeks;

namespace EcoPark.Support.Weeks;

/// <summary>The connection of a logger: a real-time value every second, and the week between them as after an outage.</summary>
internal sealed class WeekLine : IAsyncDisposable
{
    private const int Window = 64;

    private readonly WeekLogger _logger;
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly SemaphoreSlim _writing = new(1);
    private readonly SemaphoreSlim _window = new(Window);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _silence = new();
    private readonly Task _reading;
    private readonly Task _living;

    public WeekLine(WeekLogger logger, IPEndPoint server)
    {
        _logger = logger;
        _client.Connect(server);
        _reading = Read();
        _living = Live();
    }

    public string Mn => _logger.Mn;

    /// <summary>Ends when every telegram of the week was answered.</summary>
    public async Task SendWeek()
    {
        foreach (var telegram in _logger.Telegrams(DateTime.UtcNow.AddHours(8)))
        {
            await _window.WaitAsync(_stop.Token);
            await Write(telegram);
        }

        for (var i = 0; i < Window; i++)
            await _window.WaitAsync(_stop.Token);
        _window.Release(Window);
    }

    /// <summary>Stays connected, and sends no more.</summary>
    public void FallSilent() => _silence.Cancel();

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync();
        await _silence.CancelAsync();
        _client.Dispose();
        await Task.WhenAll(_reading, _living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Write(byte[] telegram)
    {
        await _writing.WaitAsync();
        try
        {
            await _client.GetStream().WriteAsync(telegram, _stop.Token);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task Live()
    {
        var address = new Address(Mn, "123456", ProtocolVersion.V2017, _logger.IsFlueGas ? "31" : "32");
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var number = 0; !_silence.IsCancellationRequested; number++)
        {
            var now = DateTime.UtcNow.AddHours(8);
            // Quiet values around what is usual.
            var items = _logger.Factors.Select(factor => string.Create(CultureInfo.InvariantCulture, $"{factor.Code}-Rtd={factor.Usual * (1 + (0.02 * Math.Sin(number + factor.Usual))):0.####},{factor.Code}-Flag=N"));
            await Write(TelegramWriter.Write(address, now, CommandCode.RealTimeData, $"DataTime={now:yyyyMMddHHmmss};{string.Join(';', items)}", wantsAnswer: false));
            if (!await timer.WaitForNextTickAsync(_silence.Token).ConfigureAwait(false))
                return;
        }
    }

    private async Task Read()
    {
        var reader = PipeReader.Create(_client.GetStream());
        while (true)
        {
            var read = await reader.ReadAsync(_stop.Token);
            var buffer = read.Buffer;
            while (FrameReader.Read(ref buffer, isQuiet: false, out _, out _) == FrameStatus.Frame)
                _window.Release();
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                return;
        }
    }
}

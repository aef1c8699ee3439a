using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Simulator;
using Microsoft.Playwright;

namespace EcoPark.Support;

/// <summary>What was measured.</summary>
/// <param name="PerSecond">Telegrams answered a second while it was measured.</param>
/// <param name="Background">From the begin of the load to the last of the alarms that stand beside.</param>
/// <param name="Milliseconds">From the socket to the tone, in ascending order.</param>
public sealed record LatencyReport(double PerSecond, TimeSpan Background, IReadOnlyList<double> Milliseconds)
{
    public double Median => Milliseconds[Milliseconds.Count / 2];

    public double Longest => Milliseconds[^1];

    public override string ToString() => FormattableString.Invariant(
        $"{PerSecond:0} telegrams/s; all background alarms raised after {Background.TotalSeconds:0.0} s; from socket to tone {Milliseconds[0]:0} ms (shortest), {Median:0} ms (median), {Longest:0} ms (longest of {Milliseconds.Count})");
}

/// <summary>
/// From the telegram on the socket to the tone on a page, while many loggers send; their pH is out of range, so that an alarm of each stands beside. Every value of every
/// logger has a limit to be compared with.
/// </summary>
public sealed class AlarmLatency(TestServer server, IBrowser browser)
{
    /// <summary>Tone of an orange alarm, Hz.</summary>
    private const string Tone = "window.heard.find(tone => tone.pitch === 740)?.at ?? 0";

    private const string Mn = "320600AA0000000000009999";

    public int Loggers { get; init; } = 200;

    public int PerSecond { get; init; } = 1_000;

    public int Rounds { get; init; } = 20;

    public async Task<LatencyReport> Run(string creditCode)
    {
        var mns = Enumerable.Range(1, Loggers).Select(number => $"320600AA00000000{number:D8}").ToList();
        foreach (var mn in mns)
            await server.AddLogger(mn);
        // The first telegrams make the channels.
        await new LoadGenerator(mns, "123456") { PerSecond = 400, Start = Now.AddDays(-1), LatestDataTime = Now.AddMinutes(-9), Step = TimeSpan.FromSeconds(1) }.Run(server.Gateway, TimeSpan.FromSeconds(4), CancellationToken.None);
        await Outlet(creditCode);
        await Task.Delay(TimeSpan.FromSeconds(5)); // Rules are taken over within two seconds.
        await using var context = await browser.OpenContext(server, 1366, 768, server.Cookies);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Browsers.Ears);
        await page.GotoAsync("/monitor/live");
        await page.Locator("h1").ClickAsync();

        using var stop = new CancellationTokenSource();
        var load = new LoadGenerator(mns, "123456") { PerSecond = PerSecond, Start = Now, Step = TimeSpan.FromSeconds((double)Loggers / PerSecond) };
        var watch = Stopwatch.StartNew();
        var running = load.Run(server.Gateway, TimeSpan.FromMinutes(10), stop.Token);
        await Until(async () => (await Get("/api/v1/alarms/?f.kind=OutOfRange&f.state=open&take=1")).GetProperty("total").GetInt32() >= Loggers, TimeSpan.FromMinutes(3), "The alarms beside were not raised.");
        var background = watch.Elapsed;
        var (begun, since) = (load.AcknowledgedSoFar, Stopwatch.StartNew());
        await using var device = TestDevice.Connect(server.Gateway);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
            times.Add(await Round(page, device));
        var rate = (load.AcknowledgedSoFar - begun) / since.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // The load goes on until it is told to stop.
        }

        return new LatencyReport(rate, background, [.. times.Order()]);
    }

    private static DateTime Now => new(DateTime.UtcNow.AddHours(8).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);

    private async Task Outlet(string creditCode)
    {
        var enterprise = await server.Keep("enterprises", new { name = "报警时延试验", creditCode, industry = "C2614", address = "园区 1 号", environmentOfficer = "陈环保", phone = "13812345678" });
        await server.AddLogger(Mn);
        var point = await server.Make("/api/v1/points/", new { name = "时延试验点", kind = "WasteWater", enterpriseId = enterprise });
        await server.Ask("/api/v1/channels/", new { pointId = point, deviceMn = Mn, factorCode = "w01018", name = "化学需氧量", unit = "mg/L", decimals = 1 });
        await server.Keep("alarm-rules", new { name = "全部因子", kind = "超标", upper = 1_000_000 });
        await server.Keep("alarm-rules", new { name = "本点", kind = "超标", upper = 50, pointName = "时延试验点" });
    }

    private async Task<double> Round(IPage page, TestDevice device)
    {
        await page.EvaluateAsync("window.heard = []");
        var sent = DateTime.UtcNow;
        await Send(device, Now, 60);
        var heard = 0.0;
        await Until(async () => (heard = await page.EvaluateAsync<double>(Tone)) > 0, TimeSpan.FromSeconds(30), "No tone was heard.");
        // Over, acknowledged, and silent again; the next is a new raise.
        await Send(device, Now.AddSeconds(1), 20);
        var id = 0;
        await Until(async () =>
        {
            var alarm = (await Get($"/api/v1/alarms/?q={Mn}&f.kind=OverLimit&take=1")).GetProperty("items")[0];
            id = alarm.GetProperty("id").GetInt32();
            return alarm.GetProperty("state").GetString() == "Raised" && alarm.GetProperty("endedAt").ValueKind != JsonValueKind.Null;
        }, TimeSpan.FromSeconds(30), "The alarm did not end.");
        (await server.Client.PostAsync(new Uri($"/api/v1/alarms/{id}/acknowledge", UriKind.Relative), null)).EnsureSuccessStatusCode();
        // A tone of this round must not be taken for the next one's.
        await Until(async () => await page.Locator("[data-testid=alarm-bell].level-2").CountAsync() == 0, TimeSpan.FromSeconds(30), "The bell did not take notice.");
        await Task.Delay(Random.Shared.Next(2_200, 3_000)); // Rounds must not fall into step with anything.
        return (DateTime.UnixEpoch.AddMilliseconds(heard) - sent).TotalMilliseconds;
    }

    private static async Task Send(TestDevice device, DateTime time, double value)
    {
        await device.Send(TestDevice.RealTime(Mn, time, string.Create(CultureInfo.InvariantCulture, $"w01018-Rtd={value},w01018-Flag=N"), DateTime.UtcNow.AddHours(8)));
        if (await device.Receive() is null)
            throw new TimeoutException("The telegram was not answered.");
    }

    private Task<JsonElement> Get(string path) => server.Client.GetFromJsonAsync<JsonElement>(path);

    private static async Task Until(Func<Task<bool>> isThere, TimeSpan within, string otherwise)
    {
        for (var watch = Stopwatch.StartNew(); !await isThere(); await Task.Delay(50))
        {
            if (watch.Elapsed > within)
                throw new TimeoutException(otherwise);
        }
    }
}

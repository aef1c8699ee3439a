using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Simulator.Weeks;

namespace EcoPark.Support.Weeks;

/// <summary>A generated week through real sockets into a real server: what it raises, against what was labelled.</summary>
public sealed class WeekRun
{
    /// <summary>Settings of a server for it: late data are rolled up soon, and history may come fast.</summary>
    public static readonly string[] Settings = ["--EcoPark:Rollup:QuietSeconds=2", "--EcoPark:Gateway:TelegramsPerSecond=100000"];

    private const int Loggers = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Nothing new for this long after everything labelled was found: what has not come by then does not come.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(9);

    private readonly TestServer _server;
    private readonly GeneratedWeek _week;

    private WeekRun(TestServer server, GeneratedWeek week) => (_server, _week) = (server, week);

    /// <param name="server">Started with <see cref="Settings"/>.</param>
    /// <param name="seed">Of the week.</param>
    /// <param name="creditCode">A valid credit code for its enterprise.</param>
    public static async Task<WeekScore> Run(TestServer server, int seed, string creditCode)
    {
        var start = DateTime.UtcNow.AddHours(8).Date.AddDays(-7);
        var mns = Enumerable.Range(1, Loggers).Select(number => $"320600{seed % 10_000:D4}0000000000{number:D4}").ToList();
        var run = new WeekRun(server, GeneratedWeek.Create(seed, start, mns));
        await run.Register(creditCode);
        await Task.Delay(TimeSpan.FromSeconds(4)); // Rules, limits and plans are taken over within two seconds.
        return await run.Send();
    }

    private async Task Register(string creditCode)
    {
        var enterprise = await _server.Keep("enterprises", new { name = $"一周试验 {creditCode[^6..]}", creditCode, industry = "C2614", address = "园区 1 号", environmentOfficer = "陈环保", phone = "13812345678" });
        var permit = await _server.Keep("permits", new { enterpriseId = enterprise, number = creditCode, category = "重点管理", validFrom = "2024-01-01", validTo = "2039-01-01", state = "有效" });
        foreach (var logger in _week.Loggers)
        {
            var kind = logger.IsFlueGas ? "废气一般排放口" : "废水总排放口";
            var outlet = await _server.Keep("permit-outlets", new { enterpriseId = enterprise, permitId = permit, code = logger.Mn[^4..], name = $"排口 {logger.Mn[^4..]}", kind });
            foreach (var factor in logger.Factors.Where(one => one.Limit is not null))
                await _server.Keep("permit-limits", new { enterpriseId = enterprise, permitOutletId = outlet, factor = factor.Code, limit = factor.Limit, unit = factor.Unit, standard = "GB 31572-2015", validFrom = "2024-01-01" });
            await _server.AddLogger(logger.Mn, logger.IsFlueGas ? "31" : "32", realTimeIntervalSeconds: 1);
            var point = await _server.Make("/api/v1/points/", new { name = PointOf(logger.Mn), kind = logger.IsFlueGas ? "FlueGas" : "WasteWater", enterpriseId = enterprise, permitOutletId = outlet });
            foreach (var factor in logger.Factors)
                await _server.Ask("/api/v1/channels/", new { pointId = point, deviceMn = logger.Mn, factorCode = factor.Code, name = factor.Name, unit = factor.Unit, decimals = factor.Decimals });
        }

        foreach (var (plan, number) in _week.Plans.Select((plan, number) => (plan, number)))
        {
            await _server.Keep("exemption-plans", new
            {
                enterpriseId = enterprise,
                title = $"{plan.Kind} {number}",
                kind = plan.Kind,
                pointName = PointOf(plan.Mn),
                startsAt = $"{plan.From:yyyy-MM-dd HH:mm}",
                endsAt = $"{plan.To:yyyy-MM-dd HH:mm}",
            });
        }

        // What happens on the line happens within seconds here.
        await _server.Keep("alarm-rules", new { name = "一周试验断线", kind = "断线", enterpriseId = enterprise, delayMinutes = 0.1 });
        await _server.Keep("alarm-rules", new { name = "一周试验缺数", kind = "缺数", enterpriseId = enterprise, delayMinutes = 0.2 });
    }

    private async Task<WeekScore> Send()
    {
        var lines = _week.Loggers.Select(logger => new WeekLine(logger, _server.Gateway)).ToList();
        try
        {
            await Task.WhenAll(lines.Select(line => line.SendWeek()));
            // Two lines break, and one logger falls silent.
            var now = DateTime.UtcNow.AddHours(8);
            Label OnLine(WeekLine line, LabelKind kind) => new(line.Mn, "", kind, now, now.AddHours(1));
            Label[] onTheLine = [OnLine(lines[0], LabelKind.OffLine), OnLine(lines[5], LabelKind.OffLine), OnLine(lines[3], LabelKind.MissingData)];
            await lines[0].DisposeAsync();
            await lines[5].DisposeAsync();
            lines[3].FallSilent();
            return await Score(onTheLine);
        }
        finally
        {
            foreach (var line in lines)
                await line.DisposeAsync();
        }
    }

    /// <summary>Asks until all that was labelled is found and nothing new comes any more.</summary>
    private async Task<WeekScore> Score(Label[] onTheLine)
    {
        var (watch, last, since) = (Stopwatch.StartNew(), -1, TimeSpan.Zero);
        while (true)
        {
            var alarms = await Alarms();
            if (alarms.Count != last)
                (last, since) = (alarms.Count, watch.Elapsed);
            var score = new WeekScore(_week, onTheLine, alarms);
            if (watch.Elapsed > Patience || (score.Missed.Count == 0 && watch.Elapsed - since > Settled))
                return score;
            await Task.Delay(500);
        }
    }

    private async Task<List<RaisedAlarm>> Alarms()
    {
        var alarms = new List<RaisedAlarm>();
        while (true)
        {
            var page = await _server.Client.GetFromJsonAsync<JsonElement>(string.Create(CultureInfo.InvariantCulture, $"/api/v1/alarms/?f.state=all&sort=id&skip={alarms.Count}&take=200"));
            var items = page.GetProperty("items").Deserialize<List<RaisedAlarm>>(JsonSerializerOptions.Web)!;
            alarms.AddRange(items);
            if (items.Count == 0 || alarms.Count >= page.GetProperty("total").GetInt32())
                return alarms;
        }
    }

    private static string PointOf(string mn) => $"一周试验 {mn[^4..]} {mn[6..10]}";
}

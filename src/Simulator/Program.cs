using System.Globalization;
using System.Net;
using EcoPark.Simulator;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine("""
        EcoPark 数采仪模拟器

          --host 地址        上位机地址，默认 127.0.0.1
          --port 端口        上位机端口，默认 9212
          --loggers 数量     模拟的数采仪数量，默认 25
          --interval 秒      实时数据间隔，默认按各数采仪自己的间隔
          --history 天数     首次连接时补传的历史天数，默认 0
          --disconnects 次   平均每小时断线次数，默认 0
          --seed 数          随机种子，默认 1；同一种子得到同一园区
          --load 每秒报文数  压力模式：每条 10 个因子，0 为不限速
          --seconds 秒       压力模式运行时间，默认 60

        停止请按 Ctrl+C。
        """);
    return 0;
}

string Option(string name, string fallback) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
int Number(string name, int fallback) => int.TryParse(Option(name, ""), CultureInfo.InvariantCulture, out var number) ? number : fallback;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
if (!IPAddress.TryParse(Option("--host", "127.0.0.1"), out var host))
{
    Console.Error.WriteLine("--host 应为 IP 地址，例如 127.0.0.1。");
    return 2;
}

var server = new IPEndPoint(host, Number("--port", 9212));
var specs = SimulatedPark.Create(Number("--seed", 1), Number("--loggers", 25));
if (args.Contains("--load"))
{
    var generator = new LoadGenerator([.. specs.Select(spec => spec.Mn)], "123456") { PerSecond = Number("--load", 0) };
    var report = await generator.Run(server, TimeSpan.FromSeconds(Number("--seconds", 60)), stop.Token);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"发送 {report.Sent}，已应答 {report.Acknowledged}，每秒 {report.PerSecond:0}，应答时间中位 {report.MedianMs} ms，99% {report.Percentile99Ms} ms"));
    return 0;
}

var interval = Number("--interval", 0);
var fleet = new Fleet(
    specs,
    new FleetOptions
    {
        RealTimeInterval = interval > 0 ? TimeSpan.FromSeconds(interval) : null,
        HistoryDays = Number("--history", 0),
        DisconnectsPerHour = Number("--disconnects", 0),
    },
    TimeProvider.System);
Console.WriteLine($"{specs.Count} 台数采仪连接 {server}");
var running = fleet.Run(server, stop.Token);
using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
try
{
    while (await timer.WaitForNextTickAsync(stop.Token))
        Console.WriteLine($"已应答 {fleet.Acknowledged} 条");
}
catch (OperationCanceledException)
{
    await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

return 0;

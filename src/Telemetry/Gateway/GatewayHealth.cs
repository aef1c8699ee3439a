using System.Globalization;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Not ready while telegrams cannot be logged: devices should call another node, if there is one.</summary>
internal sealed class GatewayHealth(GatewayCounters counters) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(counters.NotTakingSince is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(counters.NotTakingBecause));
}

/// <summary>Gateway and telegram log on the page 运行状态.</summary>
internal sealed class GatewayFigures(GatewayCounters counters, GatewayOptions options, IDeviceRegistry registry, ReplayCheckpoint checkpoint, ITelegramLog log, TimeProvider clock) : INodeFigures
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>Telegrams that may be on their way between log and store before it is said.</summary>
    private const long ManyUnderWay = 50_000;

    public string Group => "通信网关";

    public async Task<IReadOnlyList<NodeFigure>> Read(CancellationToken cancellationToken)
    {
        var underWay = checkpoint.Highest - checkpoint.Through;
        var setAside = (await log.Search(new LogFilter { Verdict = TelegramVerdict.SetAside, From = clock.UtcNow() - Lately }, 0, 1, cancellationToken).ConfigureAwait(false)).Total;
        return
        [
            new(Group, "端口", options.Port.ToString(CultureInfo.InvariantCulture)),
            new(Group, "连接", $"{counters.Connections} 个（登记数采仪 {registry.Current.Devices.Count} 台）"),
            new(Group, "报文落盘", counters.NotTakingSince is null ? "正常" : "中断", counters.NotTakingSince is { } since
                ? $"自 {ParkTime.FromUtc(since):MM-dd HH:mm:ss} 起无法落盘，报文一律不应答（数采仪会重发）：{counters.NotTakingBecause}" : ""),
            new(Group, "最近落盘", counters.LastTakenAt is { } at ? ParkTime.FromUtc(at).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "启动以来没有"),
            new(Group, "已落盘、待入库的报文", underWay.ToString(CultureInfo.InvariantCulture), underWay > ManyUnderWay ? "入库跟不上，请查看“小时、日、月数据汇总”等任务和数据库负载。" : ""),
            new(Group, "近七天搁置的报文", setAside.ToString(CultureInfo.InvariantCulture), setAside > 0 ? "处理未成功，不影响其他报文；请在“报文”页按判定“已搁置”查看原因。" : ""),
        ];
    }
}

using System.Diagnostics.Metrics;
using EcoPark.Platform.Operation;
using EcoPark.Support;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcoPark.Telemetry.Tests;

/// <summary>That nothing is being taken is told: to who balances by <c>/health</c>, to people on 运行状态.</summary>
public class GatewayHealthTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_log_that_cannot_be_written_is_unhealthy_and_said_with_reason_and_time_until_it_can()
    {
        var counters = new GatewayCounters(new Meters());
        var health = new GatewayHealth(counters);
        var figures = new GatewayFigures(counters, new GatewayOptions(), FixedRegistry.Of(PointKind.WasteWater), new ReplayCheckpoint(), await Stores.NewLog(Database.Sqlite), TimeProvider.System);
        (await Status()).ShouldBe(HealthStatus.Healthy);
        (await Figure("最近落盘")).Text.ShouldBe("启动以来没有");

        counters.NotTaken(Now, new IOException("no space left")).ShouldBeTrue();
        counters.NotTaken(Now.AddSeconds(1), new IOException("no space left")).ShouldBeFalse(); // Said once.
        (await Status()).ShouldBe(HealthStatus.Unhealthy);
        var told = await Figure("报文落盘");
        (told.Text, told.Trouble).ShouldBe(("中断", "自 11-29 12:00:00 起无法落盘，报文一律不应答（数采仪会重发）：no space left"));

        counters.Taken(Now.AddMinutes(1));
        (await Status()).ShouldBe(HealthStatus.Healthy);
        ((await Figure("报文落盘")).Text, (await Figure("最近落盘")).Text).ShouldBe(("正常", "11-29 12:01:00"));

        async Task<HealthStatus> Status() => (await health.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;
        async Task<NodeFigure> Figure(string name) => (await figures.Read(TestContext.Current.CancellationToken)).Single(figure => figure.Label == name);
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}

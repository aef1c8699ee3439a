using EcoPark.Hj212;
using EcoPark.Platform.Jobs;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Gateway;

/// <summary>What a connection works with; one for the whole gateway.</summary>
internal sealed record GatewayServices(
    ITelegramLog Log, ReplayCheckpoint Checkpoint, IDeviceRegistry Registry, IDeviceKeys Keys, TelegramDispatcher Dispatcher,
    IGrainFactory Grains, GatewayOptions Options, NodeOptions Node, GatewayCounters Counters, PasswordGuard Passwords, Strangers Strangers, Neighbours Neighbours,
    IHostApplicationLifetime Lifetime,
    TimeProvider Clock, ILogger<GatewayConnection> Logger);

using EcoPark.Hj212;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A device as the API shows it: without password and key.</summary>
public sealed record DeviceView(
    int Id, string Mn, string Name, ProtocolVersion Version, string SystemCode, Deviation Tolerances, bool IsEncrypted, bool IsEnabled,
    int RealTimeIntervalSeconds, int MinuteInterval, int TimeoutSeconds, int Retries, bool FillsGaps, bool IsOnline, DateTime? LastTelegramAt,
    bool SetsUp, bool SendsRealTime, bool SendsFacilityState, DateTime? SetUpAt, DateTime? KeySince, string Hardware)
{
    internal static DeviceView Of(Device device, DeviceState? state) => new(
        device.Id, device.Mn, device.Name, device.Version, device.SystemCode, device.Tolerances, device.EncryptionKey is { Length: > 0 }, device.IsEnabled,
        device.RealTimeIntervalSeconds, device.MinuteInterval, device.TimeoutSeconds, device.Retries, device.FillsGaps, state?.IsOnline ?? false, state?.LastTelegramAt,
        device.SetsUp, device.SendsRealTime, device.SendsFacilityState, device.SetUpAt, device.KeySince, device.Hardware);
}

/// <summary>What can be set of a device. Password and key are write-only; null leaves them as they are.</summary>
public sealed record DeviceInput(
    string Mn, string Name, string SystemCode, string? Password, string? EncryptionKey = null, ProtocolVersion Version = ProtocolVersion.V2017,
    Deviation Tolerances = Deviation.None, bool IsEnabled = true, int RealTimeIntervalSeconds = 30, int MinuteInterval = 10,
    int TimeoutSeconds = 10, int Retries = 3, bool FillsGaps = true, bool SetsUp = false, bool SendsRealTime = true, bool SendsFacilityState = true)
{
    internal Device Apply(Device? old) => new()
    {
        Id = old?.Id ?? 0,
        RegisteredAt = old?.RegisteredAt ?? default,
        Mn = Mn,
        Name = Name,
        SystemCode = SystemCode,
        Password = Password ?? old?.Password ?? "",
        EncryptionKey = EncryptionKey ?? old?.EncryptionKey,
        Version = Version,
        Tolerances = Tolerances,
        IsEnabled = IsEnabled,
        RealTimeIntervalSeconds = RealTimeIntervalSeconds,
        MinuteInterval = MinuteInterval,
        TimeoutSeconds = TimeoutSeconds,
        Retries = Retries,
        FillsGaps = FillsGaps,
        SetsUp = SetsUp,
        SendsRealTime = SendsRealTime,
        SendsFacilityState = SendsFacilityState,
        SetUpAt = old?.SetUpAt,
        KeySince = old?.KeySince,
        Hardware = old?.Hardware ?? "",
    };
}

/// <summary>A device that was taken out of service.</summary>
public sealed record RetiredView(int Id, string Mn, string Name, DateTime RetiredAt, string Reason)
{
    internal static RetiredView Of(Device device) => new(device.Id, device.Mn, device.Name, device.RetiredAt!.Value, device.RetiredBecause);
}

/// <summary>Registers an unknown MN with a new point; with its SM4 key where its telegrams are encrypted.</summary>
public sealed record RegistrationInput(string Name, string PointName, PointKind PointKind, string Enterprise = "", int? EnterpriseId = null, string? EncryptionKey = null);

internal static class DeviceEndpoints
{
    public static void MapDevices(this RouteGroupBuilder api)
    {
        var devices = api.MapGroup("/devices").WithTags("数采仪").AddEndpointFilter(MnInPath.Check);
        devices.MapGet("/", (IDeviceRegistry registry, ILiveFeed feed) => registry.Current.Devices.Select(device => DeviceView.Of(device, feed.State(device.Mn))))
            .WithSummary("全部已登记的数采仪及其在线状态");
        devices.MapGet("/{mn}", Find).WithSummary("一台数采仪");
        devices.MapPost("/", Add).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("登记数采仪");
        devices.MapPut("/{mn}", Change).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("修改登记；密码和密钥为空表示不变");
        devices.MapDelete("/{mn}", Retire).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("移出登记，须说明原因；读数、报文、仪器记录与历史保留，MN 保留给它");
        devices.MapGet("/retired", (IDeviceRegistry registry) => registry.Current.Retired.Select(RetiredView.Of)).WithSummary("已移出登记的数采仪");
        devices.MapPost("/{mn}/restore", Restore).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("恢复已移出的数采仪，并处理其间保留的报文");

        var quarantine = api.MapGroup("/quarantine").WithTags("待登记").AddEndpointFilter(MnInPath.Check);
        quarantine.MapGet("/", (ITelegramLog log, CancellationToken token) => log.Waiting(TelegramVerdict.Quarantined, token)).WithSummary("来报但未登记的 MN，最近的在前，至多 200 个");
        quarantine.MapPost("/{mn}/register", Register).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("一键登记：建点位和通道，并处理已保留的报文");
    }

    private static Results<Ok<DeviceView>, ProblemHttpResult> Find(string mn, IDeviceRegistry registry, ILiveFeed feed) =>
        registry.Current.DeviceByMn.TryGetValue(mn, out var device) ? TypedResults.Ok(DeviceView.Of(device, feed.State(mn))) : Problems.NotFound($" MN 为 {mn} 的数采仪");

    private static async Task<Results<Created<DeviceView>, ProblemHttpResult>> Add(DeviceInput input, IDeviceRegistry registry, CancellationToken token)
    {
        var saved = await registry.Save(input.Apply(null), token);
        return saved.IsOk ? TypedResults.Created($"/api/v1/devices/{saved.Value.Mn}", DeviceView.Of(saved.Value, null)) : Problems.Of(saved.Problem);
    }

    private static async Task<Results<Ok<DeviceView>, ProblemHttpResult>> Change(string mn, DeviceInput input, IDeviceRegistry registry, ILiveFeed feed, CancellationToken token)
    {
        if (!registry.Current.DeviceByMn.TryGetValue(mn, out var device))
            return Problems.NotFound($" MN 为 {mn} 的数采仪");
        var saved = await registry.Save(input.Apply(device), token);
        return saved.IsOk ? TypedResults.Ok(DeviceView.Of(saved.Value, feed.State(saved.Value.Mn))) : Problems.Of(saved.Problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Retire(string mn, string? reason, IDeviceRegistry registry, CancellationToken token)
    {
        if (!registry.Current.DeviceByMn.TryGetValue(mn, out var device))
            return Problems.NotFound($" MN 为 {mn} 的数采仪");
        var retired = await registry.Retire(device.Id, reason ?? "", token);
        return retired.IsOk ? TypedResults.NoContent() : Problems.Of(retired.Problem);
    }

    private static async Task<Results<Ok<DeviceView>, ProblemHttpResult>> Restore(string mn, IDeviceRegistry registry, ILiveFeed feed, CancellationToken token)
    {
        if (registry.Current.Retired.FirstOrDefault(one => one.Mn == mn) is not { } device)
            return Problems.NotFound($"已移出登记、MN 为 {mn} 的数采仪");
        var restored = await registry.Restore(device.Id, token);
        return restored.IsOk ? TypedResults.Ok(DeviceView.Of(restored.Value, feed.State(mn))) : Problems.Of(restored.Problem);
    }

    private static async Task<Results<Created<DeviceView>, ProblemHttpResult>> Register(string mn, RegistrationInput input, IDeviceRegistry registry, CancellationToken token)
    {
        var point = new MonitoringPoint { Name = input.PointName, Kind = input.PointKind, Enterprise = input.Enterprise, EnterpriseId = input.EnterpriseId };
        var saved = await registry.RegisterUnknown(mn, input.Name, point, input.EncryptionKey, token);
        return saved.IsOk ? TypedResults.Created($"/api/v1/devices/{mn}", DeviceView.Of(saved.Value, null)) : Problems.Of(saved.Problem);
    }
}

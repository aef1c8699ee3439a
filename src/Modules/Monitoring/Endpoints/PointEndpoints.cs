using EcoPark.Hj212;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Monitoring.Endpoints;

public sealed record PointView(int Id, string Name, PointKind Kind, string Enterprise, int? EnterpriseId, double? Longitude, double? Latitude, int? PermitOutletId)
{
    internal static PointView Of(MonitoringPoint point) => new(point.Id, point.Name, point.Kind, point.Enterprise, point.EnterpriseId, point.Longitude, point.Latitude, point.PermitOutletId);
}

/// <param name="EnterpriseId">The enterprise's record; without it <paramref name="Enterprise"/> means the record of that name, if there is one.</param>
/// <param name="EnterpriseSince">First day on which it belongs to the enterprise; without it from today on where the enterprise changes.</param>
public sealed record PointInput(string Name, PointKind Kind, string Enterprise = "", double? Longitude = null, double? Latitude = null, int? EnterpriseId = null, int? PermitOutletId = null, DateOnly? EnterpriseSince = null);

/// <param name="DeviceMn">Null where readings come from imported files alone.</param>
public sealed record ChannelView(int Id, int PointId, string? DeviceMn, string FactorCode, string OriginalCode, string Name, string Unit, int Decimals, bool IsDiscovered);

public sealed record ChannelInput(int PointId, string DeviceMn, string FactorCode, string Name, string Unit = "", int Decimals = 2, string? OriginalCode = null, int SortOrder = 0);

internal static class PointEndpoints
{
    public static void MapPoints(this RouteGroupBuilder api)
    {
        var points = api.MapGroup("/points").WithTags("点位与通道");
        points.MapGet("/", (IDeviceRegistry registry) => registry.Current.Points.Select(PointView.Of)).WithSummary("全部监测点位");
        points.MapPost("/", async (PointInput input, IDeviceRegistry registry, CancellationToken token) => await SavePoint(0, input, registry, token))
            .RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("新增点位");
        points.MapPut("/{id:int}", SavePoint).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("修改点位；换企业时 enterpriseSince 为新企业起始日（不给为今天），此前的排口日数据仍归原企业");

        var channels = api.MapGroup("/channels").WithTags("点位与通道");
        channels.MapGet("/", Channels).WithSummary("通道：因子与点位、数采仪的对应关系");
        channels.MapPost("/", async (ChannelInput input, IDeviceRegistry registry, CancellationToken token) => await SaveChannel(0, input, registry, token))
            .RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("新增通道");
        channels.MapPut("/{id:int}", SaveChannel).RequireAuthorization(TelemetryPermissions.EditDevices).WithSummary("修改通道；自动发现的通道由此确认");

        api.MapGet("/factors", () => Factors.All).WithTags("字典").WithSummary("HJ 212-2017 附录 B 的因子与信息编码");
    }

    private static IEnumerable<ChannelView> Channels(IDeviceRegistry registry, int? pointId = null, string? mn = null)
    {
        var current = registry.Current;
        return current.Channels
            .Where(channel => (pointId is null || channel.PointId == pointId) && (mn is null || current.DeviceOf(channel)?.Mn == mn))
            .Select(channel => View(channel, current));
    }

    private static async Task<Results<Ok<PointView>, ProblemHttpResult>> SavePoint(int id, PointInput input, IDeviceRegistry registry, CancellationToken token)
    {
        if (id != 0 && !registry.Current.PointById.ContainsKey(id))
            return Problems.NotFound("这个点位");
        var saved = await registry.Save(
            new MonitoringPoint { Id = id, Name = input.Name, Kind = input.Kind, Enterprise = input.Enterprise, EnterpriseId = input.EnterpriseId, Longitude = input.Longitude, Latitude = input.Latitude, PermitOutletId = input.PermitOutletId }, input.EnterpriseSince, token);
        return saved.IsOk ? TypedResults.Ok(PointView.Of(saved.Value)) : Problems.Of(saved.Problem);
    }

    private static async Task<Results<Ok<ChannelView>, ProblemHttpResult>> SaveChannel(int id, ChannelInput input, IDeviceRegistry registry, CancellationToken token)
    {
        if (id != 0 && !registry.Current.ChannelById.ContainsKey(id))
            return Problems.NotFound("这个通道");
        if (!registry.Current.DeviceByMn.TryGetValue(input.DeviceMn, out var device))
            return Problems.Bad("unknown-device", $"没有 MN 为 {input.DeviceMn} 的数采仪。", nameof(input.DeviceMn));
        if (!registry.Current.PointById.ContainsKey(input.PointId))
            return Problems.Bad("unknown-point", $"没有编号为 {input.PointId} 的点位。", nameof(input.PointId));
        var saved = await registry.Save(
            new Channel
            {
                Id = id,
                PointId = input.PointId,
                DeviceId = device.Id,
                FactorCode = input.FactorCode,
                OriginalCode = input.OriginalCode ?? input.FactorCode,
                Name = input.Name,
                Unit = input.Unit,
                Decimals = input.Decimals,
                SortOrder = input.SortOrder,
            },
            token);
        return saved.IsOk ? TypedResults.Ok(View(saved.Value, registry.Current)) : Problems.Of(saved.Problem);
    }

    private static ChannelView View(Channel channel, RegistrySnapshot registered) => new(
        channel.Id, channel.PointId, registered.DeviceOf(channel)?.Mn, channel.FactorCode, channel.OriginalCode, channel.Name, channel.Unit, channel.Decimals, channel.IsDiscovered);
}

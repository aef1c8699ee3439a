using EcoPark.Platform;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>A state or parameter for programs.</summary>
internal sealed record InstrumentStateView(string Mn, string Factor, string Code, string Name, string Value, string Meaning, DateTime Since, DateTime SeenAt);

/// <summary>A log line or a change for programs.</summary>
internal sealed record InstrumentRecordView(string Mn, string Factor, string Code, string Name, DateTime At, string Value, string? Before, long LogId);

/// <summary>A standard check for programs.</summary>
internal sealed record CheckResultView(string Mn, string Factor, DateTime At, double Reading, double StandardValue, bool DevicePassed, bool Passes, string Basis, long LogId);

internal static class InstrumentEndpoints
{
    private const int Most = 500;

    public static void MapInstruments(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/instruments").WithTags("动态管控").RequireAuthorization(TelemetryPermissions.ViewReadings);
        api.MapGet("/states", async (InstrumentReader reader, IDeviceRegistry registry, string? mn, string? factor, string? code, CancellationToken token, int skip = 0, int take = 50) =>
            View(await reader.States(new InstrumentFilter(mn, factor, code), From(skip), Size(take), token), state =>
                new InstrumentStateView(MnOf(registry, state.DeviceId), state.Factor, state.Code, InstrumentCodes.NameOf(state.Code), state.Value, InstrumentCodes.Say(state.Code, state.Value), state.Since, state.SeenAt)))
            .WithSummary("仪器当前的状态和参数：mn、factor、code 可选");
        api.MapGet("/records", async (InstrumentReader reader, IDeviceRegistry registry, string? mn, string? factor, string? code, DateTimeOffset? from, DateTimeOffset? to, bool? changes, CancellationToken token, int skip = 0, int take = 50) =>
            View(await reader.Records(new InstrumentFilter(mn, factor, code, from?.UtcDateTime, to?.UtcDateTime), changes, From(skip), Size(take), token), record =>
                new InstrumentRecordView(MnOf(registry, record.DeviceId), record.Factor, record.Code, InstrumentCodes.NameOf(record.Code), record.At, record.Value, record.Before, record.LogId)))
            .WithSummary("仪器日志与状态、参数的变化，最新在前；changes=true 只看变化");
        api.MapGet("/checks", async (InstrumentReader reader, IDeviceRegistry registry, string? mn, string? factor, DateTimeOffset? from, DateTimeOffset? to, bool? passes, CancellationToken token, int skip = 0, int take = 50) =>
            View(await reader.Checks(new InstrumentFilter(mn, factor, null, from?.UtcDateTime, to?.UtcDateTime), passes, From(skip), Size(take), token), check =>
                new CheckResultView(MnOf(registry, check.DeviceId), check.Factor, check.At, check.Reading, check.StandardValue, check.DevicePassed, check.Passes, check.Basis, check.LogId)))
            .WithSummary("标样核查结果与判定，最新在前");
        api.MapGet("/runs", (CheckRuns runs, string? mn, CancellationToken token, int skip = 0, int take = 50) => runs.Search(mn, From(skip), Size(take), token)).WithSummary("核查计划的执行：命令与结果");
    }

    private static Page<TView> View<T, TView>(Page<T> page, Func<T, TView> view) => new([.. page.Items.Select(view)], page.Total);

    private static string MnOf(IDeviceRegistry registry, int deviceId) => registry.Current.DeviceById.TryGetValue(deviceId, out var device) ? device.Mn : "";

    private static int From(int skip) => Math.Max(0, skip);

    private static int Size(int take) => Math.Clamp(take, 1, Most);
}

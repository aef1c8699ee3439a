using EcoPark.Platform.Files;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Import;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Quality.Endpoints;

/// <summary>The import of reading files for programs.</summary>
internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/v1/readings/import", Import)
        .RequireAuthorization(TelemetryPermissions.ImportReadings).WithTags("读数").DisableAntiforgery()
        .WithSummary("导入小时或日数据文件（csv、csv.gz、xlsx）；因子按表头识别，units 可逐列指定单位，如 SO2=ppb；不识别的列在 ignored 中列出。stamp 说明时间是时段的开始（Begin，默认）还是结束（End，含 24:00）；zone 用于没有写明时区的时间（Z、+08:00 按所写）；sheet 指定工作簿中的表");

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Import(
        int pointId, Interval interval, IFormFile file, IDeviceRegistry registry, ReadingImport import, CancellationToken token, ImportZone zone = ImportZone.Park, ImportStamp stamp = ImportStamp.Begin, string? sheet = null,
        [FromQuery] string[]? units = null)
    {
        if (file.Length > UploadCheck.Largest)
            return Problems.Bad("file-size", $"文件超过 {UploadCheck.Largest / 1024 / 1024} MB，请拆分后再传。", "file");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        var table = ImportFile.Read(file.FileName, content.ToArray(), sheet);
        if (!table.IsOk)
            return Problems.Of(table.Problem);
        if (TimeReader.For(table.Value.Headings, new(zone, stamp, interval), table.Value.Is1904) is not { } time)
            return Problems.Bad("no-time", TimeReader.Wanted, "file");
        if (!registry.Current.PointById.TryGetValue(pointId, out var point))
            return Problems.NotFound($"编号为 {pointId} 的监测点位");

        var given = (units ?? []).Select(unit => unit.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var columns = new ColumnGuess(point.Kind.RollupMedium(), interval, registry.Current.ChannelsByPoint[pointId]).Of(table.Value.Headings)
            .Select(guess => table.Value.Aside.Contains(guess.Index) ? guess with { FactorCode = "" } : given.TryGetValue(guess.Heading, out var unit) ? guess with { Unit = unit } : guess)
            .Where(column => !time.Columns.Contains(column.Index)).ToList();
        var done = await import.Import(pointId, interval, table.Value, time, columns, null, token);
        return done.IsOk ? TypedResults.Ok(done.Value) : Problems.Of(done.Problem);
    }
}

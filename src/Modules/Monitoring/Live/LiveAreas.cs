using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring.Live;

/// <summary>片区: nine equal fields over all points that have coordinates, told as one speaks of them.</summary>
internal sealed class LiveAreas
{
    private const string Unknown = "没有坐标";

    private static readonly string[,] Names = { { "西南片", "南片", "东南片" }, { "西片", "中片", "东片" }, { "西北片", "北片", "东北片" } };

    private readonly (double Low, double High) _longitudes;
    private readonly (double Low, double High) _latitudes;

    public LiveAreas(IEnumerable<MonitoringPoint> points)
    {
        var located = points.Where(point => point is { Longitude: not null, Latitude: not null }).ToList();
        if (located.Count == 0)
            return;
        _longitudes = (located.Min(point => point.Longitude!.Value), located.Max(point => point.Longitude!.Value));
        _latitudes = (located.Min(point => point.Latitude!.Value), located.Max(point => point.Latitude!.Value));
    }

    public string Of(MonitoringPoint point) => point is { Longitude: { } longitude, Latitude: { } latitude } ? Names[Third(latitude, _latitudes), Third(longitude, _longitudes)] : Unknown;

    private static int Third(double at, (double Low, double High) span) => span.High > span.Low ? Math.Clamp((int)((at - span.Low) / (span.High - span.Low) * 3), 0, 2) : 1;
}

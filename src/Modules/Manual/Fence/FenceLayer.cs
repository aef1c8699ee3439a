using EcoPark.Platform.Time;
using EcoPark.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>Blind arcs of the fences on the park's map.</summary>
internal static class FenceLayer
{
    private const string Key = "fence-blind";

    /// <summary>Metres to which arcs are drawn at least.</summary>
    private const double Least = 150;

    private static readonly MapStyle Blind = new(MapSign.Bad, 0.25, 1.5, true);

    public static void Add(IServiceCollection services) => services.AddSingleton(provider => new MapLayer(Key, "厂界监测盲区", ManualPermissions.View, async token =>
    {
        var (from, to) = FenceReader.Back(FenceReader.MostDays, provider.GetRequiredService<TimeProvider>().UtcNow());
        var rows = await provider.GetRequiredService<CoverageReader>().Read(null, from, to, token).ConfigureAwait(false);
        return new MapModel([.. rows.Where(row => row.Coverage.Blind.Count > 0).Select(row => new MapShape($"{Key}/{row.EnterpriseId}", "", ShapeOf(row), Blind)
        {
            Href = $"/manual/coverage?enterprise={row.EnterpriseId}",
            Text = $"{row.Enterprise}厂界盲区；近 {FenceReader.MostDays} 天风吹向盲区的时间 {ParkWords.Share(row.Coverage.BlindShare)}",
            EnterpriseId = row.EnterpriseId,
        })], []);
    })
    {
        Group = MapLayer.Sources,
        Order = 190,
        Every = TimeSpan.FromHours(1),
        IsUsuallyHidden = true,
    });

    /// <summary>Sectors from the middle to a little beyond the farthest point.</summary>
    internal static string ShapeOf(EnterpriseCoverage row)
    {
        var metres = Math.Max(Least, row.Metres * 1.1);
        var sectors = row.Coverage.Blind.Select(arc =>
        {
            var steps = (int)Math.Ceiling(arc.Degrees / 5);
            List<double[]> rim = [.. Enumerable.Range(0, steps + 1).Select(step => At(row, arc.From + (arc.Degrees * step / steps), metres))];
            double[] middle = [row.Longitude, row.Latitude];
            double[][] ring = arc.Degrees >= 360 ? [.. rim[..^1], rim[0]] : [middle, .. rim, middle];
            return new[] { ring };
        });
        return System.Text.Json.JsonSerializer.Serialize(new { type = "MultiPolygon", coordinates = sectors });
    }

    /// <summary>Degrees on a plane that touches the earth at the middle.</summary>
    private static double[] At(EnterpriseCoverage row, double bearing, double metres)
    {
        const double MetresOfDegree = 111_195;
        var angle = bearing * Math.PI / 180;
        return [Math.Round(row.Longitude + (metres * Math.Sin(angle) / (MetresOfDegree * Math.Cos(row.Latitude * Math.PI / 180))), 7), Math.Round(row.Latitude + (metres * Math.Cos(angle) / MetresOfDegree), 7)];
    }
}

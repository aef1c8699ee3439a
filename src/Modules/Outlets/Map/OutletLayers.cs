using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Pages;
using EcoPark.Telemetry.Live;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Standing;
using EcoPark.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Map;

/// <summary>The outlets on the park's map, a layer for each kind. What all of them show is read from memory; limits are asked for where one is looked at.</summary>
internal static class OutletLayers
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private static readonly (PointKind Kind, string Key, string Title, string Mark)[] Kinds =
        [(PointKind.FlueGas, "outlet-gas", "废气排口", "气"), (PointKind.WasteWater, "outlet-water", "废水排口", "水"), (PointKind.RainWater, "outlet-rain", "雨水排口", "雨"), (PointKind.FenceLine, "outlet-fence", "厂界监测点", "界")];

    public static void Add(IServiceCollection services)
    {
        foreach (var (kind, order) in Kinds.Select((kind, order) => (kind, order)))
        {
            services.AddSingleton(provider => new MapLayer(kind.Key, kind.Title, OutletPermissions.View, _ => Task.FromResult(Load(provider, kind)))
            {
                Group = MapLayer.Sources,
                Order = 200 + order,
                Every = Every,
                Legend = [Sign(OutletState.Running, kind.Mark), Sign(OutletState.Stopped, kind.Mark), Sign(OutletState.OffLine, kind.Mark)],
                Card = (id, token) => Card(provider, kind, id, token),
            });
        }
    }

    /// <summary>Id on the map; empty for outlets of a kind that has no layer.</summary>
    public static string IdOf(Outlet outlet) => Array.Find(Kinds, kind => kind.Kind == outlet.Point.Kind) is { Key: { } key } ? string.Create(CultureInfo.InvariantCulture, $"{key}/{outlet.Point.Id}") : "";

    public static MapSign Sign(OutletState state, string mark) => state switch
    {
        OutletState.Running => new(OutletStates.Of(state), MapSign.Good, mark) { Form = MapForm.Square, Rank = 2 },
        OutletState.Stopped => new(OutletStates.Of(state), "#1f5f99", mark + "停") { Form = MapForm.Square, Rank = 3 },
        _ => new(OutletStates.Of(state), MapSign.Silent, mark + "×") { Form = MapForm.Square, Rank = 4 },
    };

    private static MapModel Load(IServiceProvider provider, (PointKind Kind, string Key, string Title, string Mark) kind)
    {
        var (registered, feed) = (provider.GetRequiredService<IDeviceRegistry>().Current, provider.GetRequiredService<ILiveFeed>());
        return new MapModel([], [.. registered.Points.Where(point => point.Kind == kind.Kind && point is { Longitude: not null, Latitude: not null }).Select(point =>
            MapPoint.Of(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}/{point.Id}"), point.Name, point.Longitude!.Value, point.Latitude!.Value, Sign(OutletLive.StateOf(registered.ChannelsByPoint[point.Id], registered, feed), kind.Mark)) with
            {
                Href = string.Create(CultureInfo.InvariantCulture, $"/outlets/{point.Id}/live"), Text = point.Enterprise, EnterpriseId = point.EnterpriseId, PointId = point.Id, TakesAlarms = true,
            })]);
    }

    private static async Task<MapCard?> Card(IServiceProvider provider, (PointKind Kind, string Key, string Title, string Mark) kind, int id, CancellationToken cancellationToken)
    {
        if (await provider.GetRequiredService<OutletBook>().Find(new PointId(id), cancellationToken).ConfigureAwait(false) is not { } outlet)
            return null;
        var live = provider.GetRequiredService<OutletLive>().Of(outlet);
        return new MapCard(outlet.Name, kind.Title, string.Create(CultureInfo.InvariantCulture, $"/outlets/{id}/live"))
        {
            Sign = Sign(live.State, kind.Mark),
            Owner = outlet.Enterprise,
            Values = [.. live.Factors.Select(factor => Value(outlet, factor))],
            Links = [("曲线", string.Create(CultureInfo.InvariantCulture, $"/outlets/{id}/curve")), ("报警", $"/alarms?q={Uri.EscapeDataString(outlet.Point.Name)}")],
        };
    }

    private static MapValue Value(Outlet outlet, LiveFactor factor)
    {
        var standing = factor.Standing;
        return new MapValue(factor.Channel.Name + (standing.IsCorrected ? "（折算）" : ""), standing.IsCorrected ? OutletWords.Figure(standing.Judged, factor.Channel.Decimals) : LiveText.Value(factor), factor.Channel.Unit)
        {
            Limit = StandingWords.Bounds(standing, ""),
            State = StandingWords.Of(standing),
            IsBad = factor.IsOver,
            At = factor.Value?.Reading.Time,
            Href = string.Create(CultureInfo.InvariantCulture, $"/outlets/{outlet.Point.Id}/curve?factor={factor.Channel.FactorCode}"),
        };
    }
}

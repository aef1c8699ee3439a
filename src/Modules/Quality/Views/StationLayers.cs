using System.Globalization;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Web.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Views;

/// <summary>The stations on the park's map, a layer for each medium.</summary>
internal static class StationLayers
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services)
    {
        foreach (var (medium, order) in QualityMedium.All.Select((medium, order) => (medium, order)))
        {
            services.AddSingleton(provider => new MapLayer(KeyOf(medium), medium.Title, QualityPermissions.View, token => Load(provider, medium, token))
            {
                Group = MapLayer.Quality,
                Order = 300 + order,
                Every = Every,
                Legend = StationSign.Legend(medium),
                Card = (id, token) => Card(provider, medium, id, token),
            });
        }
    }

    public static string KeyOf(QualityMedium medium) => "station-" + medium.Key;

    private static async Task<MapModel> Load(IServiceProvider provider, QualityMedium medium, CancellationToken cancellationToken)
    {
        var stations = (await provider.GetRequiredService<StationList>().Of(medium, cancellationToken).ConfigureAwait(false)).Where(station => station is { Longitude: not null, Latitude: not null }).ToList();
        var clock = provider.GetRequiredService<TimeProvider>();
        var states = await provider.GetRequiredService<StationOverview>().Of(stations, cancellationToken).ConfigureAwait(false);
        return new MapModel([], [.. states.Select(state =>
            MapPoint.Of(string.Create(CultureInfo.InvariantCulture, $"{KeyOf(medium)}/{state.Station.Id}"), state.Station.Name, state.Station.Longitude!.Value, state.Station.Latitude!.Value, StationSign.Of(state, state.IsFresh(clock))) with
            {
                Href = Href(medium, state.Station), Text = state.Assessment?.Text ?? "", PointId = state.Station.PointId,
            })]);
    }

    private static string Href(QualityMedium medium, QualityStation station) => string.Create(CultureInfo.InvariantCulture, $"/quality/{medium.Key}/data?station={station.Id}");

    private static async Task<MapCard?> Card(IServiceProvider provider, QualityMedium medium, int id, CancellationToken cancellationToken)
    {
        if (await provider.GetRequiredService<StationList>().Find(id, cancellationToken).ConfigureAwait(false) is not { } station)
            return null;
        var state = (await provider.GetRequiredService<StationOverview>().Of([station], cancellationToken).ConfigureAwait(false))[0];
        var clock = provider.GetRequiredService<TimeProvider>();
        return new MapCard(station.Name, $"{medium.Title}，{station.Kind}", Href(medium, station))
        {
            Sign = StationSign.Of(state, state.IsFresh(clock)),
            Owner = station.Authority,
            Note = string.Join("；", new[] { state.Assessment?.Text ?? "", state.Assessment?.Reason ?? "" }.Where(part => part.Length > 0)),
            At = state.Assessment is { } newest ? state.Grid.Times[newest.Row] : null,
            Values = state.Assessment is { } assessment ? [.. state.Grid.Columns.Select((column, at) => Value(column, assessment, at)).OfType<MapValue>()] : [],
            Links =
            [
                ("趋势", string.Create(CultureInfo.InvariantCulture, $"/quality/{medium.Key}/trend?station={id}")),
                ("站点档案", string.Create(CultureInfo.InvariantCulture, $"/quality/stations/{id}")),
                .. station.PointId is { } point ? new[] { ("历史曲线", string.Create(CultureInfo.InvariantCulture, $"/monitor/history?point={point}")) } : [],
            ],
        };
    }

    private static MapValue? Value(Grids.GridColumn column, RowAssessment assessment, int at)
    {
        var value = column.Values[assessment.Row];
        if (value.Value is null && value.DetectionLimit is null)
            return null;
        var verdict = assessment.Cells[at];
        return new MapValue(column.Name, value.DetectionLimit is { } limit ? "<" + limit.ToString(CultureInfo.InvariantCulture) : column.Text(value.Value), column.Unit)
        {
            Limit = verdict?.LimitText ?? "",
            State = verdict is not null ? VerdictWords.Of(verdict) : value.IsValid ? "" : "无效：" + ReadingNames.OfFlag(value.Flag),
            IsBad = verdict?.Outcome == LimitOutcome.Fail,
        };
    }
}

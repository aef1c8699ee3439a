using System.Globalization;
using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Forecasts;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Modules.Quality.Statistics;
using EcoPark.Modules.Quality.Views;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Time;
using EcoPark.Standards.Air;
using EcoPark.Web.Home;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Home;

/// <summary>What the overview says of air, water, weather and the forecast.</summary>
internal static class QualityTiles
{
    private const int MostLines = 6;
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(2);

    public static void Add(IServiceCollection services)
    {
        Add(services, "空气质量", "/quality/air", (provider, token) => Stations(provider, QualityMedium.Air, token), [Desk.Duty, Desk.Direction, Desk.Field], 530);
        services.AddSingleton(new HomeTile("优良天数", "/quality/air/aqi?stations=all&period=Year&range=year", QualityPermissions.View, GoodAir) { Desks = [Desk.Direction], Order = 535, IsList = true, Every = TimeSpan.FromMinutes(30) });
        Add(services, "地表水水质", "/quality/surface-water", (provider, token) => Stations(provider, QualityMedium.SurfaceWater, token), [Desk.Duty, Desk.Direction], 540);
        Add(services, "气象", "/quality/weather", Weather, [Desk.Duty, Desk.Field], 560);
        Add(services, "未来 24 小时空气预报", "/quality/air/forecast", Forecast, [Desk.Duty], 550);
        services.AddSingleton(new HomePanel(typeof(AirMap), QualityPermissions.View, [Desk.Duty, Desk.Direction]));
    }

    private static void Add(IServiceCollection services, string title, string href, Func<IServiceProvider, CancellationToken, Task<TileValue>> read, IReadOnlyList<Desk> desks, int order) =>
        services.AddSingleton(new HomeTile(title, href, QualityPermissions.View, read) { Desks = desks, Order = order, IsList = true, Every = Slow });

    /// <summary>The newest hour of the automatic stations; what is older than it may be is told as missing, never as a number of now.</summary>
    private static async Task<TileValue> Stations(IServiceProvider provider, QualityMedium medium, CancellationToken cancellationToken)
    {
        var (states, clock) = (await States(provider, medium, cancellationToken).ConfigureAwait(false), provider.GetRequiredService<TimeProvider>());
        var over = states.Count(state => state.Assessment?.IsExceeding == true);
        var silent = states.Count(state => !state.IsManual && !state.IsFresh(clock));
        return new TileValue(states.All(state => state.Assessment is null) ? "—" : $"超标 {over} 站", over > 0)
        {
            Lines = [.. states.OrderByDescending(state => state.Assessment?.IsExceeding == true).ThenByDescending(state => state.Assessment?.Air?.Index ?? 0).Take(MostLines).Select(state => Line(state, medium, clock))],
            Note = states.Count == 0 ? "没有站点" : $"共 {states.Count} 站{(silent > 0 ? $"，{silent} 站近时没有数据" : "")}",
        };
    }

    /// <summary>This year's days so far against the same days of the year before: the park where it has several stations, then each of them.</summary>
    private static async Task<TileValue> GoodAir(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(provider.GetRequiredService<TimeProvider>().ParkNow());
        var stations = (await provider.GetRequiredService<StationList>().Of(QualityMedium.Air, cancellationToken).ConfigureAwait(false)).Where(station => station.PointId is not null).ToList();
        var years = stations.Count == 0 ? [] : await provider.GetRequiredService<AqiDays>().Of(stations, CalendarPeriod.Year, new DateOnly(today.Year, 1, 1), today, cancellationToken).ConfigureAwait(false);
        static string Share(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.0} %") : "—";
        return new TileValue(years.Count > 0 ? Share(years[0].GoodShare) : "—")
        {
            Lines = [.. years.Take(MostLines).Select(one => new TileLine(
                one.Place, $"{one.Good} 天，{Share(one.GoodShare)}{(one.Change is { } change ? string.Create(CultureInfo.InvariantCulture, $"，比去年{(change < 0 ? "降" : "升")} {Math.Abs(change) * 100:0.0} 点") : "")}",
                one.StationId is { } id ? $"/quality/air/aqi?station={id}&range=year" : "/quality/air/aqi?stations=all&period=Year&range=year"))],
            Note = years.Count == 0 ? "今年还没有可评价的日子" : $"今年有 AQI 的 {years[0].Valid} 天中 AQI 不高于 100 的天数",
        };
    }

    private static TileLine Line(StationState state, QualityMedium medium, TimeProvider clock)
    {
        var href = $"/quality/{medium.Key}/data?station={state.Station.Id}";
        if (state.Assessment is not { } assessment)
            return new TileLine(state.Station.Name, "没有数据", href);
        var at = state.IsManual ? $"{state.Grid.Wall(assessment.Row):yyyy-MM-dd} 采样" : string.Create(CultureInfo.InvariantCulture, $"{state.Grid.Wall(assessment.Row):MM-dd HH:mm} 起的小时{(state.IsFresh(clock) ? "" : "，之后没有数据")}");
        return new TileLine(state.Station.Name, assessment.Text, href) { Mark = assessment.ColourClass, IsBad = assessment.IsExceeding, Note = string.Join("；", new[] { at, assessment.Reason }.Where(part => part.Length > 0)) };
    }

    private static async Task<TileValue> Weather(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var states = await States(provider, QualityMedium.Weather, cancellationToken).ConfigureAwait(false);
        return new TileValue("")
        {
            Lines =
            [
                .. states.Where(state => state.Assessment is not null).Take(1).SelectMany(state => state.Grid.Columns.Where(column => column.Values[state.Assessment!.Row].Valid is not null).Take(MostLines)
                    .Select(column => new TileLine(column.Name, $"{column.Values[state.Assessment!.Row].Valid!.Value.ToString("F" + column.Decimals, CultureInfo.InvariantCulture)} {column.Unit}", $"/quality/weather/data?station={state.Station.Id}"))),
            ],
            Note = states.FirstOrDefault(state => state.Assessment is not null) is { } station
                ? string.Create(CultureInfo.InvariantCulture, $"{station.Station.Name}，{station.Grid.Wall(station.Assessment!.Row):MM-dd HH:mm} 起的小时均值") : "近 24 小时没有气象数据",
        };
    }

    /// <summary>Daily means to come, those most likely over their limit in front.</summary>
    private static async Task<TileValue> Forecast(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var (forecasts, now) = (provider.GetRequiredService<StationForecasts>(), provider.GetRequiredService<TimeProvider>().UtcNow());
        var subjects = (await provider.GetRequiredService<StationList>().Of(QualityMedium.Air, cancellationToken).ConfigureAwait(false)).SelectMany(station => forecasts.Of(station).Select(subject => (station, subject))).ToList();
        var issues = await provider.GetRequiredService<ForecastBook>().NewestOf([.. subjects.Select(one => one.subject.Key.PointId).Distinct()], now.AddHours(-6), cancellationToken).ConfigureAwait(false);
        var known = subjects.Where(one => issues.ContainsKey(one.subject.Key))
            .Select(one => (one.station, one.subject, Day: IssuedForecast.Read(issues[one.subject.Key].Content).Days.FirstOrDefault(day => day.Day == 1))).Where(one => one.Day is not null).ToList();
        return new TileValue("")
        {
            Lines =
            [
                .. known.OrderByDescending(one => one.Day!.ProbabilityOver ?? 0).ThenByDescending(one => one.Day!.Value).Take(MostLines).Select(one => new TileLine(
                    $"{one.station.Name} {one.subject.Alarm.Factor}",
                    $"{Figure(one.Day!.Value, one.subject.Alarm.Decimals)} {one.subject.Alarm.Unit}{(one.Day.ProbabilityOver is { } odds ? string.Create(CultureInfo.InvariantCulture, $"，超标概率 {odds:P0}") : "")}",
                    $"/quality/air/forecast?station={one.station.Id}&factor={one.subject.Key.Factor}") { IsBad = one.Day.ProbabilityOver >= 0.5 }),
            ],
            Note = known.Count == 0 ? "还没有预报：历史数据不足，或正在训练" : $"发布时起 24 小时均值；{subjects.Count - known.Count} 项没有预报",
        };
    }

    private static string Figure(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<StationState>> States(IServiceProvider provider, QualityMedium medium, CancellationToken cancellationToken) =>
        await provider.GetRequiredService<StationOverview>().Of(await provider.GetRequiredService<StationList>().Of(medium, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}

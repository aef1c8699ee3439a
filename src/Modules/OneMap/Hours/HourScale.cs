using System.Globalization;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Web.Components;

namespace EcoPark.Modules.OneMap.Hours;

/// <summary>Which colour a value has. Items of the AQI have the colours of HJ 633 by their sub-index of the hour; all others six steps between the ends of what is shown.</summary>
public sealed class HourScale
{
    private static readonly string[] Ramp = ["#ffffd4", "#fee391", "#fec44f", "#fe9929", "#d95f0e", "#993404"];
    private readonly AirPollutant? _pollutant;
    private readonly DateOnly _day;
    private readonly (double Low, double High) _ends;
    private readonly int _decimals;

    private HourScale(AirPollutant? pollutant, DateOnly day, (double, double) ends, int decimals) => (_pollutant, _day, _ends, _decimals) = (pollutant, day, ends, decimals);

    /// <summary>The colours are those of a standard.</summary>
    public bool IsOfStandard => _pollutant is not null;

    /// <param name="factor">Its code.</param>
    /// <param name="unit">Unit of the values, as the channels have it.</param>
    /// <param name="medium">Only ambient air has sub-indices.</param>
    /// <param name="values">All that is shown, of all hours, so that a colour means the same in each of them.</param>
    /// <param name="at">UTC; the breakpoints in force then.</param>
    public static HourScale Of(string factor, string unit, Medium medium, IEnumerable<double> values, int decimals, DateTime at)
    {
        var day = DateOnly.FromDateTime(ParkTime.FromUtc(at));
        var pollutant = medium == Medium.AmbientAir ? Enum.GetValues<AirPollutant>().Cast<AirPollutant?>().FirstOrDefault(one => one!.Value.Code() == factor && one.Value.Unit() == Unit.Of(unit)) : null;
        if (pollutant is { } item && AirQualityIndex.SubIndexOf(item, Averaging.Hour, 1, day) is null)
            pollutant = null;
        var finite = values.Where(double.IsFinite).ToList();
        return new HourScale(pollutant, day, finite.Count == 0 ? (0, 0) : (finite.Min(), finite.Max()), decimals);
    }

    public MapSign Of(double value)
    {
        var text = Math.Round(value, Math.Min(_decimals, 2)).ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
        if (_pollutant is { } item)
            return AirQualityIndex.SubIndexOf(item, Averaging.Hour, (decimal)value, _day) is { Index: { } index } ? MapSign.Of(AirLevels.Of(index), text) : MapSign.None("无法评价");
        var step = StepOf(value);
        return new MapSign(step >= Ramp.Length - 1 ? "高" : step == 0 ? "低" : "", Ramp[step], text) { Rank = 2 + step };
    }

    /// <summary>What the colours mean.</summary>
    public IReadOnlyList<MapSign> Legend => _pollutant is not null
        ? [.. AirLevels.All.Select(level => MapSign.Of(level, "") with { Word = $"{level.Category}（分指数 {level.Minimum}–{level.Maximum}）" })]
        : [.. Ramp.Select((colour, step) => new MapSign(string.Create(CultureInfo.InvariantCulture, $"{Bound(step):0.###}–{Bound(step + 1):0.###}"), colour, ""))];

    private double Bound(int step) => _ends.Low + ((_ends.High - _ends.Low) * step / Ramp.Length);

    private int StepOf(double value) => _ends.High <= _ends.Low ? 0 : Math.Clamp((int)((value - _ends.Low) / (_ends.High - _ends.Low) * Ramp.Length), 0, Ramp.Length - 1);
}

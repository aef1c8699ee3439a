using EcoPark.Modules.Quality.Limits;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Judging;

/// <summary>Asks the one judgement on behalf of a station: its class, its medium, the park's own limits.</summary>
public sealed class StationJudge(LimitBook book)
{
    /// <summary>Judges one value.</summary>
    /// <param name="factor">Code or name.</param>
    /// <param name="value">Null where missing or not detected.</param>
    /// <param name="at">Park's wall clock; its day chooses the version of the standard.</param>
    /// <param name="detectionLimit">Where nothing was detected.</param>
    public Verdict Judge(QualityStation station, string factor, decimal? value, Unit unit, Averaging averaging, DateTime at, decimal? detectionLimit = null)
    {
        var medium = QualityMedium.OfTitle(station.Medium)!;
        var day = DateOnly.FromDateTime(at);
        var own = book.OfPark(station, medium, factor, averaging, day);
        return book.Judge(new JudgementRequest
        {
            Factor = factor,
            Value = value,
            DetectionLimit = detectionLimit,
            Unit = unit,
            Averaging = averaging,
            Medium = medium.Medium,
            Day = day,
            Class = ClassOf(station, medium),
            WaterBody = station.Body,
            Kind = LimitKind.Concentration,
            Limits = own.Count > 0 ? own : null,
        });
    }

    /// <summary>Judges a value off a reading.</summary>
    public Verdict Judge(QualityStation station, string factor, double? value, string unit, Averaging averaging, DateTime at) =>
        Judge(station, factor, value is { } number ? JudgementRequest.ValueOf(number) : null, Unit.Of(unit), averaging, at);

    /// <summary>The class as limit rows write it: GB 36600 has screening values by use of land.</summary>
    public static string ClassOf(QualityStation station, QualityMedium medium)
    {
        var own = station.Class.Length > 0 ? station.Class : medium.UsualClass;
        return medium == QualityMedium.Soil ? $"筛选值-{own}" : own;
    }

    /// <summary>昼间 06–22, 夜间 22–06: GB 3096-2008 3.5.</summary>
    public static Averaging NoisePeriod(DateTime at) => at.Hour is >= 6 and < 22 ? Averaging.DayTime : Averaging.NightTime;
}

using EcoPark.Standards.Air;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>The AQI of one day.</summary>
/// <param name="Day">Of the park's zone.</param>
/// <param name="Air">Its index with what it rests on; no index where items are missing.</param>
public sealed record AqiDay(DateOnly Day, AirQuality Air);

/// <summary>Days of a month, quarter or year by their AQI (HJ 633), of a station or of the whole park.</summary>
/// <param name="Place">Station, or the park.</param>
/// <param name="StationId"><see langword="null"/> for the park.</param>
/// <param name="Kind">Length of the period.</param>
/// <param name="Start">First day of the period.</param>
/// <param name="Due">Days of it that lie within what was asked for and are over.</param>
public sealed record AqiPeriod(string Place, int? StationId, CalendarPeriod Kind, DateOnly Start, int Due)
{
    private const int LevelsOfGoodAir = 2;

    /// <summary>
    /// HJ 663 asks for 324 valid days of a year; of a part of it as large a share. Since HJ 633-2026 a day that lacks an item has an index only where that is above 100:
    /// a share of few such days would be one of bad days alone.
    /// </summary>
    private const double Enough = 324.0 / 365;

    /// <summary>Days by level: 优, 良, 轻度, 中度, 重度, 严重.</summary>
    public IReadOnlyList<int> ByLevel { get; private init; } = [0, 0, 0, 0, 0, 0];

    /// <summary>Days on which a pollutant was 首要污染物; a day on which two tie counts for both.</summary>
    public IReadOnlyDictionary<AirPollutant, int> Primary { get; private init; } = new Dictionary<AirPollutant, int>();

    /// <summary>The same period of the year before; <see langword="null"/> where no day of it has an index.</summary>
    public AqiPeriod? YearBefore { get; init; }

    /// <summary>有效天数: days with an index.</summary>
    public int Valid => ByLevel.Sum();

    /// <summary>优良天数: AQI 0–100.</summary>
    public int Good => ByLevel.Take(LevelsOfGoodAir).Sum();

    /// <summary>优良天数比例 of the days with an index, 0–1; <see langword="null"/> where too many have none.</summary>
    public double? GoodShare => Valid == 0 || Valid < Enough * Due ? null : (double)Good / Valid;

    /// <summary>Change of the share against the year before, in percentage points / 100.</summary>
    public double? Change => GoodShare - YearBefore?.GoodShare;

    /// <summary>Counts days.</summary>
    public AqiPeriod With(IEnumerable<AqiDay> days)
    {
        var (levels, primary) = (new int[6], new Dictionary<AirPollutant, int>());
        foreach (var day in days.Where(day => day.Air.Level is not null))
        {
            levels[day.Air.Level!.Number - 1]++;
            foreach (var pollutant in day.Air.PrimaryPollutants)
                primary[pollutant] = primary.GetValueOrDefault(pollutant) + 1;
        }

        return this with { ByLevel = levels, Primary = primary };
    }
}

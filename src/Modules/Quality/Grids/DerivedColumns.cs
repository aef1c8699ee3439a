using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Noise;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>Daily values that are no mean of the day: the highest 8-hour mean of ozone, day and night levels of noise. Made from the hours.</summary>
public static class DerivedColumns
{
    /// <summary>Daily maximum 8-hour mean of ozone.</summary>
    public const string OzoneEightHours = "a05024-8h";
    public const string Ozone = FactorCodes.Ozone;

    private const int HoursOfNight = 8;
    private const int HoursOfDay = 16;

    /// <summary>Columns that a medium's days need beside the means.</summary>
    /// <param name="days">The days.</param>
    /// <param name="hours">Hours from the first day's 00:00 to 06:00 after the last day.</param>
    public static StationGrid With(StationGrid days, StationGrid hours)
    {
        var added = days.Medium == QualityMedium.Air ? [EightHours(days, hours)] : days.Medium == QualityMedium.Noise ? Levels(days, hours) : [];
        return days with { Columns = [.. days.Columns, .. added.OfType<GridColumn>()] };
    }

    /// <summary>Hours that a medium's days are made from; null where the means are enough.</summary>
    public static string? HourlyFactor(QualityMedium medium) => medium == QualityMedium.Air ? Ozone : medium == QualityMedium.Noise ? "Leq" : null;

    private static GridColumn? EightHours(StationGrid days, StationGrid hours)
    {
        if (hours.Column(Ozone) is not { } ozone)
            return null;
        var values = days.Times.Select(day =>
        {
            var of = new decimal?[24];
            for (var (hour, row) = (0, RowOf(hours, day)); hour < 24; hour++, row++)
                of[hour] = row >= 0 && row < ozone.Values.Count && ozone.Values[row].Valid is { } value ? JudgementRequest.ValueOf(value) : null;
            var result = OzoneMeans.OfDay(of);
            return new GridValue((double?)result.Value, result.IsValid, result.IsValid ? ReadingMarks.None : ReadingMarks.Insufficient, 'N', Origin.RolledUp);
        }).ToList();
        return new GridColumn(OzoneEightHours, "臭氧日最大 8 小时", ozone.Unit, ozone.Decimals, null, values);
    }

    /// <summary>GB 3096-2008 3.5: day 06–22, night 22–06 of the next day. A level stands where three quarters of its hours are there.</summary>
    private static IEnumerable<GridColumn?> Levels(StationGrid days, StationGrid hours)
    {
        if (hours.Column("Leq") is not { } levels)
            yield break;
        if (days.Column("Ld") is null)
            yield return new GridColumn("Ld", "昼间等效声级", levels.Unit, 1, null, [.. days.Times.Select(day => Level(levels, RowOf(hours, day) + 6, HoursOfDay))]);
        if (days.Column("Ln") is null)
            yield return new GridColumn("Ln", "夜间等效声级", levels.Unit, 1, null, [.. days.Times.Select(day => Level(levels, RowOf(hours, day) + 22, HoursOfNight))]);
    }

    private static GridValue Level(GridColumn levels, int first, int length)
    {
        var valid = Enumerable.Range(first, length).Where(row => row >= 0 && row < levels.Values.Count).Select(row => levels.Values[row].Valid).OfType<double>().ToList();
        var isEnough = valid.Count >= length * 3 / 4;
        return new GridValue(valid.Count == 0 ? null : Means.SoundEnergy(valid), isEnough, isEnough ? ReadingMarks.None : ReadingMarks.Insufficient, 'N', Origin.RolledUp);
    }

    private static int RowOf(StationGrid hours, DateTime day) => hours.Times.Count == 0 ? -1 : (int)Math.Round((day - hours.Times[0]).TotalHours);
}

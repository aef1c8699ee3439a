using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Noise;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>Daily values that are no mean of the day: the highest 8-hour mean and the highest hour of ozone, day and night levels of noise. Made from the hours.</summary>
internal sealed class DerivedColumns
{
    /// <summary>Daily maximum 8-hour mean of ozone.</summary>
    public const string OzoneEightHours = FactorCodes.OzoneEightHours;

    /// <summary>Highest hour of ozone: HJ 633-2012 asks for it, HJ 633-2026 no longer does.</summary>
    public const string OzoneHour = "a05024-1h";
    public const string Ozone = FactorCodes.Ozone;

    /// <summary>Equivalent level of an hour.</summary>
    public const string Level = "Leq";

    private const int HoursOfNight = 8;
    private const int HoursOfDay = 16;

    private readonly StationGrid _days;
    private readonly (Definition Definition, GridValue[] Values)[] _columns;
    private GridColumn? _source;

    /// <param name="days">The days that are to have the columns.</param>
    public DerivedColumns(StationGrid days)
    {
        _days = days;
        _columns = [.. DefinitionsOf(days).Select(definition => (definition, new GridValue[days.Times.Count]))];
    }

    private delegate GridValue Make(GridColumn hours, int first, DateOnly day);

    /// <summary>Factor whose hours a medium's days are made from; null where the means are enough.</summary>
    public static string? HourlyFactor(QualityMedium medium) => medium == QualityMedium.Air ? Ozone : medium == QualityMedium.Noise ? Level : null;

    /// <summary>Works out some of the days.</summary>
    /// <param name="rows">Of the days.</param>
    /// <param name="hours">Hours from the first of these days, 00:00, to 06:00 after the last.</param>
    public void Add(Range rows, StationGrid hours)
    {
        if (hours.Column(HourlyFactor(_days.Medium)!) is not { } source)
            return;
        _source = source;
        var (offset, length) = rows.GetOffsetAndLength(_days.Times.Count);
        foreach (var (definition, values) in _columns)
        {
            for (var row = offset; row < offset + length; row++)
                values[row] = definition.Make(source, RowOf(hours, _days.Times[row]), DateOnly.FromDateTime(_days.Wall(row)));
        }
    }

    /// <summary>The days with the columns beside their means. What a device or a file says of a day itself goes before what its hours give.</summary>
    public StationGrid Finish()
    {
        var (columns, added) = (_days.Columns.ToList(), new List<GridColumn>());
        foreach (var (definition, values) in _columns)
        {
            var at = columns.FindIndex(column => column.Factor == definition.Factor);
            if (at >= 0)
                columns[at] = columns[at] with { Values = [.. columns[at].Values.Zip(values, (own, made) => own.Value is null ? made : own)] };
            else if (_source is { } source)
                added.Add(new GridColumn(definition.Factor, definition.Name, source.Unit, definition.Decimals ?? source.Decimals, null, values));
        }

        return _days with { Columns = [.. columns, .. added] };
    }

    private static IEnumerable<Definition> DefinitionsOf(StationGrid days)
    {
        if (days.Medium == QualityMedium.Noise)
        {
            // GB 3096-2008 3.5: day 06–22, night 22–06 of the next day.
            yield return new("Ld", "昼间等效声级", 1, (hours, first, _) => LevelOf(hours, first + 6, HoursOfDay));
            yield return new("Ln", "夜间等效声级", 1, (hours, first, _) => LevelOf(hours, first + 22, HoursOfNight));
        }
        else if (days.Medium == QualityMedium.Air)
        {
            yield return new(OzoneEightHours, "臭氧日最大 8 小时", null, EightHours);
            if (days.Times.Count > 0 && AirQualityIndex.CountsOzoneHour(DateOnly.FromDateTime(days.Wall(0))))
                yield return new(OzoneHour, "臭氧日最大 1 小时", null, HighestHour);
        }
    }

    private static GridValue EightHours(GridColumn hours, int first, DateOnly day)
    {
        var result = OzoneMeans.OfDay(HoursOf(hours, first));
        return new GridValue((double?)result.Value, result.IsValid, result.IsValid ? ReadingMarks.None : ReadingMarks.Insufficient, 'N', Origin.RolledUp);
    }

    private static GridValue HighestHour(GridColumn hours, int first, DateOnly day)
    {
        if (!AirQualityIndex.CountsOzoneHour(day) || OzoneMeans.HighestHour(HoursOf(hours, first)) is not var (value, isValid))
            return default;
        return new GridValue((double)value, isValid, isValid ? ReadingMarks.None : ReadingMarks.Insufficient, 'N', Origin.RolledUp);
    }

    private static decimal?[] HoursOf(GridColumn hours, int first)
    {
        var of = new decimal?[24];
        for (var hour = 0; hour < 24; hour++)
            of[hour] = first + hour is >= 0 and var row && row < hours.Values.Count && hours.Values[row].Valid is { } value ? JudgementRequest.ValueOf(value) : null;
        return of;
    }

    /// <summary>A level stands where three quarters of its hours are there.</summary>
    private static GridValue LevelOf(GridColumn levels, int first, int length)
    {
        var valid = Enumerable.Range(first, length).Where(row => row >= 0 && row < levels.Values.Count).Select(row => levels.Values[row].Valid).OfType<double>().ToList();
        var isEnough = valid.Count >= length * 3 / 4;
        return new GridValue(
            valid.Count == 0 ? null : Rounding.Shortened(Means.SoundEnergy(valid)), isEnough, isEnough ? ReadingMarks.None : ReadingMarks.Insufficient, 'N', Origin.RolledUp);
    }

    private static int RowOf(StationGrid hours, DateTime day) => hours.Times.Count == 0 ? -1 : (int)Math.Round((day - hours.Times[0]).TotalHours);

    /// <param name="Factor">Code of the column.</param>
    /// <param name="Name">Chinese.</param>
    /// <param name="Decimals">Null: as the hours have them.</param>
    /// <param name="Make">The value of a day from the hours and the row of its 00:00.</param>
    private sealed record Definition(string Factor, string Name, int? Decimals, Make Make);
}

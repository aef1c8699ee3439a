using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>A background as readings need it.</summary>
internal readonly record struct BackgroundValue(DateTime At, double Ppm);

/// <summary>What a reading rests on.</summary>
/// <param name="Backgrounds">Of the unit, the instrument and the day, in the order of time.</param>
internal sealed record ReadingGround(LdarSurvey Survey, LdarUnit Unit, LdarInstrument Instrument, SealPoint Point, IReadOnlyList<BackgroundValue> Backgrounds);

/// <summary>Whether a reading can be, and what it means: background, net value, limit and verdict.</summary>
internal static class ReadingRules
{
    /// <summary>What is wrong; where nothing is, the reading is filled in.</summary>
    public static Problem? Judge(LdarReading reading, ReadingGround ground)
    {
        if (Objection(reading, ground) is { } objection)
            return objection;
        var point = ground.Point;
        if (reading.Fluid.Length == 0)
            reading.Fluid = point.Fluid;
        if (reading.State.Length == 0)
            reading.State = point.State;
        var (day, state) = (ground.Survey.Day!.Value, reading.State);
        if (LimitOf(ground.Unit, state, day) is not { } limit)
            return new("limit", $"{LdarWords.Day(day)} 还没有适用的泄漏认定标准。", "at");
        var background = ground.Backgrounds.Last(one => one.At <= reading.At).Ppm;
        reading.Background = background;
        reading.Net = Math.Max(0, Math.Round(reading.Reading!.Value - background, 4));
        (reading.Limit, reading.LimitBasis, reading.IsLimitInclusive) = (limit.Ppm, limit.Basis.Shown, limit.IsInclusive);
        reading.IsLeak = reading.IsDripping == true || limit.IsLeak(reading.Net.Value);
        (reading.PointCode, reading.UnitId) = (point.Code, ground.Unit.Id);
        return null;
    }

    /// <summary>By which a seal of the unit is judged on a day; <see langword="null"/> before any standard held.</summary>
    public static LeakLimit? LimitOf(LdarUnit unit, string state, DateOnly day) => LeakLimits.Strictest(FluidStates.Of(state)!.Value, unit.Industry, unit.IsKeyRegion == true, unit.OwnLimit, day);

    private static Problem? Objection(LdarReading reading, ReadingGround ground)
    {
        var (survey, at, day) = (ground.Survey, reading.At!.Value, LdarWords.DayOf(reading.At.Value));
        if (ground.Point.UnitId != survey.UnitId)
            return new("unit", $"密封点 {ground.Point.Code} 不在现场检测 {survey.Code} 的装置 {ground.Unit.Code} 内。", "sealPointId");
        if (ground.Point.IsAccessible != true)
            return new("inaccessible", ReadingWords.Inaccessible(ground.Point), "sealPointId");
        if (day < ground.Point.InService || day > ground.Point.OutOfService)
            return new("service", $"密封点 {ground.Point.Code} 在 {LdarWords.Day(day)} 不在用。", "at");
        if (day != survey.Day)
            return new("day", $"检测时间应在现场检测 {survey.Code} 的日期 {LdarWords.Day(survey.Day)}，现为 {LdarWords.Wall(at)}。", "at");
        if (at < survey.CalibratedAt)
            return new("calibration", ReadingWords.BeforeCalibration(LdarWords.Wall(at), survey), "at");
        if (day > ground.Instrument.VerifiedTo)
            return new("verified", ReadingWords.NotVerified(ground.Instrument), "surveyId");
        if (reading.Reading > ground.Instrument.Range)
            return new("range", ReadingWords.OutOfRange(LdarWords.Ppm(reading.Reading), ground.Instrument), "reading");
        if (ground.Backgrounds.Count == 0)
            return new("background", ReadingWords.NoBackground(survey, ground.Unit, ground.Instrument), "at");
        return ground.Backgrounds[0].At > at
            ? new("background", ReadingWords.BeforeBackground(LdarWords.Wall(at), LdarWords.Wall(ground.Backgrounds[0].At)), "at") : null;
    }
}

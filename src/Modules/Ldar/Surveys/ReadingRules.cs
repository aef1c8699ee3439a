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
        var (day, state) = (ground.Survey.Day!.Value, FluidStates.Of(reading.State)!.Value);
        if (LeakLimits.Strictest(state, ground.Unit.Industry, ground.Unit.IsKeyRegion == true, ground.Unit.OwnLimit, day) is not { } limit)
            return new("limit", $"{LdarWords.Day(day)} 还没有适用的泄漏认定标准。", "at");
        var background = ground.Backgrounds.Last(one => one.At <= reading.At).Ppm;
        reading.Background = background;
        reading.Net = Math.Max(0, Math.Round(reading.Reading!.Value - background, 4));
        (reading.Limit, reading.LimitBasis, reading.IsLimitInclusive) = (limit.Ppm, limit.Basis.Shown, limit.IsInclusive);
        reading.IsLeak = reading.IsDripping == true || limit.IsLeak(reading.Net.Value);
        (reading.PointCode, reading.UnitId) = (point.Code, ground.Unit.Id);
        return null;
    }

    private static Problem? Objection(LdarReading reading, ReadingGround ground)
    {
        var (survey, at, day) = (ground.Survey, reading.At!.Value, LdarWords.DayOf(reading.At.Value));
        if (ground.Point.UnitId != survey.UnitId)
            return new("unit", $"密封点 {ground.Point.Code} 不在现场检测 {survey.Code} 的装置 {ground.Unit.Code} 内。", "sealPointId");
        if (ground.Point.IsAccessible != true)
            return new("inaccessible", $"密封点 {ground.Point.Code} 登记为不可达（{ground.Point.InaccessibleWhy}），请先更正密封点。", "sealPointId");
        if (day < ground.Point.InService || day > ground.Point.OutOfService)
            return new("service", $"密封点 {ground.Point.Code} 在 {LdarWords.Day(day)} 不在用。", "at");
        if (day != survey.Day)
            return new("day", $"检测时间应在现场检测 {survey.Code} 的日期 {LdarWords.Day(survey.Day)}，现为 {LdarWords.Wall(at)}。", "at");
        if (at < survey.CalibratedAt)
            return new("calibration", $"检测时间 {LdarWords.Wall(at)} 早于仪器校准时间 {LdarWords.Wall(survey.CalibratedAt)}。", "at");
        if (day > ground.Instrument.VerifiedTo)
            return new("verified", $"仪器 {ground.Instrument.Serial} 的检定有效期到 {LdarWords.Day(ground.Instrument.VerifiedTo)}，当日读数不能采用。", "surveyId");
        if (reading.Reading > ground.Instrument.Range)
            return new("range", $"读数 {LdarWords.Ppm(reading.Reading)} ppm 超过仪器 {ground.Instrument.Serial} 的量程上限 {LdarWords.Ppm(ground.Instrument.Range)} ppm。", "reading");
        if (ground.Backgrounds.Count == 0)
            return new("background", $"没有 {LdarWords.Day(day)} 装置 {ground.Unit.Code} 用仪器 {ground.Instrument.Serial} 测取的环境本底，不能算净检值；请先登记环境本底。", "at");
        return ground.Backgrounds[0].At > at
            ? new("background", $"检测时间 {LdarWords.Wall(at)} 早于当日环境本底的测取时间 {LdarWords.Wall(ground.Backgrounds[0].At)}。", "at") : null;
    }
}

using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>Why a reading is refused, in one place: the server says it, and so does a phone without network, which fills in moments and values by itself.</summary>
internal static class ReadingWords
{
    public static string NoBackground(LdarSurvey survey, LdarUnit unit, LdarInstrument instrument) =>
        $"没有 {LdarWords.Day(survey.Day)} 装置 {unit.Code} 用仪器 {instrument.Serial} 测取的环境本底，不能算净检值；请先登记环境本底。";

    public static string BeforeBackground(string at, string background) => $"检测时间 {at} 早于当日环境本底的测取时间 {background}。";

    public static string BeforeCalibration(string at, LdarSurvey survey) => $"检测时间 {at} 早于仪器校准时间 {LdarWords.Wall(survey.CalibratedAt)}。";

    public static string OutOfRange(string ppm, LdarInstrument instrument) => $"读数 {ppm} ppm 超过仪器 {instrument.Serial} 的量程上限 {LdarWords.Ppm(instrument.Range)} ppm。";

    public static string NotVerified(LdarInstrument instrument) => $"仪器 {instrument.Serial} 的检定有效期到 {LdarWords.Day(instrument.VerifiedTo)}，当日读数不能采用。";

    public static string Inaccessible(SealPoint point) => $"密封点 {point.Code} 登记为不可达（{point.InaccessibleWhy}），请先更正密封点。";
}

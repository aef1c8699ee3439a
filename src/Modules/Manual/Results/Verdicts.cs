using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Results;

/// <summary>Verdicts as they are stored and shown.</summary>
internal static class Verdicts
{
    public const string Pass = "达标";
    public const string Over = "超标";
    public const string NoLimit = "无限值";
    public const string Open = "不能判定";
    public const string NoData = "未监测";

    public static string Of(LimitOutcome outcome) => outcome switch
    {
        LimitOutcome.Pass => Pass,
        LimitOutcome.Fail => Over,
        LimitOutcome.NoLimit => NoLimit,
        _ => Open,
    };
}

using System.Globalization;

namespace EcoPark.Telemetry.Standing;

/// <summary>How a newest value stands; the worst first.</summary>
public enum StandingState
{
    /// <summary>Beyond its limit.</summary>
    Over = 1,

    /// <summary>Near its limit, by the shares at which alarms warn.</summary>
    Near = 2,

    /// <summary>Not valid: by its flag, or by what the platform has to say about it.</summary>
    Invalid = 3,

    /// <summary>The logger is not connected: the value is of before.</summary>
    OffLine = 4,

    /// <summary>Connected, and no new value for longer than three uploads.</summary>
    Silent = 5,

    /// <summary>Within its limit.</summary>
    Normal = 6,

    /// <summary>Valid, and nothing to set it against.</summary>
    Unjudged = 7,

    /// <summary>The source stands still, as its flag says.</summary>
    Stopped = 8,

    /// <summary>Nothing has ever come.</summary>
    NoData = 9,
}

/// <summary>States in Chinese, the same on every page.</summary>
public static class StandingWords
{
    public static string Of(StandingState state) => state switch
    {
        StandingState.Over => "超标",
        StandingState.Near => "接近限值",
        StandingState.Invalid => "无效",
        StandingState.OffLine => "断线",
        StandingState.Silent => "缺数",
        StandingState.Normal => "正常",
        StandingState.Unjudged => "无限值",
        StandingState.Stopped => "停运",
        _ => "没有数据",
    };

    /// <summary>Of one factor: a limit that a value cannot be set against is not the same as none.</summary>
    public static string Of(FactorStanding standing) => standing is { State: StandingState.Unjudged, Upper: not null } ? "不能判定" : Of(standing.State);

    /// <summary>Class of its colour and sign; always beside the word.</summary>
    public static string ClassOf(StandingState state) => state switch
    {
        StandingState.Over => "standing over",
        StandingState.Near => "standing near",
        StandingState.Invalid => "standing invalid",
        StandingState.OffLine or StandingState.Silent => "standing away",
        StandingState.Normal => "standing good",
        _ => "standing none",
    };

    /// <summary>“≤ 60”, “6–9”; empty where there is no limit.</summary>
    public static string Bounds(FactorStanding standing, string below = "≤ ") => (standing.Lower, standing.Upper) switch
    {
        (null, null) => "",
        (null, { } upper) => below + Number(upper),
        ({ } lower, null) => $"≥ {Number(lower)}",
        ({ } lower, { } upper) => $"{Number(lower)}–{Number(upper)}",
    };

    /// <summary>What somebody should look at.</summary>
    public static bool IsAbnormal(this StandingState state) => state is StandingState.Over or StandingState.Near or StandingState.Invalid or StandingState.OffLine or StandingState.Silent;

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

namespace EcoPark.Standards.Ldar;

/// <summary>Figures of the rules on leak detection and repair.</summary>
public static class LdarRules
{
    /// <summary>GB 37822-2019 8.1: an enterprise with so many seal points has to do it.</summary>
    public const int DutyPoints = 2_000;

    /// <summary>GB 37822-2019 8.4.1, GB 31571-2015 5.3.5: first repair within so many days of the detection.</summary>
    public const int FirstRepairDays = 5;

    /// <summary>The same: repaired within so many days.</summary>
    public const int RepairDays = 15;

    /// <summary>GB 37822-2019 13.4: of so many points that are checked …</summary>
    public const int SpotCheckPoints = 100;

    /// <summary>… more than so many leaks that are not within their repair are a violation.</summary>
    public const int SpotCheckLeaks = 2;

    /// <summary>Drift of an instrument over a shift, share of the calibration gas; recalled of HJ 733.</summary>
    public const double LargestDrift = 0.1;

    /// <summary>Response of an instrument, s; recalled of HJ 733.</summary>
    public const double LongestResponseSeconds = 30;

    /// <summary>When a repair may be put off, GB 37822-2019 8.4.2.</summary>
    public static readonly IReadOnlyList<string> DelayReasons = ["须停车（工）才能修复", "立即维修存在安全风险", "其他特殊情况"];

    /// <summary>When a seal need not be tested, GB 37822-2019 8.3.2.</summary>
    public static readonly IReadOnlyList<string> Exemptions =
    [
        "系统处于负压", "屏蔽泵、磁力泵等同效密封泵", "屏蔽、磁力、隔膜压缩机", "屏蔽、磁力搅拌机等", "屏蔽、隔膜、波纹管阀或上游配爆破片的泄压阀", "配有密封失效检测报警系统", "埋地、浸入、保温等无法测量", "泄漏被收集至处理设施", "其他等效措施",
    ];

    public static readonly RuleBasis Duty = new($"GB 37822-2019 8.1：密封点不少于 {DutyPoints} 个应开展 LDAR", Confidence.Verified);

    public static readonly RuleBasis Repair = new($"GB 37822-2019 8.4.1：发现泄漏之日起 {FirstRepairDays} 日内首次修复，{RepairDays} 日内完成", Confidence.Verified);

    public static readonly RuleBasis Delay = new("GB 37822-2019 8.4.2：符合条件的可延迟修复，方案报备，不晚于下次停车检修", Confidence.Verified);

    public static readonly RuleBasis Drift = new("HJ 733-2014：漂移不超过 ±10 %，响应时间不超过 30 s", Confidence.Recalled);

    /// <summary>HJ 1230-2021.</summary>
    public static readonly RuleBasis Retest = new("HJ 1230-2021：复测低于泄漏认定浓度方为修复完成", Confidence.Recalled);

    /// <summary>The last day of a term of days: the day itself does not count.</summary>
    public static DateOnly LastDay(DateOnly detected, int days) => detected.AddDays(days);
}

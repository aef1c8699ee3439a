namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>Where a leak stands.</summary>
public enum LeakState
{
    /// <summary>Nobody has tried to repair it.</summary>
    AwaitsFirstRepair = 1,

    /// <summary>The first repair was not enough.</summary>
    AwaitsRepair = 2,

    /// <summary>Repaired, not measured again.</summary>
    AwaitsRetest = 3,

    /// <summary>The enterprise wants to put it off.</summary>
    DelayAsked = 4,

    /// <summary>The park has agreed to a day.</summary>
    Delayed = 5,

    /// <summary>Measured again below the limit.</summary>
    Closed = 6,
}

/// <summary>Their words.</summary>
internal static class LeakStates
{
    public static readonly IReadOnlyDictionary<LeakState, string> Titles = new Dictionary<LeakState, string>
    {
        [LeakState.AwaitsFirstRepair] = "待首次维修",
        [LeakState.AwaitsRepair] = "待修复",
        [LeakState.AwaitsRetest] = "待复测",
        [LeakState.DelayAsked] = "延迟待批",
        [LeakState.Delayed] = "延迟修复中",
        [LeakState.Closed] = "已修复",
    };

    public static string Of(LeakState state) => Titles[state];
}

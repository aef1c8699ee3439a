namespace EcoPark.Standards.Sources;

/// <summary>Measuring by hand (reference method) in the place of missing or invalid automatic data. Wholly recalled: to be checked before use.</summary>
public static class ManualMonitoring
{
    /// <summary>Results that a day of waste water needs, HJ 356-2019.</summary>
    public const int FewestOfWaterDay = 4;

    /// <summary>Hours that one result may stand for: both standards ask for one a day at the least.</summary>
    public const int MostHours = 24;

    public static RuleBasis GasBasis { get; } = new(
        "HJ 75-2017：季度有效数据捕集率小于 75 % 时须用参比方法监测数据，故障、维修等无效时段可用参比方法监测数据替代，每天不少于 4 次、间隔不超过 6 h，或每日至少 1 次", Confidence.Recalled);

    public static RuleBasis WaterBasis { get; } = new("HJ 356-2019：缺失、无效时段优先用人工监测替代，每日不少于 4 次", Confidence.Recalled);
}

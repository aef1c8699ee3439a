namespace EcoPark.Analysis.Anomalies;

/// <summary>What is odd about the data.</summary>
public enum AnomalyKind
{
    /// <summary>恒值: the same value again and again.</summary>
    ConstantValue,

    /// <summary>零值: zero again and again.</summary>
    ZeroRun,

    /// <summary>负值.</summary>
    Negative,

    /// <summary>突变: far from its neighbours.</summary>
    Spike,

    /// <summary>超量程.</summary>
    OutOfRange,

    /// <summary>漂移: the level has moved and stays there.</summary>
    LevelChange,

    /// <summary>比例失常: does not fit another factor.</summary>
    ImplausibleRatio,
}

/// <summary>A finding that explains itself.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">First step.</param>
/// <param name="To">Last step (in).</param>
/// <param name="Statistic">What was measured of it.</param>
/// <param name="Threshold">What it was held against.</param>
/// <param name="Evidence">The same in words for the page, Chinese.</param>
public sealed record Anomaly(AnomalyKind Kind, int From, int To, double Statistic, double Threshold, string Evidence)
{
    /// <summary>Steps it lasts, gaps among them.</summary>
    public int Steps => To - From + 1;
}

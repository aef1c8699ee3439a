namespace EcoPark.Analysis;

/// <summary>How sure a test is of what it found. The levels are openair's: p &lt; 0.001, 0.01, 0.05 and 0.1.</summary>
public enum Confidence
{
    /// <summary>Too few values for the test.</summary>
    Unknown,

    /// <summary>p ≥ 0.1.</summary>
    None,

    /// <summary>p &lt; 0.1: a hint, not a finding.</summary>
    Weak,

    /// <summary>p &lt; 0.05.</summary>
    Significant,

    /// <summary>p &lt; 0.01.</summary>
    High,

    /// <summary>p &lt; 0.001.</summary>
    VeryHigh,
}

/// <summary>From a p-value to its level.</summary>
public static class Confidences
{
    /// <param name="p">Two-sided p-value, 0…1; NaN where the test could not be made.</param>
    public static Confidence Of(double p) => p switch
    {
        double.NaN => Confidence.Unknown,
        < 0.001 => Confidence.VeryHigh,
        < 0.01 => Confidence.High,
        < 0.05 => Confidence.Significant,
        < 0.1 => Confidence.Weak,
        _ => Confidence.None,
    };
}

namespace EcoPark.Standards;

/// <summary>Codes of factors (HJ 524, HJ 525, HJ 212-2017 appendix B) that the code speaks of by name; the table of all is <see cref="FactorTable"/>.</summary>
public static class FactorCodes
{
    /// <summary>pH.</summary>
    public const string Ph = "w01001";
}

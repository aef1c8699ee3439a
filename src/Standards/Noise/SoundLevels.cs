namespace EcoPark.Standards.Noise;

/// <summary>Statistics of A-weighted sound levels of a period, dB(A).</summary>
/// <param name="Leq">等效声级.</param>
/// <param name="L10">Exceeded 10 % of the time.</param>
/// <param name="L50">Exceeded 50 % of the time.</param>
/// <param name="L90">Exceeded 90 % of the time.</param>
/// <param name="Lmax">Highest.</param>
/// <param name="Lmin">Lowest.</param>
/// <param name="Deviation">Standard deviation.</param>
public sealed record SoundLevels(double Leq, double L10, double L50, double L90, double Lmax, double Lmin, double Deviation);

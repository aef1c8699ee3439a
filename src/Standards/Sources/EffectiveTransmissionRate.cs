namespace EcoPark.Standards.Sources;

/// <summary>数据传输有效率.</summary>
/// <param name="TransmissionRate">传输率: received of due, 0 … 1.</param>
/// <param name="ValidRate">有效率: valid of due, 0 … 1.</param>
public readonly record struct EffectiveTransmissionRate(decimal TransmissionRate, decimal ValidRate)
{
    /// <summary>The product was seen in public code that quotes the marking rules of 2022; what either rate is divided by, and 90 %, are recalled.</summary>
    public static RuleBasis Basis { get; } = new("传输有效率 = 传输率 × 有效率；传输率 = 实收 / 应收，有效率 = 有效 / 应收；考核线 90 %", Confidence.Recalled);

    /// <summary>Rate asked for, recalled.</summary>
    public const decimal Demanded = 0.9m;

    /// <summary>The product, 0 … 1.</summary>
    public decimal Value => TransmissionRate * ValidRate;

    /// <summary>Rate of a period; null where nothing was due.</summary>
    /// <param name="due">Hourly values due, stopped and exempt hours left out.</param>
    /// <param name="received">Values received.</param>
    /// <param name="valid">Values that are valid.</param>
    public static EffectiveTransmissionRate? Of(int due, int received, int valid) =>
        due <= 0 ? null : new(Math.Min(1m, (decimal)received / due), Math.Min(1m, (decimal)valid / due));
}

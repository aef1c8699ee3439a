namespace EcoPark.Standards.Sources;

/// <summary>Action levels for what a plant adds to the air at its fence, from abroad: no limit in China. All recalled, to be checked before a park sets its own after them.</summary>
public static class FenceActionLevels
{
    private static readonly Dictionary<string, decimal> Micrograms = new(StringComparer.Ordinal)
    {
        ["苯"] = 9,
        ["1,3-丁二烯"] = 3,
        ["1,2-二氯乙烷"] = 4,
        ["氯乙烯"] = 3,
        ["氯丁二烯"] = 0.8m,
        ["环氧乙烷"] = 0.2m,
    };

    /// <summary>Days within which the cause has to be looked for, and what is wrong put right.</summary>
    public const int CauseDays = 5;

    public const int ActionDays = 45;

    /// <summary>Number of the periods that make a year, and their length in days.</summary>
    public const int PeriodsOfYear = 26;

    public const int PeriodDays = 14;

    public static readonly RuleBasis Basis = new("美国 40 CFR 63.658、63.184：一年各采样期厂界最高减最低的均值与行动值比较，超过的 5 日内开始查因、45 日内完成整改", Confidence.Recalled);

    /// <param name="factor">Code or name.</param>
    /// <returns>μg/m³; <see langword="null"/> for what has none.</returns>
    public static decimal? Of(string factor) => Micrograms.TryGetValue(FactorTable.Find(factor, Medium.AmbientAir)?.Name ?? FactorTable.FindAnywhere(factor)?.Name ?? factor, out var level) ? level : null;
}

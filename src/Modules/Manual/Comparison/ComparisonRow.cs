using System.Globalization;
using EcoPark.Modules.Manual.Points;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Manual.Comparison;

/// <summary>A sample with what the instrument said in the same hour.</summary>
/// <param name="At">UTC, of the sample.</param>
/// <param name="Automatic">Valid hourly mean as measured, in the unit of the sample; <see langword="null"/> where there is none.</param>
public sealed record ComparedPair(DateTime At, double Manual, double? Automatic);

/// <summary>Samples of a factor at an outlet on one day, set against the outlet's own instrument.</summary>
/// <param name="Outlet">The outlet on line.</param>
/// <param name="Filing">Its filing; 0 where there is none.</param>
/// <param name="Below">Samples below detection, which are not compared.</param>
public sealed record ComparisonRow(int EnterpriseId, string Enterprise, string Kind, string Point, string Outlet, int Filing, string Factor, string Unit, DateOnly Day, IReadOnlyList<ComparedPair> Pairs, int Below)
{
    /// <summary>Fewer pairs decide nothing.</summary>
    public const int FewestPairs = 3;

    public const string Passed = "合格";
    public const string Failed = "不合格";
    public const string Few = "对数不足";
    public const string NoData = "无自动数据";
    public const string NoRule = "无比对要求";

    public static readonly IReadOnlyList<string> States = [Failed, Passed, Few, NoData, NoRule];

    public string FactorName => ManualFactors.Title(Factor);

    public IReadOnlyList<ComparedPair> Whole => [.. Pairs.Where(pair => pair.Automatic is not null)];

    /// <summary>Mean of the samples that have a pair.</summary>
    public double? Manual => Whole.Count > 0 ? Whole.Average(pair => pair.Manual) : null;

    public double? Automatic => Whole.Count > 0 ? Whole.Average(pair => pair.Automatic!.Value) : null;

    /// <summary>Means of the pairs against the tolerance.</summary>
    public CheckVerdict? Verdict => (Manual, Automatic) is ({ } manual, { } automatic) && manual > 0 ? IsWater ? StandardCheck.OfWaterSample(Factor, (decimal)automatic, (decimal)manual) : GasComparison.Of(Factor, (decimal)automatic, (decimal)manual) : null;

    public bool IsWater => PointKinds.MediumOf(Kind) == Medium.WasteWater;

    public string State => Whole.Count == 0 ? NoData : Verdict is not { } verdict ? NoRule : Whole.Count < FewestPairs ? Few : verdict.Passes ? Passed : Failed;

    public string Error => Verdict is { } verdict ? Text(verdict.Error, verdict.IsRelative, "") : "—";

    public string Tolerance => Verdict is { } verdict ? Text(verdict.Tolerance, verdict.IsRelative, "±") : "—";

    private string Text(decimal value, bool isRelative, string sign) => isRelative ? string.Create(CultureInfo.InvariantCulture, $"{sign}{value * 100:0.#} %") : string.Create(CultureInfo.InvariantCulture, $"{sign}{value:0.####} {Unit}").Trim();
}

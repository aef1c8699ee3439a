using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Manual.Fence.Actions;

/// <summary>A factor at the fence of an enterprise over the last year, against the park's action level.</summary>
/// <param name="Source">自动 or 手工.</param>
/// <param name="Periods">Of the last year, in order.</param>
/// <param name="Action">The park's level in force; <see langword="null"/> where it has none.</param>
public sealed record DifferenceRow(int EnterpriseId, string Enterprise, string Factor, string FactorName, string Unit, string Source, IReadOnlyList<DifferencePeriod> Periods, FenceAction? Action)
{
    public const string Automatic = "自动";
    public const string Manual = "手工";

    public double Mean => Periods.Average(period => period.Difference);

    /// <summary>Periods of a year that are enough: an instrument that fails for a fortnight does not end the watch. The platform's own.</summary>
    public const int FewestPeriods = 20;

    /// <summary>Nearly a year of periods; samples taken by hand stay a hint, however many.</summary>
    public bool IsYear => Source == Automatic && Periods.Count >= FewestPeriods;

    /// <summary>The park's level in the unit of the row; <see langword="null"/> where it has none, or in a unit of another kind.</summary>
    public double? Level => Action is { Level: { } level } ? In(level, Action.Unit) : null;

    /// <summary>Recalled, for comparison alone.</summary>
    public double? Reference => FenceActionLevels.Of(Factor) is { } level ? In((double)level, "μg/m³") : null;

    public bool IsOver => IsYear && Mean > Level;

    public string State => Action is null ? "未设行动值" : Level is not { } level ? "行动值单位不能换算" : !IsYear ? Mean > level ? "不足一年，暂高于行动值" : "不足一年" : Mean > level ? "超过行动值" : "未超过";

    private double? In(double value, string unit) => value * FenceHours.ScaleOf(unit, Unit);
}

using System.Globalization;
using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Emissions;

/// <summary>实际排放量 of a factor at a point in a period, from what was measured by hand.</summary>
/// <param name="Kilograms">Null where something is missing; see <paramref name="Gap"/>.</param>
/// <param name="Equation">With its figures, Chinese.</param>
/// <param name="Gap">What is missing, Chinese; empty where nothing is.</param>
public sealed record ManualEmission(int PointId, string Point, string Enterprise, string Factor, string FactorName, int Samples, double? Kilograms, string Equation, string Gap);

/// <summary>Gas: mean rate × hours; waste water: mean concentration × volume. 排污许可 accounting by manual data (HJ 944-2018 and the branch rules, recalled).</summary>
public static class EmissionFigures
{
    public static RuleBasis Rule { get; } = new("实测法：废气＝平均排放速率×排放小时数，废水＝平均浓度×排放水量（排污许可证申请与核发技术规范，手工监测）", Confidence.Recalled);

    /// <param name="series">Results of one factor at one point within the period.</param>
    /// <param name="operation">Hours and volume of the months of the period.</param>
    public static ManualEmission? Of(ResultSeries series, IReadOnlyCollection<ManualOperation> operation, CensorRule rule)
    {
        var medium = PointKinds.MediumOf(series.Kind);
        if (medium is not (Medium.FlueGas or Medium.WasteWater) || Unit.Of(series.Unit).Dimension is not (UnitDimension.MassInGas or UnitDimension.MassInWater))
            return null;
        var made = new ManualEmission(series.PointId, series.Point, series.Enterprise, series.Factor, series.FactorName, series.Values.Count, null, "", "");
        return medium == Medium.FlueGas ? OfGas(made, series, operation, rule) : OfWater(made, series, operation, rule);
    }

    private static ManualEmission OfGas(ManualEmission made, ResultSeries series, IReadOnlyCollection<ManualOperation> operation, CensorRule rule)
    {
        List<CensoredValue> rates = [.. series.Values.Where(one => one.Flow is not null).Select(one => new CensoredValue(ResultRules.KilogramsPerHour(one.Measured, series.Unit, one.Flow!.Value), one.IsBelow))];
        var without = series.Values.Count - rates.Count;
        if (CensoredMean.Of(rates, rule) is not { } mean)
            return made with { Gap = series.Values.Count == 0 ? "没有监测结果" : rates.Count == 0 ? "监测结果没有风量" : "全部未检出，该规则不能估计" };
        if (!operation.Any(one => one.Hours is not null))
            return made with { Gap = "没有登记排放小时数" };
        var hours = operation.Sum(one => one.Hours ?? 0);
        return made with
        {
            Kilograms = mean * hours,
            Equation = $"{ManualWords.Worked(mean)} kg/h × {ManualWords.Figure(hours)} h",
            Gap = string.Join("；", new[] { without > 0 ? $"{without} 个结果没有风量，未计入" : "", Missing(series, operation, one => one.Hours, "排放小时数") }.Where(word => word.Length > 0)),
        };
    }

    private static ManualEmission OfWater(ManualEmission made, ResultSeries series, IReadOnlyCollection<ManualOperation> operation, CensorRule rule)
    {
        if (CensoredMean.Of([.. series.Values.Select(one => new CensoredValue(one.Measured, one.IsBelow))], rule) is not { } mean)
            return made with { Gap = series.Values.Count == 0 ? "没有监测结果" : "全部未检出，该规则不能估计" };
        if (!operation.Any(one => one.Volume is not null))
            return made with { Gap = "没有登记排放水量" };
        var volume = operation.Sum(one => one.Volume ?? 0);
        return made with { Kilograms = ResultRules.KilogramsPerHour(mean, series.Unit, volume), Equation = $"{ManualWords.Worked(mean)} {series.Unit} × {ManualWords.Figure(volume)} m³", Gap = Missing(series, operation, one => one.Volume, "排放水量") };
    }

    /// <summary>Months that were measured in and have no amount: their emission is not in the sum.</summary>
    private static string Missing(ResultSeries series, IReadOnlyCollection<ManualOperation> operation, Func<ManualOperation, double?> of, string what)
    {
        var known = operation.Where(one => of(one) is not null).Select(one => one.Month!.Value).ToHashSet();
        List<string> months = [.. series.Values.Select(one => ParkWords.DayOf(one.At)).Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().Where(month => !known.Contains(month)).Order().Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture))];
        return months.Count == 0 ? "" : $"{string.Join("、", months)} 有监测而没有登记{what}，未计入";
    }
}

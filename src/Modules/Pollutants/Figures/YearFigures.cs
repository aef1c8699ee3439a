using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Standards;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>Concentration and emission of a pollutant of an enterprise in a year, and where they are from.</summary>
/// <param name="Concentration">Highest yearly mean of its outlets, in the unit of the element.</param>
/// <param name="Kilograms">Sum of its outlets, kg; null where none is known.</param>
/// <param name="Basis">Chinese.</param>
/// <param name="Gap">What is missing or left out, Chinese; empty where nothing is.</param>
/// <param name="IsMeasured">Something of it was measured.</param>
public sealed record YearFigures(double? Concentration, double? Kilograms, string Basis, string Gap, bool IsMeasured)
{
    public static readonly YearFigures None = new(null, null, "", "", false);

    /// <summary>Measured data first; what an enterprise declares stands in for what was not measured, and is said to.</summary>
    /// <param name="traces">Of one pollutant of one enterprise in one element.</param>
    public static YearFigures Of(string element, IReadOnlyCollection<PollutantTrace> traces, PollutantYear? declared)
    {
        var automatic = traces.Where(trace => trace.Kind == TraceKind.Automatic).ToList();
        var watched = automatic.Select(trace => trace.Outlet).OfType<PermitOutletId>().ToHashSet();
        // An outlet that sends on line counts by that; what was sampled there by hand is the same water once more.
        var byHand = traces.Where(trace => trace.Kind == TraceKind.Manual).ToList();
        var same = byHand.Where(trace => trace.Outlet is { } outlet && watched.Contains(outlet)).ToList();
        List<PollutantTrace> manual = [.. byHand.Except(same)];
        var unclear = automatic.Count > 0 ? manual.Where(trace => trace.Outlet is null).ToList() : [];
        List<PollutantTrace> counted = [.. automatic, .. manual.Except(unclear)];

        var concentration = counted.Select(trace => InUnitOf(element, trace.Concentration, trace.Unit)).Max();
        var known = counted.Where(trace => trace.Kilograms is not null).ToList();
        double? kilograms = known.Count > 0 ? known.Sum(trace => trace.Kilograms!.Value) : null;
        List<string> basis = [.. counted.Select(Words)];
        List<string> gaps =
        [
            .. counted.Where(trace => trace.Gap.Length > 0).Select(trace => $"{trace.Where}：{trace.Gap}"),
            .. counted.Where(trace => trace.Concentration is not null && InUnitOf(element, trace.Concentration, trace.Unit) is null).Select(trace => $"{trace.Where}：浓度 {PollutantWords.Worked(trace.Concentration)} {trace.Unit} 不能换算为 {Elements.UnitOf(element)}，未计入浓度"),
        ];
        gaps.AddRange(same.Select(trace => string.Create(CultureInfo.InvariantCulture, $"{trace.Where}：手工监测 {trace.Count} 个样未计入，以自动监测 {automatic.Where(one => one.Outlet == trace.Outlet).Sum(one => one.Count)} 天为准")));
        if (unclear.Count > 0)
            gaps.Add($"{string.Join("、", unclear.Select(trace => trace.Where))}的手工监测没有写明许可排放口，可能与自动监测是同一排口，未计入");
        if (concentration is null && declared?.Concentration is not null)
        {
            concentration = InUnitOf(element, declared.Concentration, declared.Unit);
            basis.Add($"浓度为企业申报（{declared.Basis}）");
            if (concentration is null)
                gaps.Add($"申报浓度的单位 {declared.Unit} 不能换算为 {Elements.UnitOf(element)}");
        }

        if (kilograms is null && declared?.Kilograms is not null)
        {
            kilograms = declared.Kilograms;
            basis.Add($"排放量为企业申报（{declared.Basis}）");
        }

        return new(concentration, kilograms, string.Join("；", basis), string.Join("；", gaps), counted.Count > 0 || unclear.Count > 0);
    }

    /// <summary>Null where the units are of different kinds.</summary>
    internal static double? InUnitOf(string element, double? value, string unit)
    {
        var (from, to) = (Unit.Of(unit), Unit.Of(Elements.UnitOf(element)));
        return value is { } known && from.Dimension == to.Dimension ? known * (double)(from.Scale / to.Scale) : null;
    }

    private static string Words(PollutantTrace trace) => string.Create(CultureInfo.InvariantCulture, $"{(trace.Kind == TraceKind.Automatic ? "自动" : "手工")}监测 {trace.Where}（{trace.Count} {(trace.Kind == TraceKind.Automatic ? "天" : "个样")}）");
}

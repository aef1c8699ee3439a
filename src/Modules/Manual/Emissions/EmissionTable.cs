using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Figures;

namespace EcoPark.Modules.Manual.Emissions;

/// <summary>Emissions of all series of a period.</summary>
internal static class EmissionTable
{
    public static IReadOnlyList<ManualEmission> Of(ManualFigures figures, CensorRule rule) => [.. BySeries(figures, rule).Select(one => one.Emission).OfType<ManualEmission>()];

    /// <summary>Each series beside its emission; null where it is none of a mass.</summary>
    public static IEnumerable<(ResultSeries Series, ManualEmission? Emission)> BySeries(ManualFigures figures, CensorRule rule)
    {
        var operation = figures.Operation.ToLookup(one => one.PointId);
        return figures.Series.Select(series => (series, EmissionFigures.Of(series, [.. operation[series.PointId]], rule)));
    }
}

using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Noise;
using EcoPark.Standards.Soil;
using EcoPark.Standards.Water;

namespace EcoPark.Modules.Quality.Judging;

/// <summary>One time of a station, judged.</summary>
/// <param name="Row">Row of the grid.</param>
/// <param name="Cells">One a column; null where nothing is judged there.</param>
public sealed record RowAssessment(int Row, IReadOnlyList<Verdict?> Cells)
{
    public AirQuality? Air { get; init; }

    public WaterJudgement? Water { get; init; }

    public SoilJudgement? Soil { get; init; }

    public NoiseJudgement? Noise { get; init; }

    public bool IsExceeding => Cells.Any(cell => cell?.Outcome == LimitOutcome.Fail);

    /// <summary>“AQI 132 轻度污染”, “Ⅳ类”, “达标”.</summary>
    public string Text => (Air, Water, Soil) switch
    {
        ({ } air, _, _) => air.Level is { } level ? $"{air.Text} {level.Category}" : air.Text,
        (_, { } water, _) => water.Class?.Chinese() ?? "无法评价",
        (_, _, { } soil) => soil.Risk switch { SoilRisk.Negligible => "不高于筛选值", SoilRisk.ToInvestigate => "高于筛选值", SoilRisk.Unacceptable => "高于管制值", _ => "无法评价" },
        _ => IsExceeding ? "超标" : Cells.Any(cell => cell?.Outcome == LimitOutcome.Pass) ? "达标" : "",
    };

    /// <summary>Why: primary pollutant, deciding factor, missing items.</summary>
    public string Reason => (Air, Water, Soil) switch
    {
        ({ } air, _, _) => string.Join("；", new[] { air.PrimaryPollutants.Count == 0 ? "" : $"首要污染物 {string.Join("、", air.PrimaryPollutants.Select(one => one.Symbol()))}", air.Note ?? "" }.Where(part => part.Length > 0)),
        (_, { } water, _) => water.Reason,
        (_, _, { } soil) => soil.Reason,
        _ when Noise is { } noise => noise.Reason,
        _ => string.Join("；", Cells.Where(cell => cell?.Outcome == LimitOutcome.Fail).Select(cell => cell!.Reason)),
    };

    /// <summary>Class of the colour that the standard gives the index or the water class; empty where there is none.</summary>
    public string ColourClass => (Air, Water) switch
    {
        ({ Level: { } level }, _) => $"aqi-{level.Number}",
        (_, { Class: { } water }) => $"water-{(int)water}",
        _ => "",
    };
}

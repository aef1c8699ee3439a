using EcoPark.Modules.Quality.Grids;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Noise;
using EcoPark.Standards.Soil;
using EcoPark.Standards.Water;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Judging;

/// <summary>Judges the rows of a station's table by the standards in force at each row's time.</summary>
public sealed class StationAssessor(StationJudge judge)
{
    /// <summary>Hours before the first one that the AQI of 2012 looks back on.</summary>
    public const int LeadHours = 23;

    /// <summary>One row.</summary>
    public RowAssessment Assess(StationGrid grid, int row)
    {
        var cells = grid.Columns.Select(column => Cell(grid, column, row)).ToList();
        var assessment = new RowAssessment(row, cells);
        if (grid.Medium == QualityMedium.Air && grid.Interval is Interval.Hour or Interval.Day)
            return assessment with { Air = Air(grid, row) };
        if (grid.Medium == QualityMedium.SurfaceWater || grid.Medium == QualityMedium.Groundwater)
            return assessment with { Water = Water(grid, row) };
        if (grid.Medium == QualityMedium.Noise)
            return assessment with { Noise = Noise(grid, cells, row) };
        return grid.Medium == QualityMedium.Soil ? assessment with { Soil = Soil(grid, row) } : assessment;
    }

    /// <summary>What a person must know of one value; null where it is empty, not valid or not limited.</summary>
    public Verdict? Cell(StationGrid grid, GridColumn column, int row)
    {
        var value = column.Values[row];
        if (!ColumnAveraging.IsLimited(grid, column, row) || (value.Valid is null && value.DetectionLimit is null))
            return null;
        var figure = value.DetectionLimit is null && value.Valid is { } valid ? JudgementRequest.ValueOf(valid) : null;
        var verdict = judge.Judge(
            grid.Station, ColumnAveraging.LimitedFactor(column), figure, Unit.Of(column.Unit), ColumnAveraging.Of(grid, column, row), grid.Wall(row), (decimal?)value.DetectionLimit);
        return verdict.Outcome == LimitOutcome.NoLimit ? null : verdict;
    }

    /// <summary>The limit that holds for a column at a row, to be drawn as a line; null where there is none.</summary>
    public Limit? LimitOf(StationGrid grid, GridColumn column, int row) => !ColumnAveraging.IsLimited(grid, column, row) ? null
        : judge.Judge(grid.Station, ColumnAveraging.LimitedFactor(column), 0m, Unit.Of(column.Unit), ColumnAveraging.Of(grid, column, row), grid.Wall(row)).Limit;

    private static AirQuality Air(StationGrid grid, int row)
    {
        var day = DateOnly.FromDateTime(grid.Wall(row));
        decimal? Of(string column, string factor) => grid.Column(column) is { } one && one.Values[row].Valid is { } value ? Plain(value, one.Unit, factor, day) : null;
        var concentrations = new AirConcentrations
        {
            SulphurDioxide = Of(FactorCodes.SulphurDioxide, FactorCodes.SulphurDioxide),
            NitrogenDioxide = Of(FactorCodes.NitrogenDioxide, FactorCodes.NitrogenDioxide),
            CarbonMonoxide = Of(FactorCodes.CarbonMonoxide, FactorCodes.CarbonMonoxide),
            Pm10 = Of(FactorCodes.Pm10, FactorCodes.Pm10),
            Pm25 = Of(FactorCodes.Pm25, FactorCodes.Pm25),
            // An item without a channel is missing: only the monitoring plan can leave it out (HJ 633-2026 chapter 5).
            NotMonitored = grid.Station.ItemsNotMonitored,
        };
        if (grid.Interval == Interval.Day)
        {
            return AirQualityIndex.OfDay(
                concentrations with { OzoneEightHours = Of(DerivedColumns.OzoneEightHours, FactorCodes.Ozone), OzoneHour = Of(DerivedColumns.OzoneHour, FactorCodes.Ozone) }, day);
        }

        return AirQualityIndex.OfHour(
            concentrations with
            {
                OzoneHour = Of(FactorCodes.Ozone, FactorCodes.Ozone),
                OzoneEightHours = OzoneMeans.EightHours(Before(grid, DerivedColumns.Ozone, row, 8)),
                Pm10MovingDay = AirMeans.Day(Before(grid, FactorCodes.Pm10, row, 24)),
                Pm25MovingDay = AirMeans.Day(Before(grid, FactorCodes.Pm25, row, 24)),
            },
            day);
    }

    private static decimal?[] Before(StationGrid grid, string factor, int row, int hours)
    {
        var values = new decimal?[hours];
        if (grid.Column(factor) is not { } column)
            return values;
        for (var back = 0; back < hours && row - back >= 0; back++)
            values[hours - 1 - back] = column.Values[row - back].Valid is { } value ? Plain(value, column.Unit, factor, DateOnly.FromDateTime(grid.Wall(row - back))) : null;
        return values;
    }

    /// <summary>In the unit that the breakpoints are written in.</summary>
    private static decimal? Plain(double value, string unit, string factor, DateOnly day)
    {
        var wanted = factor == FactorCodes.CarbonMonoxide ? Unit.MilligramsPerCubicMetre : Unit.MicrogramsPerCubicMetre;
        return JudgementRequest.ValueOf(value) is { } figure
            ? UnitConversion.Convert(figure, Unit.Of(unit), wanted, FactorTable.Find(factor, Medium.AmbientAir)?.MolarMass, GasState.Of(Medium.AmbientAir, day)) : null;
    }

    private static NoiseJudgement? Noise(StationGrid grid, List<Verdict?> cells, int row)
    {
        Verdict? Of(Averaging averaging, bool isSudden) => grid.Columns.Zip(cells).FirstOrDefault(one =>
            one.Second is not null && ColumnAveraging.IsSuddenNoise(one.First) == isSudden && ColumnAveraging.Of(grid, one.First, row) == averaging).Second;
        var judgement = NoiseQuality.Of(Of(Averaging.DayTime, false), Of(Averaging.NightTime, false), Of(Averaging.NightTime, true));
        return judgement.DecidedBy.Length == 0 ? null : judgement;
    }

    private static WaterJudgement? Water(StationGrid grid, int row)
    {
        var results = Results(grid, row);
        if (results.Count == 0)
            return null;
        var sample = new WaterSample
        {
            Day = DateOnly.FromDateTime(grid.Wall(row)),
            Results = results,
            Body = grid.Station.Body ?? WaterBody.River,
            Target = TargetOf(StationJudge.ClassOf(grid.Station, grid.Medium)),
        };
        return grid.Medium == QualityMedium.Groundwater ? WaterQuality.OfGroundwater(sample) : WaterQuality.OfSurfaceWater(sample);
    }

    private static SoilJudgement? Soil(StationGrid grid, int row)
    {
        var results = Results(grid, row);
        var land = grid.Station.Class == "第一类用地" ? LandClass.First : LandClass.Second;
        return results.Count == 0 ? null : SoilQuality.Judge(results, land, DateOnly.FromDateTime(grid.Wall(row)));
    }

    private static List<FactorResult> Results(StationGrid grid, int row) =>
    [
        .. grid.Columns.Where(column => column.Values[row].Valid is not null).Select(column => new FactorResult(
            column.Factor, column.Values[row].DetectionLimit is null ? JudgementRequest.ValueOf(column.Values[row].Valid!.Value) : null, Unit.Of(column.Unit), (decimal?)column.Values[row].DetectionLimit)),
    ];

    private static WaterClass? TargetOf(string text) => Enum.GetValues<WaterClass>().Cast<WaterClass?>().FirstOrDefault(one => one!.Value.Numeral() == text);
}

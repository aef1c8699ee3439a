using System.Globalization;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>A concentration by hand in an hour.</summary>
/// <param name="Value">In the unit of the channel; the mean where several results stand for the hour.</param>
/// <param name="Source">Chinese: method, laboratory and report.</param>
public sealed record ManualHour(decimal Value, string Source);

/// <summary>What was measured by hand at one outlet, to take the place of automatic hours that are missing or not valid.</summary>
public sealed class ManualResults
{
    public static readonly ManualResults None = new(isGas: true, []);

    private readonly bool _isGas;
    private readonly ILookup<string, Result> _results;

    /// <param name="isGas">Waste water asks for four results a day, flue gas for one.</param>
    /// <param name="results">Of this outlet; those in a unit of the other medium count for nothing.</param>
    public ManualResults(bool isGas, IEnumerable<OutletManualResult> results)
    {
        _isGas = isGas;
        _results = results
            .Where(one => one is { From: not null, To: not null, Value: not null } && Unit.Of(one.Unit).Dimension == (isGas ? UnitDimension.MassInGas : UnitDimension.MassInWater))
            .Select(one => new Result(one.Factor, one.From!.Value, one.To!.Value, Rounding.Figure(one.Value) * Unit.Of(one.Unit).Scale ?? 0, $"{one.Method}，{one.Laboratory} {one.ReportNumber}"))
            .ToLookup(one => one.Factor, StringComparer.Ordinal);
    }

    /// <summary>Null where nothing stands for the hour, or too few results stand for its day.</summary>
    /// <param name="hour">UTC, start.</param>
    /// <param name="scale">What one of the channel's unit is in mg/m³ or mg/L.</param>
    public ManualHour? At(string factor, DateTime hour, decimal scale)
    {
        var found = _results[factor].Where(one => one.From <= hour && one.To >= hour.AddHours(1)).ToList();
        return found.Count == 0 || Lacks(factor, DateOnly.FromDateTime(ParkTime.FromUtc(hour))) ? null
            : new ManualHour(found.Average(one => one.Plain) / scale, string.Join("；", found.Select(one => one.Source).Distinct()));
    }

    /// <summary>Concentrations of a day of the park's zone, mg/m³ or mg/L, if there are enough of them.</summary>
    public IReadOnlyList<decimal> OfDay(string factor, DateOnly day) => Lacks(factor, day) ? [] : [.. Touching(factor, day).Select(one => one.Plain)];

    /// <summary>Chinese: why the results of a day are not used; null where they are, or where there are none.</summary>
    public string? WhyNot(string factor, DateOnly day) => Touching(factor, day).Count() is > 0 and var count && Lacks(factor, day)
        ? string.Create(CultureInfo.InvariantCulture, $"手工监测只有 {count} 次，每日不少于 {ManualMonitoring.FewestOfWaterDay} 次才采用（HJ 356-2019，待核对）") : null;

    private bool Lacks(string factor, DateOnly day) => !_isGas && Touching(factor, day).Count() < ManualMonitoring.FewestOfWaterDay;

    private IEnumerable<Result> Touching(string factor, DateOnly day)
    {
        var (from, to) = (ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)), ParkTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return _results[factor].Where(one => one.From < to && one.To > from);
    }

    /// <param name="Plain">mg/m³ or mg/L.</param>
    private sealed record Result(string Factor, DateTime From, DateTime To, decimal Plain, string Source);
}

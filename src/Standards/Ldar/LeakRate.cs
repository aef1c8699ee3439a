using System.Globalization;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Ldar;

/// <summary>By which equations an enterprise's leaks are worked out.</summary>
public enum LdarSector
{
    /// <summary>石油化工 (SOCMI).</summary>
    Petrochemical,

    /// <summary>石油炼制.</summary>
    Refining,
}

/// <summary>How a rate was found.</summary>
public enum RateMethod
{
    /// <summary>Net reading below 1: the default zero rate.</summary>
    Zero,

    /// <summary>By the correlation.</summary>
    Correlation,

    /// <summary>At or above 50,000 μmol/mol.</summary>
    Pegged,

    /// <summary>Not tested: average factor.</summary>
    Average,
}

/// <summary>What a seal emits.</summary>
/// <param name="KilogramsPerHour">TOC, kg/h.</param>
/// <param name="Equation">As people read it.</param>
public sealed record LeakRate(RateMethod Method, double KilogramsPerHour, string Equation, RuleBasis Basis);

/// <summary>
/// Rates of seals by EPA-453/R-95-017 as 环办〔2015〕104 号 takes them over: zero below 1, correlation up to 50,000, pegged from there on, average factors where nobody tested. Equations and pegged values are
/// recalled, as are the average factors of refineries: what is worked out by them says 待核对.
/// </summary>
public static class LeakRates
{
    public const double PeggedFrom = 50_000;

    public const string Source = "EPA-453/R-95-017、环办〔2015〕104 号";

    private static readonly IReadOnlyList<Correlation> Correlations =
    [
        .. EmbeddedTable.Read("ldar-correlations").Select(row => new Correlation(Sector(row["sector"]), row["kind"], FluidStates.Parse(row["materials"]), row["component"], Number(row["zero"]), Number(row["factor"]), Number(row["exponent"]), Number(row["pegged"]), Sure(row["confidence"]))),
    ];

    private static readonly IReadOnlyList<Average> Averages =
    [
        .. EmbeddedTable.Read("ldar-average-factors").Select(row => new Average(Sector(row["sector"]), row["kind"], FluidStates.Parse(row["materials"]), row["component"], Number(row["kg_h"]), Sure(row["confidence"]))),
    ];

    /// <summary>By a net reading, μmol/mol, not below 0.</summary>
    public static LeakRate OfReading(LdarSector sector, SealKind kind, FluidState state, double net)
    {
        var by = Correlations.First(one => one.Sector == sector && one.Kind == kind.Code && one.States.Contains(state));
        var basis = new RuleBasis($"{Source} {by.Component}", by.Confidence);
        return net switch
        {
            < 1 => new(RateMethod.Zero, by.Zero, $"e = {Text(by.Zero)} kg/h（净检值＜1）", basis),
            >= PeggedFrom => new(RateMethod.Pegged, by.Pegged, $"e = {Text(by.Pegged)} kg/h（净检值≥50000）", basis),
            _ => new(RateMethod.Correlation, by.Factor * Math.Pow(net, by.Exponent), $"e = {Text(by.Factor)} × {net.ToString("0.##", CultureInfo.InvariantCulture)}^{Text(by.Exponent)} kg/h", basis),
        };
    }

    /// <summary>Of a seal that nobody tested; <see langword="null"/> where there is no factor for it. Compressors and relief devices have one factor for all fluids.</summary>
    public static LeakRate? OfAverage(LdarSector sector, SealKind kind, FluidState state)
    {
        List<Average> found = [.. Averages.Where(one => one.Sector == sector && one.Kind == kind.Code)];
        var by = found.Find(one => one.States.Contains(state)) ?? (found.Count == 1 ? found[0] : null);
        return by is null ? null : new(RateMethod.Average, by.KilogramsPerHour, $"e = {Text(by.KilogramsPerHour)} kg/h（平均系数）", new RuleBasis($"EPA-453/R-95-017 {by.Component}", by.Confidence));
    }

    private static LdarSector Sector(string word) => word == "refining" ? LdarSector.Refining : LdarSector.Petrochemical;

    private static Confidence Sure(string word) => word == "verified" ? Confidence.Verified : Confidence.Recalled;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double number) => number is >= 1e-3 or 0 ? number.ToString("0.#####", CultureInfo.InvariantCulture) : number.ToString("0.##E0", CultureInfo.InvariantCulture);

    private sealed record Correlation(LdarSector Sector, string Kind, IReadOnlySet<FluidState> States, string Component, double Zero, double Factor, double Exponent, double Pegged, Confidence Confidence);

    private sealed record Average(LdarSector Sector, string Kind, IReadOnlySet<FluidState> States, string Component, double KilogramsPerHour, Confidence Confidence);
}

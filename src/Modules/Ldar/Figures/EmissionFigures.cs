using EcoPark.Modules.Ldar.Points;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>What a seal emitted in a period.</summary>
/// <param name="Spans">Stretches with their rates, in the order of time; empty where nobody tested and there is no factor.</param>
/// <param name="Scale">Share of the time that the unit runs, times VOC of TOC: what hours times rates are multiplied by.</param>
public sealed record PointEmission(int Id, int UnitId, string Code, string Kind, string State, IReadOnlyList<EmittedSpan> Spans, double Scale)
{
    /// <summary>VOC, kg.</summary>
    public double Kilograms => Spans.Sum(Mass);

    public double KilogramsBy(RateMethod method) => Spans.Where(span => span.Rate.Method == method).Sum(Mass);

    /// <summary>“0.012 kg = (2.1E-3 kg/h × 480 h + …) × 1”, with its equations.</summary>
    public string Equation => string.Join("；", Spans.Select(span => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LdarWords.Wall(span.From)} 起 {span.Hours:0.#} h：{span.Rate.Equation}"))) + (Scale == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"；乘 {Scale:0.####}（运行时间比例 × VOCs/TOC）"));

    internal double Mass(EmittedSpan span) => span.Hours * span.Rate.KilogramsPerHour * Scale;
}

/// <summary>What a unit emitted in a period, kg.</summary>
/// <param name="WithoutFactor">Seals that nobody tested and that have no average factor: they are missing.</param>
/// <param name="IsRecalled">Something of it rests on a rule that is still to be checked.</param>
public sealed record UnitEmission(
    int UnitId, string Unit, int EnterpriseId, string Enterprise, int Points, int Untested, int WithoutFactor, double Zero, double Correlation, double Pegged, double Average, bool IsRecalled)
{
    public double Kilograms => Zero + Correlation + Pegged + Average;

    internal static UnitEmission Of(LdarUnit unit, string enterprise, IReadOnlyList<PointEmission> points)
    {
        double By(RateMethod method) => points.Sum(point => point.KilogramsBy(method));
        return new(unit.Id, unit.Name, unit.EnterpriseId, enterprise, points.Count, points.Count(point => point.Spans.Any(span => span.Rate.Method == RateMethod.Average)), points.Count(point => point.Spans.Count == 0),
            By(RateMethod.Zero), By(RateMethod.Correlation), By(RateMethod.Pegged), By(RateMethod.Average), points.Any(point => point.Spans.Any(span => span.Rate.Basis.Confidence != Standards.Confidence.Verified)));
    }
}

/// <summary>Emissions of a period.</summary>
/// <param name="Largest">Seals that emitted most.</param>
/// <param name="Rounds">The same mass, by the rounds whose tests it was worked out by.</param>
public sealed record EmissionSet(DateOnly First, DateOnly Last, IReadOnlyList<UnitEmission> Units, IReadOnlyList<PointEmission> Largest, IReadOnlyList<RoundEmission> Rounds)
{
    public static readonly EmissionSet None = new(default, default, [], [], []);

    public double Kilograms => Units.Sum(unit => unit.Kilograms);
}

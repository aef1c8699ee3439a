using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Figures;

/// <summary>A result as figures need it.</summary>
/// <param name="Measured">As measured, or the detection limit.</param>
/// <param name="Judged">What is set against the limit: corrected where the point corrects.</param>
/// <param name="UpperLimit">In the unit of the series.</param>
/// <param name="IsPending">Its report is not approved yet.</param>
public sealed record ResultValue(int Id, DateTime At, double Measured, double Judged, bool IsBelow, double? Flow, string Verdict, string Standard, string Limit, double? UpperLimit, double? TimesOver, bool IsPending);

/// <summary>Samples of a day, and how the day is judged.</summary>
/// <param name="Mean">By the rule chosen.</param>
public sealed record ResultDay(DateOnly Day, int Samples, int Below, double? Mean, double Highest, string Verdict, double? TimesOver, bool IsPending);

/// <summary>Results of a factor at a point in one unit, in order of time.</summary>
public sealed record ResultSeries(int PointId, int EnterpriseId, string Enterprise, string Point, string Kind, string Factor, string Unit, IReadOnlyList<ResultValue> Values)
{
    public string FactorName => ManualFactors.Title(Factor);

    public int Below => Values.Count(one => one.IsBelow);

    public double? Lowest => Values.Count > 0 ? Values.Min(one => one.Judged) : null;

    public double? Highest => Values.Count > 0 ? Values.Max(one => one.Judged) : null;

    public int Pending => Values.Count(one => one.IsPending);

    /// <summary>Of the newest result that has one.</summary>
    public ResultValue? Limited => Values.LastOrDefault(one => one.Limit.Length > 0);

    public double? Mean(CensorRule rule) => CensoredMean.Of([.. Values.Select(one => new CensoredValue(one.Judged, one.IsBelow))], rule);

    /// <summary>By days of the park. Waste water is judged by the mean of its day; what is below detection counts by half there, as laboratories report means. All else by its worst sample.</summary>
    public IReadOnlyList<ResultDay> Days(CensorRule rule) => [.. Values.GroupBy(one => ParkWords.DayOf(one.At)).OrderBy(of => of.Key).Select(of => DayOf(of.Key, [.. of], rule))];

    private ResultDay DayOf(DateOnly day, IReadOnlyList<ResultValue> samples, CensorRule rule)
    {
        List<CensoredValue> values = [.. samples.Select(one => new CensoredValue(one.Judged, one.IsBelow))];
        var (below, pending) = (samples.Count(one => one.IsBelow), samples.Any(one => one.IsPending));
        var worst = samples.OrderByDescending(one => one.Verdict == Verdicts.Over).ThenByDescending(one => one.Verdict == Verdicts.Open).ThenByDescending(one => one.Judged).First();
        var (verdict, over) = (worst.Verdict, worst.TimesOver);
        if (PointKinds.IsByDay(Kind, Factor) && samples.Count > 1 && samples.Where(one => one.UpperLimit is not null).Select(one => one.UpperLimit!.Value).DefaultIfEmpty().Min() is > 0 and var limit)
        {
            var mean = CensoredMean.Of(values, CensorRule.Half)!.Value;
            var judged = ResultRules.JudgeMean(Kind, Factor, Unit, mean, new Limit { StandardNumber = worst.Standard, StandardName = "", Medium = PointKinds.MediumOf(Kind), Factor = Factor, Averaging = Averaging.Day, Upper = (decimal)limit, Unit = Standards.Unit.Of(Unit) }, day);
            (verdict, over) = (Verdicts.Of(judged.Outcome), (double?)judged.ExceedanceMultiple);
        }

        return new(day, samples.Count, below, CensoredMean.Of(values, rule), samples.Max(one => one.Judged), verdict, over, pending);
    }
}

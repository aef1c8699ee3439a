using EcoPark.Analysis.Survival;

namespace EcoPark.Analysis.Tests;

/// <summary>How long things last, against published results and what R 4.2 (survival 3.5-3: survfit, survreg) makes of the same lifetimes.</summary>
public sealed class SurvivalTests
{
    /// <summary>Weeks of remission under 6-mercaptopurine, Freireich et al. 1963, as Gehan 1965 has them.</summary>
    private static readonly Lifetime[] Remissions =
    [
        Lifetime.EndedAt(6, 3), .. new double[] { 7, 10, 13, 16, 22, 23 }.Select(week => Lifetime.EndedAt(week)), .. new double[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(week => Lifetime.StillWhole(week)),
    ];

    /// <summary>Looked at every 180 days; two ends were seen themselves.</summary>
    private static readonly Lifetime[] Looks = [new(0, 180, 4), new(180, 360, 7), new(360, 540, 9), new(540, 720, 3), Lifetime.StillWhole(720, 40), Lifetime.StillWhole(360, 10), Lifetime.EndedAt(200, 2)];

    [Fact]
    public void The_curve_of_Kaplan_and_Meier_is_the_published_one()
    {
        var curve = KaplanMeier.Of(Remissions);
        // Times, numbers at risk and shares of the literature; errors and intervals of survfit(conf.type = "log-log").
        curve.Select(step => (step.Time, step.AtRisk, step.Ended)).ShouldBe([(6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1)]);
        curve.Select(step => step.Survival).ToArray().ShouldBeClose([0.85714286, 0.80672269, 0.75294118, 0.69019608, 0.62745098, 0.53781513, 0.44817927], 1e-8);
        curve.Select(step => step.Deviation).ToArray().ShouldBeClose([0.076360355, 0.086935285, 0.096349653, 0.106814708, 0.114053865, 0.128233752, 0.134591457], 1e-8);
        curve.Select(step => step.Lower).ToArray().ShouldBeClose([0.61971796, 0.56314656, 0.50319951, 0.43161022, 0.36751086, 0.26777894, 0.18805201], 1e-8);
        curve.Select(step => step.Upper).ToArray().ShouldBeClose([0.95155175, 0.92280902, 0.88936184, 0.84906596, 0.80491219, 0.74679072, 0.68014263], 1e-8);
    }

    [Fact]
    public void Nobody_is_left_after_the_last_end_and_the_interval_is_unknown()
    {
        var last = KaplanMeier.Of([Lifetime.EndedAt(2), Lifetime.StillWhole(3), Lifetime.EndedAt(5)])[^1];
        (last.Survival, double.IsNaN(last.Lower), double.IsNaN(last.Upper)).ShouldBe((0, true, true));
        KaplanMeier.Of([Lifetime.StillWhole(3)]).ShouldBeEmpty();
    }

    [Fact]
    public void Weibull_of_censored_times_is_that_of_survreg()
    {
        var fit = WeibullFit.Of(Remissions)!;
        // Published: λ 33.77, k 1.354 (Lawless).
        fit.Scale.ShouldBeClose(33.765150968, 1e-7);
        fit.Shape.ShouldBeClose(1.353734524, 1e-7);
        fit.LogLikelihood.ShouldBeClose(-41.658678477, 1e-9);
        new[] { fit.Covariance.Scale, fit.Covariance.Both, fit.Covariance.Shape }.ShouldBeClose([0.074730568, -0.033058106, 0.077505382], 1e-8); // survreg has ln σ = −ln k.
        fit.IsShapeFitted.ShouldBeTrue();
    }

    [Fact]
    public void Weibull_of_what_ended_between_two_looks_is_that_of_survreg()
    {
        var fit = WeibullFit.Of(Looks)!;
        fit.Scale.ShouldBeClose(1296.596443883, 1e-6);
        fit.Shape.ShouldBeClose(1.311471304, 1e-6);
        fit.LogLikelihood.ShouldBeClose(-89.799150300, 1e-9);
        fit.ShapeInterval!.Value.Lower.ShouldBeClose(0.8809124458, 1e-6);
        fit.ShapeInterval!.Value.Upper.ShouldBeClose(1.9524721090, 1e-6);
        var chance = fit.ChanceBetween(720, 900);
        chance.Probability.ShouldBeClose(0.14544891021, 1e-6);
        chance.Lower.ShouldBeClose(0.07773174155, 1e-5);
        chance.Upper.ShouldBeClose(0.26310337240, 1e-5);
        chance.Probability.ShouldBeClose(1 - (fit.Survival(900) / fit.Survival(720)), 1e-9);
    }

    [Fact]
    public void Where_all_looks_are_one_step_apart_the_risk_is_the_closed_one_of_that_step_and_no_shape_is_made_up()
    {
        // One look each, 180 days on: 12 of 400 had ended. Any k would do; constant: λ = −180 / ln(388/400).
        Lifetime[] once = [new(0, 180, 12), Lifetime.StillWhole(180, 388)];
        var fit = WeibullFit.Of(once)!;
        (fit.Shape, fit.IsShapeFitted, fit.ShapeInterval).ShouldBe((1, false, null));
        fit.Scale.ShouldBeClose(-180 / Math.Log(388 / 400.0), 1e-6);
        fit.ChanceBetween(180, 360).Probability.ShouldBeClose(12 / 400.0, 1e-6);
        // The interval of a share of events by the logarithm of the hazard: variance of ln Λ is 12/(400 × 388 × ln²(388/400)).
        var width = 1.959963985 * Math.Sqrt(12 / (400.0 * 388)) / -Math.Log(388 / 400.0);
        fit.ChanceBetween(180, 360).Upper.ShouldBeClose(1 - Math.Exp(Math.Log(388 / 400.0) * Math.Exp(width)), 1e-6);
    }

    [Fact]
    public void A_constant_risk_is_not_taken_against_the_lifetimes()
    {
        // Nothing of 300 ended in the first year, 40 in the second: k is beyond what can be told, and 1 it is not.
        WeibullFit.Of([new(360, 720, 40), Lifetime.StillWhole(720, 260)]).ShouldBeNull();
        WeibullFit.Of([Lifetime.StillWhole(180, 100)]).ShouldBeNull("nothing has ended");
        WeibullFit.Of([new(0, 180, 100)]).ShouldBeNull("nothing is known to have lasted");
    }

    [Fact]
    public void What_is_alike_counts_as_often_as_it_is_there()
    {
        var (together, apart) = (WeibullFit.Of(Looks)!, WeibullFit.Of([.. Looks.SelectMany(one => Enumerable.Repeat(one with { Count = 1 }, one.Count))])!);
        together.Scale.ShouldBeClose(apart.Scale, 1e-9);
        KaplanMeier.Of(Looks).ShouldBe(KaplanMeier.Of([.. Looks.SelectMany(one => Enumerable.Repeat(one with { Count = 1 }, one.Count))]));
    }

    [Fact]
    public void Lifetimes_that_are_drawn_from_a_law_give_the_law_back()
    {
        // Quantiles of λ = 3000 d, k = 1.6, looked at every 90 days for ten years.
        var fit = WeibullFit.Of([.. Enumerable.Range(0, 4_000).Select(at => 3_000 * Math.Pow(-Math.Log(1 - ((at + 0.5) / 4_000)), 1 / 1.6)).Select(end => end > 3_600 ? Lifetime.StillWhole(3_600) : new Lifetime(90 * Math.Floor(end / 90), 90 * Math.Ceiling(end / 90)))])!;
        fit.Scale.ShouldBeClose(3_000, 0.002);
        fit.Shape.ShouldBeClose(1.6, 0.002);
    }
}

using EcoPark.Analysis.Survival;
using EcoPark.Modules.Ldar.Figures;

namespace EcoPark.Modules.Ldar.Outlook;

/// <summary>How likely a seal leaks by its next test.</summary>
/// <param name="Since">First clean test, or re-test after its last repair, UTC.</param>
/// <param name="LastClean">Last clean test, UTC.</param>
/// <param name="By">Day that the probability is for: the day its next test is due, or today where that has passed.</param>
/// <param name="Chance">1 − S(t by then)/S(t at the last clean test), t since <paramref name="Since"/>.</param>
public sealed record PointOutlook(PointPlan Point, DateTime Since, DateTime LastClean, DateOnly By, Chance Chance)
{
    /// <returns><see langword="null"/> for a seal that leaks, was never clean, need not be tested, or whose group has no law.</returns>
    public static PointOutlook? Of(PointPlan point, SealHistory seal, WeibullFit? fit, DateOnly today)
    {
        if (fit is null || !point.IsOwed || point.Due is not { } due || seal is not { Since: { } since, LastClean: { } clean })
            return null;
        var by = due < today ? today : due;
        return new(point, since, clean, by, fit.ChanceBetween(SealHistory.DaysBetween(since, clean), SealHistory.DaysBetween(since, LdarWords.End(by))));
    }
}

/// <summary>Which seals leak next.</summary>
/// <param name="Groups">Those with most leaks first.</param>
/// <param name="Judged">Seals with a probability.</param>
/// <param name="WithoutLaw">Seals that would have one if their group had enough leaks.</param>
/// <param name="Leaking">Seals whose last test found a leak.</param>
/// <param name="Expected">Leaks that the next tests are expected to find: the sum of all probabilities.</param>
/// <param name="Riskiest">The most likely 5 % of them.</param>
public sealed record LeakOutlook(IReadOnlyList<LeakGroup> Groups, int Judged, int WithoutLaw, int Leaking, double Expected, IReadOnlyList<PointOutlook> Riskiest)
{
    /// <summary>Share of the seals that are told one by one.</summary>
    public const double RiskiestShare = 0.05;

    /// <summary>Never more than so many.</summary>
    public const int MostRiskiest = 5_000;

    /// <summary>As people read it.</summary>
    public const string Rule = "时间从首次合格检测（不是投用日期）或修复后的复测算起，到发现泄漏的检测为止；泄漏发生在最近一次合格检测和发现它的检测之间（区间删失），没有泄漏的只知道到最后一次检测仍合格（右删失）。曲线为 Kaplan–Meier（按发现时间，95 % 区间为 Greenwood 方差、log–log 变换），概率用威布尔分布极大似然拟合：1 − S(下次期限)/S(最近合格检测)";

    /// <summary>Share of the expected leaks that the riskiest have.</summary>
    public double? RiskiestExpectedShare => Expected > 0 ? Riskiest.Sum(one => one.Chance.Probability) / Expected : null;

    public static LeakOutlook None { get; } = new([], 0, 0, 0, 0, []);
}

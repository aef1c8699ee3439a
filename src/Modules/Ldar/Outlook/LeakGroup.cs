using System.Globalization;
using EcoPark.Analysis.Survival;

namespace EcoPark.Modules.Ldar.Outlook;

/// <summary>How long seals of a kind with a state of fluid stay tight.</summary>
/// <param name="Points">Tested seals.</param>
/// <param name="Events">Leaks that a test found after a clean one.</param>
/// <param name="Censored">Times that ended with a clean test.</param>
/// <param name="BeganLeaking">Seals whose first test found a leak; left out.</param>
/// <param name="Curve">Of leaks when they were found.</param>
/// <param name="Fit"><see langword="null"/> where there are too few leaks or no law fits.</param>
public sealed record LeakGroup(string Kind, string State, int Points, int Events, int Censored, int BeganLeaking, IReadOnlyList<SurvivalStep> Curve, WeibullFit? Fit)
{
    /// <summary>No probability is told from fewer leaks. The platform's own: with ten, the 95 % interval of a rate still spans from half to nearly twice.</summary>
    public const int FewestEvents = 10;

    public string Title => TitleOf(Kind, State);

    /// <summary>What was made of it, or why nothing was.</summary>
    public string Words => this switch
    {
        { Events: < FewestEvents } => $"检出泄漏 {Events} 次，不足 {FewestEvents} 次，不给概率",
        { Fit: null } => "检测的间隔不足以确定规律，不给概率",
        { Fit.ShapeInterval: var (lower, upper) } => string.Create(CultureInfo.InvariantCulture, $"威布尔：形状 {Fit.Shape:0.00}（95 % 区间 {lower:0.00}～{upper:0.00}，{(lower > 1 ? "风险随时间上升" : upper < 1 ? "风险随时间下降" : "与风险不变没有显著差别")}），尺度 {Fit.Scale:0} 天"),
        _ => string.Create(CultureInfo.InvariantCulture, $"指数：检测间隔太少，风险随时间的变化不能确定，按不变计，平均 {Fit.Scale:0} 天"),
    };

    public static string TitleOf(string kind, string state) => $"{kind}（{state}）";

    public static LeakGroup Of(string kind, string state, IReadOnlyCollection<SealHistory> seals)
    {
        List<Lifetime> lives = [.. seals.SelectMany(seal => seal.Lives).CountBy(life => life).Select(same => same.Key with { Count = same.Value })];
        var events = lives.Where(life => life.HasEnded).Sum(life => life.Count);
        return new(kind, state, seals.Count, events, lives.Sum(life => life.Count) - events, seals.Count(seal => seal.BeganLeaking), KaplanMeier.Of(lives), events < FewestEvents ? null : WeibullFit.Of(lives));
    }
}

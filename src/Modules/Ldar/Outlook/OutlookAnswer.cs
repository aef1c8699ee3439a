namespace EcoPark.Modules.Ldar.Outlook;

/// <summary>A step of the curve of a kind of seals; days and shares.</summary>
public sealed record LeakStepAnswer(double Days, int AtRisk, int Leaks, double Share, double? Lower, double? Upper);

/// <summary>How long seals of a kind stay tight, as programs see it.</summary>
/// <param name="Scale">Days; <see langword="null"/> where no probability is told, and <paramref name="Words"/> say why.</param>
public sealed record LeakGroupAnswer(string Kind, string State, int Points, int Events, int Censored, int BeganLeaking, string Words, double? Scale, double? Shape, bool IsShapeFitted, IReadOnlyList<LeakStepAnswer> Curve);

/// <summary>A seal that is likely to leak, as programs see it.</summary>
/// <param name="By">Day that the probability is for.</param>
public sealed record PointOutlookAnswer(int Id, int UnitId, string Code, string Kind, string State, DateOnly LastClean, DateOnly Since, DateOnly? Due, DateOnly By, double Probability, double Lower, double Upper);

/// <summary>Which seals leak next, as programs see it.</summary>
/// <param name="Total">Of the riskiest.</param>
public sealed record OutlookAnswer(string Basis, int FewestEvents, IReadOnlyList<LeakGroupAnswer> Groups, int Judged, int WithoutLaw, int Leaking, double Expected, int Total, IReadOnlyList<PointOutlookAnswer> Riskiest)
{
    internal static OutlookAnswer Of(LeakOutlook outlook, int skip, int take) => new(
        LeakOutlook.Rule, LeakGroup.FewestEvents,
        [.. outlook.Groups.Select(group => new LeakGroupAnswer(group.Kind, group.State, group.Points, group.Events, group.Censored, group.BeganLeaking, group.Words, group.Fit?.Scale, group.Fit?.Shape, group.Fit?.IsShapeFitted ?? false,
            [.. group.Curve.Select(step => new LeakStepAnswer(step.Time, step.AtRisk, step.Ended, step.Survival, Finite(step.Lower), Finite(step.Upper)))]))],
        outlook.Judged, outlook.WithoutLaw, outlook.Leaking, outlook.Expected, outlook.Riskiest.Count,
        [.. outlook.Riskiest.Skip(skip).Take(take).Select(one => new PointOutlookAnswer(
            one.Point.Seal.Id, one.Point.Seal.UnitId, one.Point.Seal.Code, one.Point.Seal.Kind, one.Point.Seal.State, LdarWords.DayOf(one.LastClean), LdarWords.DayOf(one.Since), one.Point.Due, one.By, one.Chance.Probability, one.Chance.Lower, one.Chance.Upper))]);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

using System.Globalization;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>What became of a check.</summary>
public enum CheckState
{
    /// <summary>It cannot be judged.</summary>
    Unknown,

    /// <summary>合格.</summary>
    Passed,

    /// <summary>超出允许、未失控: to be adjusted; data stay valid.</summary>
    ToAdjust,

    /// <summary>不合格: out of control.</summary>
    Failed,
}

/// <summary>A judged check, in words.</summary>
public sealed record CheckOutcome(CheckState State, string Error, string Tolerance, string Basis)
{
    public string Words => State switch { CheckState.Passed => "合格", CheckState.ToAdjust => "需调整", CheckState.Failed => "不合格", _ => "无法判定" };
}

/// <summary>Judges checks by HJ 75-2017 (drift) and HJ 355-2019 (solutions, samples).</summary>
public static class CheckJudge
{
    public const string Zero = "零点漂移";
    public const string Span = "量程漂移";
    public const string Solution = "标样核查";
    public const string Sample = "实际水样比对";

    public static readonly IReadOnlyList<string> Kinds = [Zero, Span, Solution, Sample];

    public static bool IsDrift(string kind) => kind is Zero or Span;

    public static CheckOutcome Judge(InstrumentCheck check)
    {
        // A device may send any number: what is none does not hinder the others from being judged.
        if (Rounding.Figure(check.Reading) is not { } reading || Rounding.Figure(check.Reference) is not { } reference || (check.FullScale is not null && Rounding.Figure(check.FullScale) is null))
            return new(CheckState.Unknown, "", "", "");
        return check.Kind switch
        {
            Zero or Span => Of(Drift.Judge(Drift.KindOf(check.Factor, check.Kind == Zero), reading, reference, Rounding.Figure(check.FullScale ?? 0)!.Value)),
            Solution => Of(StandardCheck.OfSolution(reading, reference)),
            Sample => Of(StandardCheck.OfWaterSample(check.Factor, reading, reference)),
            _ => new(CheckState.Unknown, "", "", ""),
        };
    }

    private static CheckOutcome Of(DriftVerdict? verdict) => verdict is null ? new(CheckState.Unknown, "", "", "") : new(
        verdict.IsOutOfControl ? CheckState.Failed : verdict.IsWithin ? CheckState.Passed : CheckState.ToAdjust,
        Text($"{verdict.Percent:0.##} %"), Text($"±{verdict.Rule.Tolerance} %，失控 ±{verdict.Rule.OutOfControl} %"), verdict.Rule.Basis.Shown);

    private static CheckOutcome Of(CheckVerdict? verdict) => verdict is null ? new(CheckState.Unknown, "", "", "") : new(
        verdict.Passes ? CheckState.Passed : CheckState.Failed,
        verdict.IsRelative ? Text($"{verdict.Error * 100:0.##} %") : Text($"{verdict.Error:0.####}"),
        verdict.IsRelative ? Text($"±{verdict.Tolerance * 100:0.##} %") : Text($"±{verdict.Tolerance:0.####}"), verdict.Basis.Shown);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

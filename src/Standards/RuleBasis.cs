namespace EcoPark.Standards;

/// <summary>Which rule a figure rests on, and how sure we are of it.</summary>
/// <param name="Text">Chinese: standard, clause and what it says.</param>
/// <param name="Confidence">Recalled rules must be shown as 待核对.</param>
public sealed record RuleBasis(string Text, Confidence Confidence)
{
    /// <summary>The text, with 待核对 where the rule is only recalled.</summary>
    public string Shown => Confidence == Confidence.Verified ? Text : Text + "（待核对）";
}

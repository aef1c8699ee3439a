using EcoPark.Standards;

namespace EcoPark.Modules.Outlets.Pages;

/// <summary>Newest values in words.</summary>
internal static class LiveText
{
    /// <summary>“二氧化硫 52.10 mg/m³ ▲”.</summary>
    public static string Of(LiveFactor factor) => $"{factor.Channel.Name} {Value(factor)} {factor.Channel.Unit}{(factor.Verdict?.Outcome == LimitOutcome.Fail ? " ▲" : "")}".Trim();

    public static string Value(LiveFactor factor) => OutletWords.Figure(factor.Value?.Reading.Value, factor.Channel.Decimals);
}

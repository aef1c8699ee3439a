using EcoPark.Telemetry.Standing;

namespace EcoPark.Modules.Outlets.Pages;

/// <summary>Newest values in words.</summary>
internal static class LiveText
{
    /// <summary>“非甲烷总烃 折算 83.83 / 60 mg/m³ ▲”: what is judged, and its limit.</summary>
    public static string Of(LiveFactor factor) =>
        $"{factor.Channel.Name} {(factor.Standing.IsCorrected ? "折算 " : "")}{Judged(factor)}{Limit(factor)} {factor.Channel.Unit}".TrimEnd() + (factor.IsOver ? " ▲" : "");

    /// <summary>As it was measured.</summary>
    public static string Value(LiveFactor factor) => OutletWords.Figure(factor.Value?.Reading.Value, factor.Channel.Decimals);

    private static string Judged(LiveFactor factor) => OutletWords.Figure(factor.Standing.Judged ?? factor.Value?.Reading.Value, factor.Channel.Decimals);

    private static string Limit(LiveFactor factor) => StandingWords.Bounds(factor.Standing, "") is { Length: > 0 } bounds ? $" / {bounds}" : "";
}

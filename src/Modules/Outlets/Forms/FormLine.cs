using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Periods;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>One factor on one line of a form: an hour, a day or a month.</summary>
/// <param name="IsOver">Over the limit that decides.</param>
/// <param name="MassMark">How the mass was come by where it was not measured.</param>
/// <param name="Range">Of what has no mean (pH): lowest to highest.</param>
internal readonly record struct FormFigure(decimal? Measured, decimal? Corrected, decimal? Kilograms, bool IsValid, bool IsOver = false, string MassMark = "", string Range = "");

/// <summary>A line of a form.</summary>
/// <param name="Volume">m³ of gas (dry, standard) or water.</param>
/// <param name="Conditions">By factor code.</param>
/// <param name="Figures">By factor code.</param>
internal sealed record FormLine(string Label, decimal? Volume, IReadOnlyDictionary<string, decimal?> Conditions, IReadOnlyDictionary<string, FormFigure> Figures, string Remark)
{
    /// <summary>Behind masses that a rule gave.</summary>
    public const string Replaced = "代";

    /// <summary>Behind masses of what was measured by hand.</summary>
    public const string ByHand = "手";

    public static readonly FormFigure None = new(null, null, null, false);

    public FormFigure Of(string factor) => Figures.GetValueOrDefault(factor, None);

    /// <summary>What stands behind the mass of a day or a longer time.</summary>
    internal static string MassMarkOf(double replaced, double manual) => (replaced > 0 ? Replaced : "") + (manual > 0 ? ByHand : "");

    /// <summary>Means of the conditions over some hours.</summary>
    internal static IReadOnlyDictionary<string, decimal?> ConditionsOf(OutletPeriod period, IReadOnlyCollection<int> hours) =>
        period.Hours.Conditions.ToDictionary(pair => pair.Key, pair => hours.Select(hour => pair.Value[hour]).Average(), StringComparer.Ordinal);

    /// <summary>Volume of some days: each factor's days tell the same.</summary>
    internal static decimal? VolumeOf(IEnumerable<OutletDay> days)
    {
        var volumes = days.GroupBy(day => day.Day).Select(same => same.Max(day => day.Volume)).OfType<double>().ToList();
        return volumes.Count == 0 ? null : volumes.Sum(volume => (decimal)volume);
    }
}

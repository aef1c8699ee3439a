using System.Globalization;
using EcoPark.Standards;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>Reference oxygen as a filing chooses it: a row of the standards' table, or a figure of its own.</summary>
internal static class OxygenChoice
{
    public const string None = "不折算";
    public const string Own = "自定";

    public static readonly IReadOnlyList<string> All = [None, .. ReferenceOxygen.All.Select(Text), Own];

    /// <summary>Percent and where it comes from; null where nothing is corrected.</summary>
    public static (decimal Percent, string Basis)? Of(OutletFiling? filing) => filing switch
    {
        null or { OxygenRule: "" or None } => null,
        { OxygenRule: Own, OwnOxygen: { } own } => ((decimal)own, "备案自定"),
        _ => ReferenceOxygen.All.FirstOrDefault(one => Text(one) == filing.OxygenRule) is { } row
            ? (row.Percent, $"{row.StandardNumber} {row.Plant}{(row.Confidence == Confidence.Recalled ? "（待核对）" : "")}") : null,
    };

    public static string Text(ReferenceOxygen row) => string.Create(CultureInfo.InvariantCulture, $"{row.StandardNumber} {row.Plant} {row.Percent} %");
}

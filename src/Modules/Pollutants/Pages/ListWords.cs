using EcoPark.Standards;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.Pages;

internal static class ListWords
{
    /// <summary>What was not checked against its source is not presented as fact.</summary>
    public static string Of(ListEntry entry) => entry.Confidence == Confidence.Verified ? entry.List.Short : entry.List.Short + "（待核对）";
}

using EcoPark.Platform.Dictionaries;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Kinds;

/// <summary>The catalogue of hazardous wastes as a dictionary: codes below their categories.</summary>
internal static class WasteDictionary
{
    public const string Name = "hazardous-wastes";

    public static ParkDictionary Create() => new(
        Name, "国家危险废物名录", "国家危险废物名录（2021 年版）", HazardousWastes.Edition,
        [.. HazardousWastes.Categories.Select(one => new DictionaryItem(one.Code, one.Name)), .. HazardousWastes.All.Select(waste => new DictionaryItem(waste.Code, Short(waste.Name), waste.Category))]);

    /// <summary>Some of the catalogue's names are paragraphs.</summary>
    private static string Short(string name) => name.Length <= 60 ? name : name[..58] + "……";
}

using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Points;

/// <summary>What is sampled at a point, and by which limits it is judged.</summary>
public static class PointKinds
{
    public const string WasteWater = "废水";
    public const string FlueGas = "有组织废气";
    public const string Rain = "雨水";
    public const string FenceLine = "厂界无组织";
    public const string InPlant = "厂区内无组织";
    public const string Noise = "厂界噪声";

    public static readonly IReadOnlyList<string> All = [WasteWater, FlueGas, Rain, FenceLine, InPlant, Noise];

    /// <summary>Of the chapter on fugitive emissions.</summary>
    public static bool IsFugitive(string kind) => kind is FenceLine or InPlant;

    /// <summary>Only those of the chapter on fugitive emissions, only the others, or all.</summary>
    public static IReadOnlyList<string> Of(bool? isFugitive) => [.. All.Where(kind => isFugitive is null || IsFugitive(kind) == isFugitive)];

    public static Medium MediumOf(string kind) => kind switch
    {
        WasteWater or Rain => Medium.WasteWater,
        FlueGas => Medium.FlueGas,
        FenceLine => Medium.FenceLineAir,
        InPlant => Medium.InPlantAir,
        Noise => Medium.FenceLineNoise,
        _ => Medium.Other,
    };

    /// <summary>Waste water is judged by the mean of its samples of a day, pH and all else by each sample.</summary>
    public static bool IsByDay(string kind, string factor) => MediumOf(kind) == Medium.WasteWater && factor != FactorCodes.Ph;
}

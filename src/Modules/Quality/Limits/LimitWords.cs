namespace EcoPark.Modules.Quality.Limits;

/// <summary>Chinese names of media.</summary>
internal static class LimitWords
{
    public static string Of(Medium medium) => medium switch
    {
        Medium.AmbientAir => "环境空气",
        Medium.FlueGas => "有组织废气",
        Medium.WasteWater => "废水",
        Medium.SurfaceWater => "地表水",
        Medium.Noise => "环境噪声",
        Medium.Groundwater => "地下水",
        Medium.Soil => "土壤",
        Medium.FenceLineAir => "厂界废气",
        Medium.InPlantAir => "厂区内废气",
        Medium.FenceLineNoise => "厂界噪声",
        Medium.IndoorNoise => "室内噪声",
        _ => "其他",
    };
}

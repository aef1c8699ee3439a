namespace EcoPark.Standards;

/// <summary>What is measured, as far as limits, rules of validity and of averaging differ.</summary>
public enum Medium
{
    /// <summary>环境空气.</summary>
    AmbientAir,

    /// <summary>废气有组织.</summary>
    FlueGas,

    /// <summary>废水, rain water of a park included.</summary>
    WasteWater,

    /// <summary>地表水.</summary>
    SurfaceWater,

    /// <summary>环境噪声 (GB 3096).</summary>
    Noise,
    Other,

    /// <summary>地下水.</summary>
    Groundwater,

    /// <summary>土壤.</summary>
    Soil,

    /// <summary>废气无组织, at the fence line (厂界).</summary>
    FenceLineAir,

    /// <summary>废气无组织, within the plant (厂区内).</summary>
    InPlantAir,

    /// <summary>厂界噪声 (GB 12348).</summary>
    FenceLineNoise,

    /// <summary>室内结构传声 (GB 12348 table 2).</summary>
    IndoorNoise,
}

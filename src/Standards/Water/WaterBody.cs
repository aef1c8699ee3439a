namespace EcoPark.Standards;

/// <summary>Kind of a surface water: GB 3838-2002 limits total phosphorus of rivers and of lakes differently, total nitrogen of lakes and reservoirs alone.</summary>
public enum WaterBody
{
    /// <summary>江河、渠道.</summary>
    River,

    /// <summary>湖泊、水库.</summary>
    Lake,

    /// <summary>近岸海域: GB 3838 does not apply (clause 1; GB 3097 does, which the library does not hold).</summary>
    Sea,
}

namespace EcoPark.Standards.Water;

/// <summary>水质类别, GB 3838-2002 clause 3 and GB/T 14848-2017 clause 4.</summary>
public enum WaterClass
{
    I = 1,
    II,
    III,
    IV,
    V,

    /// <summary>劣 Ⅴ 类 (surface water only).</summary>
    InferiorV,
}

/// <summary>Chinese names of the classes.</summary>
public static class WaterClassText
{
    /// <summary>Ⅰ类 … 劣Ⅴ类.</summary>
    public static string Chinese(this WaterClass waterClass) => waterClass == WaterClass.InferiorV ? "劣Ⅴ类" : waterClass.Numeral() + "类";

    /// <summary>Ⅰ … Ⅴ as the limit rows write it; 劣Ⅴ beyond.</summary>
    public static string Numeral(this WaterClass waterClass) => waterClass switch
    {
        WaterClass.I => "Ⅰ",
        WaterClass.II => "Ⅱ",
        WaterClass.III => "Ⅲ",
        WaterClass.IV => "Ⅳ",
        WaterClass.V => "Ⅴ",
        _ => "劣Ⅴ",
    };

    /// <summary>#RRGGBB of the class on maps, 《地表水环境质量评价办法（试行）》(环办〔2011〕22 号).</summary>
    public static string Colour(this WaterClass waterClass) => waterClass switch
    {
        WaterClass.I => "#CCFFFF",
        WaterClass.II => "#00CCFF",
        WaterClass.III => "#00FF00",
        WaterClass.IV => "#FFFF00",
        WaterClass.V => "#FF9B00",
        _ => "#FF0000",
    };
}

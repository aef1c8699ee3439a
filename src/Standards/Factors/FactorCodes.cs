namespace EcoPark.Standards;

/// <summary>Codes of factors (HJ 524, HJ 525, HJ 212-2017 appendix B) that the code speaks of by name; the table of all is <see cref="FactorTable"/>.</summary>
public static class FactorCodes
{
    /// <summary>废气流量.</summary>
    public const string GasFlow = "a00000";

    /// <summary>温度.</summary>
    public const string AirTemperature = "a01001";

    /// <summary>湿度.</summary>
    public const string Humidity = "a01002";

    /// <summary>气压.</summary>
    public const string AirPressure = "a01006";

    /// <summary>风速.</summary>
    public const string WindSpeed = "a01007";

    /// <summary>风向.</summary>
    public const string WindDirection = "a01008";

    /// <summary>烟气流速.</summary>
    public const string FlueGasVelocity = "a01011";

    /// <summary>烟气温度.</summary>
    public const string FlueGasTemperature = "a01012";

    /// <summary>烟气压力.</summary>
    public const string FlueGasPressure = "a01013";

    /// <summary>烟气湿度.</summary>
    public const string FlueGasMoisture = "a01014";

    /// <summary>臭氧.</summary>
    public const string Ozone = "a05024";

    /// <summary>臭氧日最大 8 小时平均: a quantity of its own beside the mean of the day; the code is the platform's.</summary>
    public const string OzoneEightHours = "a05024-8h";

    /// <summary>总悬浮颗粒物.</summary>
    public const string SuspendedParticles = "a34001";

    /// <summary>空气中的铅.</summary>
    public const string LeadInAir = "a20044";

    /// <summary>空气中的苯并[a]芘.</summary>
    public const string BenzoPyreneInAir = "a25044";

    /// <summary>氧气含量.</summary>
    public const string Oxygen = "a19001";

    /// <summary>氮氧化物.</summary>
    public const string NitrogenOxides = "a21002";

    /// <summary>一氧化氮.</summary>
    public const string NitricOxide = "a21003";

    /// <summary>二氧化氮.</summary>
    public const string NitrogenDioxide = "a21004";

    /// <summary>一氧化碳.</summary>
    public const string CarbonMonoxide = "a21005";

    /// <summary>二氧化硫.</summary>
    public const string SulphurDioxide = "a21026";

    /// <summary>硫化氢.</summary>
    public const string HydrogenSulphide = "a21028";

    /// <summary>非甲烷总烃.</summary>
    public const string NonMethaneHydrocarbons = "a24088";

    /// <summary>PM₁₀.</summary>
    public const string Pm10 = "a34002";

    /// <summary>PM₂.₅.</summary>
    public const string Pm25 = "a34004";

    /// <summary>烟尘.</summary>
    public const string Particles = "a34013";

    /// <summary>污水流量.</summary>
    public const string WaterFlow = "w00000";

    /// <summary>pH 值.</summary>
    public const string Ph = "w01001";

    /// <summary>色度.</summary>
    public const string Colour = "w01002";

    /// <summary>浊度.</summary>
    public const string Turbidity = "w01003";

    /// <summary>溶解氧.</summary>
    public const string DissolvedOxygen = "w01009";

    /// <summary>水温.</summary>
    public const string WaterTemperature = "w01010";

    /// <summary>电导率.</summary>
    public const string Conductivity = "w01014";

    /// <summary>五日生化需氧量.</summary>
    public const string BiochemicalOxygenDemand = "w01017";

    /// <summary>化学需氧量.</summary>
    public const string ChemicalOxygenDemand = "w01018";

    /// <summary>高锰酸盐指数.</summary>
    public const string PermanganateIndex = "w01019";

    /// <summary>总有机碳.</summary>
    public const string OrganicCarbon = "w01020";

    /// <summary>粪大肠菌群.</summary>
    public const string FaecalColiforms = "w02003";

    /// <summary>六价铬.</summary>
    public const string HexavalentChromium = "w20117";

    /// <summary>砷.</summary>
    public const string Arsenic = "w20141";

    /// <summary>汞.</summary>
    public const string Mercury = "w20142";

    /// <summary>镉.</summary>
    public const string Cadmium = "w20143";

    /// <summary>铅.</summary>
    public const string Lead = "w20144";

    /// <summary>总氮.</summary>
    public const string TotalNitrogen = "w21001";

    /// <summary>氨氮.</summary>
    public const string AmmoniaNitrogen = "w21003";

    /// <summary>亚硝酸盐.</summary>
    public const string Nitrite = "w21006";

    /// <summary>硝酸盐.</summary>
    public const string Nitrate = "w21007";

    /// <summary>总磷.</summary>
    public const string TotalPhosphorus = "w21011";

    /// <summary>氰化物.</summary>
    public const string Cyanide = "w21016";

    /// <summary>氯化物.</summary>
    public const string Chloride = "w21022";

    /// <summary>硫酸盐.</summary>
    public const string Sulphate = "w21038";
}

namespace EcoPark.Standards.Air;

/// <summary>Codes, names and units of the six pollutants.</summary>
public static class AirPollutantText
{
    /// <summary>PM₂.₅, O₃ … as the interface writes them.</summary>
    public static string Symbol(this AirPollutant pollutant) => pollutant switch
    {
        AirPollutant.SulphurDioxide => "SO₂",
        AirPollutant.NitrogenDioxide => "NO₂",
        AirPollutant.CarbonMonoxide => "CO",
        AirPollutant.Ozone => "O₃",
        AirPollutant.Pm10 => "PM₁₀",
        _ => "PM₂.₅",
    };

    /// <summary>Code of HJ 524; a05024 of ozone is recalled.</summary>
    public static string Code(this AirPollutant pollutant) => pollutant switch
    {
        AirPollutant.SulphurDioxide => FactorCodes.SulphurDioxide,
        AirPollutant.NitrogenDioxide => FactorCodes.NitrogenDioxide,
        AirPollutant.CarbonMonoxide => FactorCodes.CarbonMonoxide,
        AirPollutant.Ozone => FactorCodes.Ozone,
        AirPollutant.Pm10 => FactorCodes.Pm10,
        _ => FactorCodes.Pm25,
    };

    /// <summary>Pollutants named in a list (CO、SO2); null where a name is none of the six.</summary>
    public static IReadOnlySet<AirPollutant>? Parse(string list)
    {
        var pollutants = new HashSet<AirPollutant>();
        foreach (var name in list.Split(['、', '，', ',', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var key = FactorTable.KeyOf(name, Medium.AmbientAir);
            if (Enum.GetValues<AirPollutant>().Cast<AirPollutant?>().FirstOrDefault(one => one!.Value.Code() == key) is not { } pollutant)
                return null;
            pollutants.Add(pollutant);
        }

        return pollutants;
    }

    /// <summary>Unit of the breakpoints and of reports.</summary>
    public static Unit Unit(this AirPollutant pollutant) =>
        pollutant == AirPollutant.CarbonMonoxide ? Standards.Unit.MilligramsPerCubicMetre : Standards.Unit.MicrogramsPerCubicMetre;

    /// <summary>Concentration as reports state it: whole μg/m³, CO to 0.1 mg/m³ (HJ 633-2026 chapter 5; HJ 663-2013 likewise, recalled).</summary>
    public static decimal Rounded(this AirPollutant pollutant, decimal concentration) =>
        Rounding.ToDecimals(concentration, pollutant == AirPollutant.CarbonMonoxide ? 1 : 0);

    /// <summary>敏感人群, HJ 633-2026 table 2.</summary>
    public static string SensitiveGroups(this AirPollutant pollutant) => pollutant switch
    {
        AirPollutant.SulphurDioxide => "哮喘患者、青少年儿童、老年人",
        AirPollutant.NitrogenDioxide => "呼吸系统疾病（如哮喘）患者、青少年儿童、老年人",
        AirPollutant.CarbonMonoxide => "心血管疾病患者",
        AirPollutant.Ozone => "呼吸系统疾病患者、青少年儿童、常在户外活动者、老年人",
        _ => "心血管或呼吸系统疾病患者、青少年儿童、常在户外活动者、老年人",
    };
}

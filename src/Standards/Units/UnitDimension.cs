namespace EcoPark.Standards;

/// <summary>What kind of quantity a unit measures; only units of one dimension convert freely.</summary>
public enum UnitDimension
{
    /// <summary>Mass in a volume of gas; base mg/m³.</summary>
    MassInGas,

    /// <summary>Volume or amount share in gas; base μmol/mol (ppm).</summary>
    ShareInGas,

    /// <summary>Mass in a volume of water; base mg/L.</summary>
    MassInWater,

    /// <summary>Mass in a mass of solid; base mg/kg.</summary>
    MassInSolid,

    /// <summary>Emitted mass a time; base kg/h.</summary>
    MassRate,

    /// <summary>Mass; base kg.</summary>
    Mass,

    /// <summary>Flow; base m³/h.</summary>
    VolumeRate,

    /// <summary>Volume; base m³.</summary>
    Volume,

    /// <summary>Toxicity equivalents in gas; base ng-TEQ/m³.</summary>
    ToxicityInGas,

    /// <summary>Colonies, organisms in a volume of water; base one a litre.</summary>
    CountInWater,

    /// <summary>Length or speed and all else that has one unit only.</summary>
    Single,
}

namespace EcoPark.Standards;

/// <summary>A unit by its symbol, with what it takes to convert it.</summary>
/// <param name="Symbol">Symbol as the interface shows it, for example mg/m³.</param>
/// <param name="Dimension">Kind of quantity.</param>
/// <param name="Scale">How many base units of the dimension one of this unit is; exact.</param>
public sealed record Unit(string Symbol, UnitDimension Dimension, decimal Scale)
{
    public static readonly Unit MilligramsPerCubicMetre = new("mg/m³", UnitDimension.MassInGas, 1m);
    public static readonly Unit MicrogramsPerCubicMetre = new("μg/m³", UnitDimension.MassInGas, 0.001m);
    public static readonly Unit PartsPerMillion = new("μmol/mol", UnitDimension.ShareInGas, 1m);
    public static readonly Unit PartsPerBillion = new("nmol/mol", UnitDimension.ShareInGas, 0.001m);
    public static readonly Unit MilligramsPerLitre = new("mg/L", UnitDimension.MassInWater, 1m);
    public static readonly Unit MicrogramsPerLitre = new("μg/L", UnitDimension.MassInWater, 0.001m);
    public static readonly Unit MilligramsPerKilogram = new("mg/kg", UnitDimension.MassInSolid, 1m);
    public static readonly Unit KilogramsPerHour = new("kg/h", UnitDimension.MassRate, 1m);
    public static readonly Unit Kilograms = new("kg", UnitDimension.Mass, 1m);
    public static readonly Unit Tonnes = new("t", UnitDimension.Mass, 1000m);
    public static readonly Unit CubicMetresPerHour = new("m³/h", UnitDimension.VolumeRate, 1m);
    public static readonly Unit CubicMetres = new("m³", UnitDimension.Volume, 1m);
    public static readonly Unit Decibel = new("dB(A)", UnitDimension.Single, 1m);
    public static readonly Unit DegreeCelsius = new("℃", UnitDimension.Single, 1m);
    public static readonly Unit Percent = new("%", UnitDimension.Single, 1m);

    /// <summary>无量纲: pH, odour.</summary>
    public static readonly Unit None = new("无量纲", UnitDimension.Single, 1m);

    /// <summary>A mass in a volume of gas or water: times a flow it gives an emitted mass.</summary>
    public bool IsMassPerVolume => Dimension is UnitDimension.MassInGas or UnitDimension.MassInWater;

    /// <summary>A concentration: cannot be below zero, and is never quite the same for hours.</summary>
    public bool IsConcentration => IsMassPerVolume || Dimension is UnitDimension.ShareInGas or UnitDimension.MassInSolid or UnitDimension.ToxicityInGas;

    /// <summary>The unit of a symbol in any of the usual spellings (ug/m3, ppm, 毫克/升 …); an unknown symbol stands for itself.</summary>
    public static Unit Of(string symbol) => UnitTable.Find(symbol) ?? new Unit(symbol.Trim(), UnitDimension.Single, 1m);

    public override string ToString() => Symbol;
}

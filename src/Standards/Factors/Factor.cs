namespace EcoPark.Standards;

/// <summary>A monitoring factor as the standards library knows it.</summary>
/// <param name="Key">Code of HJ 212 annex B / HJ 524 / HJ 525 where there is one, else the Chinese name.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Unit">Usual unit.</param>
/// <param name="Decimals">Decimal places it is reported with; null where none is laid down.</param>
/// <param name="MolarMass">g/mol for gases whose share converts to a mass; null elsewhere. NOx counts as NO2, VOC as what the method says.</param>
/// <param name="Confidence">Of code and name.</param>
public sealed record Factor(string Key, string Name, Unit Unit, int? Decimals, decimal? MolarMass, Confidence Confidence)
{
    /// <summary>Whether <see cref="Key"/> is a code and not just the name.</summary>
    public bool HasCode => Key != Name;
}

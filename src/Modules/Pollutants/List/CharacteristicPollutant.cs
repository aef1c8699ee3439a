using EcoPark.Platform.Records;

namespace EcoPark.Modules.Pollutants.List;

/// <summary>A characteristic pollutant (特征污染物) of an enterprise in one element, with why it is in the list.</summary>
public sealed class CharacteristicPollutant : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Element { get; set; } = "";

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>排放量大.</summary>
    public bool? IsMuch { get; set; }

    /// <summary>行业特征明显.</summary>
    public bool? IsTypical { get; set; }

    /// <summary>高毒害性.</summary>
    public bool? IsToxic { get; set; }

    /// <summary>难降解.</summary>
    public bool? IsPersistent { get; set; }

    /// <summary>异味.</summary>
    public bool? IsOdorous { get; set; }

    /// <summary>National lists that name it, as far as they were verified.</summary>
    public string Lists { get; set; } = "";

    /// <summary>All of these in words.</summary>
    public string Features { get; set; } = "";

    public string Source { get; set; } = "";

    public string Evidence { get; set; } = "";

    public string Standard { get; set; } = "";

    public double? Limit { get; set; }

    public string Unit { get; set; } = "";

    /// <summary>First year that it is in the list.</summary>
    public int? Since { get; set; }

    /// <summary>Last year; null while it is.</summary>
    public int? Until { get; set; }

    public string UntilWhy { get; set; } = "";

    public bool HoldsIn(int year) => Since <= year && (Until is null || Until >= year);
}

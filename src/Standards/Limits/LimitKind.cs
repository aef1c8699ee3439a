namespace EcoPark.Standards;

/// <summary>What a limit bounds.</summary>
public enum LimitKind
{
    /// <summary>浓度, also levels and counts.</summary>
    Concentration,

    /// <summary>最高允许排放速率, kg/h.</summary>
    EmissionRate,

    /// <summary>去除效率, %; a lower bound.</summary>
    RemovalEfficiency,

    /// <summary>单位产品排放量.</summary>
    EmissionPerProduct,

    /// <summary>Value from which treatment becomes due.</summary>
    Trigger,

    /// <summary>许可排放量 of a permit, a mass in a period.</summary>
    PermittedMass,

    /// <summary>Where a class begins, not a limit to be met: class V of GB/T 14848 lies beyond class IV.</summary>
    ClassBoundary,
}

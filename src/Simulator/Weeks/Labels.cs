namespace EcoPark.Simulator.Weeks;

/// <summary>What was done to the data of a generated week on purpose; the names are those of the platform's kinds of alarm.</summary>
public enum LabelKind
{
    OverLimit,
    ConstantValue,
    ZeroValue,
    NegativeValue,
    Spike,
    OutOfRange,
    ImplausibleRatio,
    LevelChange,
    FlowWithoutConcentration,
    DataWhileStopped,
    HourMismatch,
    DeviceFault,
    OffLine,
    MissingData,
}

/// <summary>A labelled event.</summary>
/// <param name="Mn">Logger.</param>
/// <param name="Factor">Code; empty where it is about the logger as a whole.</param>
/// <param name="Kind">What is to be found.</param>
/// <param name="From">Wall clock.</param>
/// <param name="To">Wall clock, exclusive.</param>
public sealed record Label(string Mn, string Factor, LabelKind Kind, DateTime From, DateTime To);

/// <summary>A plan that the enterprise has filed, during which nothing may be raised.</summary>
/// <param name="Mn">Logger of its outlet.</param>
/// <param name="Kind">Chinese, as the record of exemption plans knows it.</param>
/// <param name="From">Wall clock.</param>
/// <param name="To">Wall clock.</param>
public sealed record FiledPlan(string Mn, string Kind, DateTime From, DateTime To);

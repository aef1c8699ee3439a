using EcoPark.Modules.Ldar.Surveys;

namespace EcoPark.Modules.Ldar.FieldWork;

/// <summary>Whose phone it is: what a phone keeps is kept for this account alone.</summary>
public sealed record FieldUser(int Id, string Name)
{
    internal static FieldUser Current => new(Platform.Security.Actor.Current.AccountId ?? 0, Platform.Security.Actor.Current.Name);
}

/// <summary>A survey that can be taken along.</summary>
/// <param name="Round">Name of its round; empty where it has none.</param>
public sealed record FieldSurvey(int Id, string Code, string Enterprise, string Unit, string UnitName, DateOnly? Day, string Inspector, string Instrument, string Round);

/// <summary>Surveys to choose from, the newest first.</summary>
public sealed record FieldSurveys(FieldUser User, bool MaySend, IReadOnlyList<FieldSurvey> Surveys);

/// <summary>A calibration or drift check of the survey's day.</summary>
public sealed record FieldCalibration(string Kind, DateTime? At, double? Nominal, double? Reading, double? Deviation, string Verdict);

/// <summary>The instrument and how it did on the day.</summary>
public sealed record FieldInstrument(string Serial, string Model, double? Range, DateOnly? VerifiedTo, IReadOnlyList<FieldCalibration> Calibrations);

/// <summary>A background of the unit, the instrument and the day.</summary>
public sealed record FieldBackground(DateTime At, double Ppm);

/// <summary>A seal to be read.</summary>
/// <param name="IsDue">The round, or without one the plan, asks for it; others of the unit can be read all the same.</param>
/// <param name="Limit">By which a net value is judged on the survey's day, ppm.</param>
/// <param name="IsLimitInclusive">A net value that equals it leaks.</param>
/// <param name="Refusal">Why no reading of it is taken; <see langword="null"/> where one is.</param>
public sealed record FieldPoint(int Id, string Code, string Name, string Kind, string Place, string Equipment, string Fluid, string State, bool IsDue, double? Limit, bool IsLimitInclusive, string LimitBasis, DateOnly? LastTest, string? Refusal);

/// <summary>A reading that the platform has, of this survey or another of the round.</summary>
public sealed record FieldReading(int PointId, DateTime At, double? Reading, double? Net, bool? IsLeak);

/// <summary>Refusals in the server's words; the phone fills in {at}, {background} and {ppm}.</summary>
/// <param name="NotVerified">The instrument is out of its verification on the survey's day; <see langword="null"/> where it is not.</param>
public sealed record FieldWords(string NoBackground, string BeforeBackground, string BeforeCalibration, string OutOfRange, string? NotVerified);

/// <summary>All that a phone needs of a survey to do it without network.</summary>
/// <param name="Offset">Of the park's clock to UTC on that day, “+08:00”.</param>
/// <param name="Total">Seals that there are; more than <see cref="FieldReader.MostPoints"/> are not taken along at once.</param>
public sealed record FieldSheet(
    FieldUser User, bool MaySend, FieldSurvey Survey, DateTime ReadAt, string Offset, DateTime? CalibratedAt, double? CalibrationPpm, string Weather, double? WindSpeed, FieldInstrument Instrument,
    IReadOnlyList<FieldBackground> Backgrounds, IReadOnlyList<FieldPoint> Points, int Total, IReadOnlyList<FieldReading> Readings, FieldWords Words);

using EcoPark.Alarms;
using EcoPark.Analysis.Forecasts;

namespace EcoPark.Forecasting;

/// <summary>Names a forecast: one factor at one monitoring point.</summary>
/// <param name="PointId">Monitoring point.</param>
/// <param name="Factor">Factor code.</param>
public readonly record struct ForecastKey(int PointId, string Factor);

/// <summary>Limit whose exceedance is forecast.</summary>
/// <param name="Value">In the unit of the factor.</param>
/// <param name="Standard">Where it stands, Chinese: “GB 3095-2026 二级 日平均”.</param>
/// <param name="Text">As it is written there, with what is to be known of it: “≤ 50 mg/m³”.</param>
/// <param name="IsOfDay">It limits the mean of a day: hours are not asked about it.</param>
public sealed record ForecastLimit(double Value, string Standard, string Text, bool IsOfDay = false)
{
    /// <summary>The basis of a warning.</summary>
    public string Basis => $"{Standard} {Text}".Trim();
}

/// <summary>Hours to learn from and to forecast from.</summary>
/// <param name="Table">Every hour of a range; the column of the target bears the factor's code, NaN wherever the hour does not count.</param>
/// <param name="Bearings">See <see cref="ForecastOptions.Bearings"/>.</param>
public sealed record ForecastHours(HourlyTable Table, IReadOnlyDictionary<string, double> Bearings)
{
    /// <summary>No place but the subject's own.</summary>
    public static readonly IReadOnlyDictionary<string, double> NoBearings = new Dictionary<string, double>();
}

/// <summary>Something that is forecast: a factor of a station, or of an outlet. The module that knows its hours and limits implements it.</summary>
public interface IForecastSubject
{
    ForecastKey Key { get; }

    /// <summary>What a warning is about: point, channel, factor with unit and decimals.</summary>
    AlarmSubject Alarm { get; }

    /// <summary>What helps, or is used, while there is no forecast; Chinese, a whole sentence, or empty.</summary>
    string WithoutForecast { get; }

    /// <summary>The upper limit in force; null where there is none.</summary>
    /// <param name="at">UTC.</param>
    ForecastLimit? LimitAt(DateTime at);

    /// <summary>Whether a filed plan says that nobody wants to be warned.</summary>
    /// <param name="at">UTC, start of an hour.</param>
    Task<bool> IsExcused(DateTime at, CancellationToken cancellationToken);

    /// <summary>Every hour of a range with the columns that may explain the factor; null where the factor has no column.</summary>
    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive; the last row is the hour before.</param>
    Task<ForecastHours?> Hours(DateTime from, DateTime to, CancellationToken cancellationToken);

    /// <summary>The hours of a range that count, by their start (UTC).</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, exclusive.</param>
    Task<IReadOnlyDictionary<DateTime, double>> Measured(DateTime from, DateTime to, CancellationToken cancellationToken);
}

/// <summary>All that a module wants forecast.</summary>
public interface IForecastSubjects
{
    /// <summary>Within the actor's scope, in an order that stays.</summary>
    Task<IReadOnlyList<IForecastSubject>> All(CancellationToken cancellationToken);
}

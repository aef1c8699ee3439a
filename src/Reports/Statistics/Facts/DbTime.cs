using System.Linq.Expressions;
using EcoPark.Platform.Time;

namespace EcoPark.Reports.Statistics;

/// <summary>When a row of a table was: a day of the park's zone or an instant in UTC.</summary>
public sealed class DbTime
{
    /// <summary>Hours that the park's clock is ahead: databases know no zones alike. China has had no other time since 1991.</summary>
    private const double Ahead = 8;

    /// <summary>Rows have no time.</summary>
    public static readonly DbTime None = new(null, null);

    private readonly LambdaExpression? _time;

    /// <summary>Whether it is given, of times that need not be.</summary>
    private readonly LambdaExpression? _isGiven;

    private DbTime(LambdaExpression? time, LambdaExpression? isGiven) => (_time, _isGiven) = (time, isGiven);

    public static DbTime Day<TFact>(Expression<Func<TFact, DateOnly>> day) => new(day, null);

    public static DbTime Instant<TFact>(Expression<Func<TFact, DateTime>> utc) => new(utc, null);

    /// <summary>By a property of the row, of days or instants; rows where it is not given have no time and are left out.</summary>
    public static DbTime Of(Type row, System.Reflection.PropertyInfo property)
    {
        var one = Expression.Parameter(row);
        var value = Expression.Property(one, property);
        return Nullable.GetUnderlyingType(property.PropertyType) is null
            ? new(Expression.Lambda(value, one), null)
            : new(Expression.Lambda(Expression.Property(value, nameof(Nullable<int>.Value)), one), Expression.Lambda(Expression.Property(value, nameof(Nullable<int>.HasValue)), one));
    }

    /// <summary>Rows of these days; null where rows have no time.</summary>
    internal LambdaExpression? Within(DateOnly first, DateOnly last)
    {
        if (_time is null)
            return null;
        var row = Expression.Parameter(_time.Parameters[0].Type);
        LambdaExpression within = _time.ReturnType == typeof(DateOnly) ? Days(first, last) : Instants(Start(first), Start(last.AddDays(1)));
        var inside = within.On(_time.On(row));
        return Expression.Lambda(_isGiven is null ? inside : Expression.AndAlso(_isGiven.On(row), inside), row);
    }

    /// <summary>Number of the period: see <see cref="PeriodGrains"/>.</summary>
    internal LambdaExpression PeriodOf(PeriodGrain grain)
    {
        var row = Expression.Parameter(_time!.Parameters[0].Type);
        LambdaExpression number = _time.ReturnType == typeof(DateOnly) ? OfDay(grain) : OfInstant(grain);
        return Expression.Lambda(number.On(_time.On(row)), row);
    }

    private static Expression<Func<DateOnly, bool>> Days(DateOnly first, DateOnly last) => day => day >= first && day <= last;

    private static Expression<Func<DateTime, bool>> Instants(DateTime from, DateTime to) => time => time >= from && time < to;

    private static Expression<Func<DateOnly, int>> OfDay(PeriodGrain grain) => grain switch
    {
        PeriodGrain.Day => day => (day.Year * 10_000) + (day.Month * 100) + day.Day,
        PeriodGrain.Month => day => (day.Year * 100) + day.Month,
        PeriodGrain.Quarter => day => (day.Year * 10) + ((day.Month + 2) / 3),
        _ => day => day.Year,
    };

    private static Expression<Func<DateTime, int>> OfInstant(PeriodGrain grain) => grain switch
    {
        PeriodGrain.Day => time => (time.AddHours(Ahead).Year * 10_000) + (time.AddHours(Ahead).Month * 100) + time.AddHours(Ahead).Day,
        PeriodGrain.Month => time => (time.AddHours(Ahead).Year * 100) + time.AddHours(Ahead).Month,
        PeriodGrain.Quarter => time => (time.AddHours(Ahead).Year * 10) + ((time.AddHours(Ahead).Month + 2) / 3),
        _ => time => time.AddHours(Ahead).Year,
    };

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}

using System.Globalization;
using EcoPark.Analysis.Forecasts;
using EcoPark.Platform.Time;

namespace EcoPark.Forecasting.Pages;

/// <summary>Figures and methods of forecasts in words.</summary>
internal static class ForecastText
{
    /// <summary>With the factor's decimals, one at least.</summary>
    public static string Figure(double? value, int decimals) => value is { } number ? number.ToString("F" + Math.Max(decimals, 1), CultureInfo.InvariantCulture) : "—";

    /// <summary>1 − mean square error / that of persistence.</summary>
    public static string Skill(double? rmse, double? persistence) => rmse is { } error && persistence is > 0 and var other ? (1 - (error * error / (other * other))).ToString("F2", CultureInfo.InvariantCulture) : "—";

    public static string Share(double? share) => share is { } number ? number.ToString("P0", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>24 hours from an instant on.</summary>
    public static string Window(DateTime from) => string.Create(CultureInfo.InvariantCulture, $"{ParkTime.FromUtc(from):MM-dd HH:mm} 起 24 小时");

    public static string Method(ForecastMethod method) => method switch { ForecastMethod.Persistence => "持续", ForecastMethod.Climatology => "气候", ForecastMethod.Autoregressive => "季节回归", ForecastMethod.Boosting => "梯度提升树", _ => "融合" };
}

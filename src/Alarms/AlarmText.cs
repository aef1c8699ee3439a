using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Alarms;

/// <summary>Values and times of alarms as pages write them.</summary>
public static class AlarmText
{
    public static string Value(double? value, Alarm alarm) => value is { } number ? $"{number.ToString("0.####", CultureInfo.InvariantCulture)} {alarm.Unit}".TrimEnd() : "";

    public static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

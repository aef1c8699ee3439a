using System.Globalization;

namespace EcoPark.Hj212;

/// <summary>A request or notice from the upper system to a device: command code and data area. Made by the named methods (HJ 212-2017 annex C).</summary>
/// <param name="Command">CN.</param>
/// <param name="DataArea">What stands between CP=&amp;&amp; and &amp;&amp;.</param>
public sealed record Request(CommandCode Command, string DataArea)
{
    private const string TimeFormat = "yyyyMMddHHmmss";

    /// <summary>Notices (2012, 2022) are answered 9013; requests 9011 and then 9012.</summary>
    public bool IsNotice => Command is CommandCode.StopRealTimeData or CommandCode.StopFacilityState;

    /// <summary>1000.</summary>
    public static Request SetTimeoutAndRetries(int timeoutSeconds, int retries) =>
        new(CommandCode.SetTimeoutAndRetries, Text($"OverTime={timeoutSeconds};ReCount={retries}"));

    /// <summary>1011, of the logger or of one analyser.</summary>
    public static Request FetchDeviceTime(string? factor = null) => new(CommandCode.DeviceTime, Analyser(factor));

    /// <summary>1012.</summary>
    public static Request SetDeviceTime(DateTime wallClock, string? factor = null) =>
        new(CommandCode.SetDeviceTime, (factor is null ? "" : Analyser(factor) + ";") + Text($"SystemTime={Time(wallClock)}"));

    /// <summary>1061.</summary>
    public static Request FetchRealTimeInterval() => new(CommandCode.RealTimeInterval, "");

    /// <summary>1062, seconds.</summary>
    public static Request SetRealTimeInterval(int seconds) => new(CommandCode.SetRealTimeInterval, Text($"RtdInterval={seconds}"));

    /// <summary>1063.</summary>
    public static Request FetchMinuteInterval() => new(CommandCode.MinuteInterval, "");

    /// <summary>1064, minutes.</summary>
    public static Request SetMinuteInterval(int minutes) => new(CommandCode.SetMinuteInterval, Text($"MinInterval={minutes}"));

    /// <summary>1072.</summary>
    public static Request SetPassword(string newPassword) => new(CommandCode.SetPassword, $"NewPW={newPassword}");

    /// <summary>2011.</summary>
    public static Request StartRealTimeData() => new(CommandCode.RealTimeData, "");

    /// <summary>2012.</summary>
    public static Request StopRealTimeData() => new(CommandCode.StopRealTimeData, "");

    /// <summary>2021.</summary>
    public static Request StartFacilityState() => new(CommandCode.FacilityState, "");

    /// <summary>2022.</summary>
    public static Request StopFacilityState() => new(CommandCode.StopFacilityState, "");

    /// <summary>2051: minute data with begin ≤ DataTime ≤ end.</summary>
    public static Request FetchMinuteData(DateTime begin, DateTime end) => new(CommandCode.MinuteData, Between(begin, end));

    /// <summary>2061.</summary>
    public static Request FetchHourlyData(DateTime begin, DateTime end) => new(CommandCode.HourlyData, Between(begin, end));

    /// <summary>2031.</summary>
    public static Request FetchDailyData(DateTime begin, DateTime end) => new(CommandCode.DailyData, Between(begin, end));

    /// <summary>2041.</summary>
    public static Request FetchFacilityRunTime(DateTime begin, DateTime end) => new(CommandCode.FacilityDailyRunTime, Between(begin, end));

    /// <summary>3011.</summary>
    public static Request ZeroSpanCalibration(string factor) => new(CommandCode.ZeroSpanCalibration, Analyser(factor));

    /// <summary>3012.</summary>
    public static Request SampleNow(string factor) => new(CommandCode.SampleNow, Analyser(factor));

    /// <summary>3013.</summary>
    public static Request CleanOrBlowBack(string factor) => new(CommandCode.CleanOrBlowBack, Analyser(factor));

    /// <summary>3014.</summary>
    public static Request ComparisonSampling(string factor) => new(CommandCode.ComparisonSampling, Analyser(factor));

    /// <summary>3015.</summary>
    public static Request RetainSample() => new(CommandCode.RetainedSample, "");

    /// <summary>3016: first sample of the day and period in hours.</summary>
    public static Request SetSamplingPeriod(string factor, TimeOnly start, int hours) =>
        new(CommandCode.SetSamplingPeriod, Text($"{Analyser(factor)};CstartTime={start:HHmmss};Ctime={hours}"));

    /// <summary>3017.</summary>
    public static Request FetchSamplingPeriod(string factor) => new(CommandCode.SamplingPeriod, Analyser(factor));

    /// <summary>3018.</summary>
    public static Request FetchSampleOutputTime(string factor) => new(CommandCode.SampleOutputTime, Analyser(factor));

    /// <summary>3019.</summary>
    public static Request FetchDeviceIdentity(string factor) => new(CommandCode.DeviceIdentity, Analyser(factor));

    /// <summary>3020: log, states or parameters of an analyser.</summary>
    public static Request FetchDeviceInformation(string factor, string infoId, DateTime? begin = null, DateTime? end = null) =>
        new(
            CommandCode.DeviceInformation,
            $"{Analyser(factor)};InfoId={infoId}" + (begin is { } from && end is { } to ? Text($";BeginTime={Time(from)},EndTime={Time(to)}") : ""));

    /// <summary>3021.</summary>
    public static Request SetDeviceParameter(string factor, string infoId, string value) =>
        new(CommandCode.SetDeviceParameter, $"{Analyser(factor)};InfoId={infoId};{infoId}-Info={value}");

    private static string Analyser(string? factor) => factor is null ? "" : $"PolId={factor}";

    private static string Between(DateTime begin, DateTime end) => $"BeginTime={Time(begin)};EndTime={Time(end)}";

    private static string Time(DateTime wallClock) => wallClock.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

namespace EcoPark.Hj212;

/// <summary>A request or notice from the upper system to a device: command code and data area. Made by the named methods (HJ 212-2017 annex C).</summary>
/// <param name="Command">CN.</param>
/// <param name="DataArea">What stands between CP=&amp;&amp; and &amp;&amp;.</param>
public sealed record Request(CommandCode Command, string DataArea)
{
    /// <summary>Notices (2012, 2022) are answered 9013; requests 9011 and then 9012.</summary>
    public bool IsNotice => Command is CommandCode.StopRealTimeData or CommandCode.StopFacilityState;

    /// <summary>1000.</summary>
    public static Request SetTimeoutAndRetries(int timeoutSeconds, int retries) =>
        Of(CommandCode.SetTimeoutAndRetries, new TimeoutAndRetries(timeoutSeconds, retries));

    /// <summary>1011, of the logger or of one analyser.</summary>
    public static Request FetchDeviceTime(string? factor = null) => Of(CommandCode.DeviceTime, new AnalyserNamed(factor));

    /// <summary>1012.</summary>
    public static Request SetDeviceTime(DateTime wallClock, string? factor = null) => Of(CommandCode.SetDeviceTime, new DeviceClock(factor, wallClock));

    /// <summary>1061.</summary>
    public static Request FetchRealTimeInterval() => new(CommandCode.RealTimeInterval, "");

    /// <summary>1062, seconds.</summary>
    public static Request SetRealTimeInterval(int seconds) => Of(CommandCode.SetRealTimeInterval, new RealTimeInterval(seconds));

    /// <summary>1063.</summary>
    public static Request FetchMinuteInterval() => new(CommandCode.MinuteInterval, "");

    /// <summary>1064, minutes.</summary>
    public static Request SetMinuteInterval(int minutes) => Of(CommandCode.SetMinuteInterval, new MinuteInterval(minutes));

    /// <summary>1072.</summary>
    public static Request SetPassword(string newPassword) => Of(CommandCode.SetPassword, new NewPassword(newPassword));

    /// <summary>1014 (2025): a new SM4 key.</summary>
    public static Request ExchangeKey(DateTime created, string newKey) => Of(CommandCode.KeyExchange, new KeyExchange(created, newKey));

    /// <summary>2011.</summary>
    public static Request StartRealTimeData() => new(CommandCode.RealTimeData, "");

    /// <summary>2012.</summary>
    public static Request StopRealTimeData() => new(CommandCode.StopRealTimeData, "");

    /// <summary>2021.</summary>
    public static Request StartFacilityState() => new(CommandCode.FacilityState, "");

    /// <summary>2022.</summary>
    public static Request StopFacilityState() => new(CommandCode.StopFacilityState, "");

    /// <summary>2051: minute data with begin ≤ DataTime ≤ end.</summary>
    public static Request FetchMinuteData(DateTime begin, DateTime end) => Of(CommandCode.MinuteData, new HistoryRange(begin, end));

    /// <summary>2061.</summary>
    public static Request FetchHourlyData(DateTime begin, DateTime end) => Of(CommandCode.HourlyData, new HistoryRange(begin, end));

    /// <summary>2031.</summary>
    public static Request FetchDailyData(DateTime begin, DateTime end) => Of(CommandCode.DailyData, new HistoryRange(begin, end));

    /// <summary>2041.</summary>
    public static Request FetchFacilityRunTime(DateTime begin, DateTime end) => Of(CommandCode.FacilityDailyRunTime, new HistoryRange(begin, end));

    /// <summary>2013 (2025).</summary>
    public static Request FetchPeriodicRawData(DateTime begin, DateTime end) => Of(CommandCode.PeriodicRawData, new HistoryRange(begin, end));

    /// <summary>3011.</summary>
    public static Request ZeroSpanCalibration(string factor) => Of(CommandCode.ZeroSpanCalibration, new AnalyserNamed(factor));

    /// <summary>3012.</summary>
    public static Request SampleNow(string factor) => Of(CommandCode.SampleNow, new AnalyserNamed(factor));

    /// <summary>3013.</summary>
    public static Request CleanOrBlowBack(string factor) => Of(CommandCode.CleanOrBlowBack, new AnalyserNamed(factor));

    /// <summary>3014.</summary>
    public static Request ComparisonSampling(string factor) => Of(CommandCode.ComparisonSampling, new AnalyserNamed(factor));

    /// <summary>3015.</summary>
    public static Request RetainSample() => new(CommandCode.RetainedSample, "");

    /// <summary>3016: first sample of the day and period in hours.</summary>
    public static Request SetSamplingPeriod(string factor, TimeOnly start, int hours) => Of(CommandCode.SetSamplingPeriod, new SamplingPeriod(factor, start, hours));

    /// <summary>3017.</summary>
    public static Request FetchSamplingPeriod(string factor) => Of(CommandCode.SamplingPeriod, new AnalyserNamed(factor));

    /// <summary>3018.</summary>
    public static Request FetchSampleOutputTime(string factor) => Of(CommandCode.SampleOutputTime, new AnalyserNamed(factor));

    /// <summary>3019.</summary>
    public static Request FetchDeviceIdentity(string factor) => Of(CommandCode.DeviceIdentity, new AnalyserNamed(factor));

    /// <summary>3020: log, states or parameters of an analyser.</summary>
    public static Request FetchDeviceInformation(string factor, string infoId, DateTime? begin = null, DateTime? end = null) =>
        Of(CommandCode.DeviceInformation, new InformationQuery(factor, infoId, begin, end));

    /// <summary>3021.</summary>
    public static Request SetDeviceParameter(string factor, string infoId, string value) =>
        Of(CommandCode.SetDeviceParameter, new ParameterSetting(factor, infoId, value));

    /// <summary>3022 (2025), seen in one public implementation.</summary>
    public static Request RetainSampleNow() => new(CommandCode.RetainSampleNow, "");

    /// <summary>3024 (2025), seen in one public implementation.</summary>
    public static Request StartStandardCheck(string factor) => Of(CommandCode.StartStandardCheck, new AnalyserNamed(factor));

    private static Request Of(CommandCode command, Payload payload) => new(command, payload.DataArea);
}

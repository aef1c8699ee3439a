namespace EcoPark.Hj212;

/// <summary>A request or notice from the upper system to a device: command code and data area. Made by the named methods.</summary>
public sealed record Request(CommandCode Command, string DataArea)
{
    /// <summary>Notices (2012, 2022) are answered 9013; requests 9011 and then 9012.</summary>
    public bool IsNotice => Command is CommandCode.StopRealTimeData or CommandCode.StopFacilityState;

    public static Request FetchDeviceTime(string? factor = null) => throw new NotImplementedException();
    public static Request SetDeviceTime(DateTime wallClock, string? factor = null) => throw new NotImplementedException();
    public static Request SetTimeoutAndRetries(int timeoutSeconds, int retries) => throw new NotImplementedException();
    public static Request FetchRealTimeInterval() => throw new NotImplementedException();
    public static Request SetRealTimeInterval(int seconds) => throw new NotImplementedException();
    public static Request FetchMinuteInterval() => throw new NotImplementedException();
    public static Request SetMinuteInterval(int minutes) => throw new NotImplementedException();
    public static Request SetPassword(string newPassword) => throw new NotImplementedException();
    public static Request StartRealTimeData() => throw new NotImplementedException();
    public static Request StopRealTimeData() => throw new NotImplementedException();
    public static Request StartFacilityState() => throw new NotImplementedException();
    public static Request StopFacilityState() => throw new NotImplementedException();
    public static Request FetchMinuteData(DateTime begin, DateTime end) => throw new NotImplementedException();
    public static Request FetchHourlyData(DateTime begin, DateTime end) => throw new NotImplementedException();
    public static Request FetchDailyData(DateTime begin, DateTime end) => throw new NotImplementedException();
    public static Request FetchFacilityRunTime(DateTime begin, DateTime end) => throw new NotImplementedException();
    public static Request ZeroSpanCalibration(string factor) => throw new NotImplementedException();
    public static Request SampleNow(string factor) => throw new NotImplementedException();
    public static Request CleanOrBlowBack(string factor) => throw new NotImplementedException();
    public static Request ComparisonSampling(string factor) => throw new NotImplementedException();
    public static Request RetainSample() => throw new NotImplementedException();
    public static Request SetSamplingPeriod(string factor, TimeOnly start, int hours) => throw new NotImplementedException();
    public static Request FetchSamplingPeriod(string factor) => throw new NotImplementedException();
    public static Request FetchSampleOutputTime(string factor) => throw new NotImplementedException();
    public static Request FetchDeviceIdentity(string factor) => throw new NotImplementedException();
    public static Request FetchDeviceInformation(string factor, string infoId, DateTime? begin = null, DateTime? end = null) => throw new NotImplementedException();
    public static Request SetDeviceParameter(string factor, string infoId, string value) => throw new NotImplementedException();
}

using System.Globalization;
using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>What a logger answers to a command: 9011, data, 9012; or 9013 to a notice (HJ 212-2017 annex C).</summary>
internal sealed class CommandScript(LoggerSpec spec, DateTime now, TimeSpan realTimeInterval)
{
    public string? NewPassword { get; private set; }

    /// <summary>1014: the sixteen characters of the key.</summary>
    public string? NewKey { get; private set; }

    public TimeSpan? NewRealTimeInterval { get; private set; }

    public DateTime? NewTime { get; private set; }

    public bool? SendsRealTime { get; private set; }

    /// <summary>Data of this answer are uploads with QNs of their own.</summary>
    public bool IsHistory { get; private set; }

    public IEnumerable<(CommandCode Command, string Area)> Answer(Telegram request)
    {
        if (request.Command is CommandCode.StopRealTimeData or CommandCode.StopFacilityState)
        {
            SendsRealTime = request.Command == CommandCode.StopRealTimeData ? false : null;
            yield return (CommandCode.NoticeAnswer, "");
            yield break;
        }

        yield return (CommandCode.RequestAnswer, "QnRtn=1");
        var count = 0;
        foreach (var area in Data(request))
        {
            count++;
            yield return (request.Command, area);
        }

        // Table 6: 100 means that there are no data.
        yield return (CommandCode.ExecutionResult, IsHistory && count == 0 ? "ExeRtn=100" : "ExeRtn=1");
        if (request.Command == CommandCode.ZeroSpanCalibration && spec.Version != ProtocolVersion.V2005 && InstrumentTalk.Result(spec, request.Find("PolId"u8) ?? "", now) is { Length: > 0 } result)
            yield return (CommandCode.StandardCheckResult, result);
    }

    private IEnumerable<string> Data(Telegram request)
    {
        switch (request.Command)
        {
            case CommandCode.DeviceTime:
                return [$"SystemTime={Stamp(now)}"];
            case CommandCode.SetDeviceTime:
                NewTime = Time(request.Find("SystemTime"u8));
                return [];
            case CommandCode.RealTimeInterval:
                return [FormattableString.Invariant($"RtdInterval={realTimeInterval.TotalSeconds:0}")];
            case CommandCode.SetRealTimeInterval when int.TryParse(request.Find("RtdInterval"u8), CultureInfo.InvariantCulture, out var seconds):
                NewRealTimeInterval = TimeSpan.FromSeconds(seconds);
                return [];
            case CommandCode.MinuteInterval:
                return [FormattableString.Invariant($"MinInterval={spec.MinuteInterval}")];
            case CommandCode.SetPassword:
                NewPassword = request.Find("NewPW"u8);
                return [];
            case CommandCode.KeyExchange:
                NewKey = request.Find("NewSK"u8);
                return [];
            case CommandCode.RealTimeData:
                SendsRealTime = true;
                return [];
            case CommandCode.MinuteData or CommandCode.HourlyData or CommandCode.DailyData:
                IsHistory = true;
                return Time(request.Find("BeginTime"u8)) is { } begin && Time(request.Find("EndTime"u8)) is { } end
                    ? Uploads.History(spec, request.Command, begin, end < now ? end : now).SelectMany(upload => upload.DataAreas)
                    : [];
            case CommandCode.DeviceIdentity:
                return [$"PolId={request.Find("PolId"u8)};{request.Find("PolId"u8)}-SN={spec.Mn.PadRight(24, '0')[..24]}"];
            case CommandCode.DeviceInformation:
                return [$"DataTime={Stamp(now)};PolId={request.Find("PolId"u8)};{request.Find("InfoId"u8)}-Info=1"];
            case CommandCode.SampleNow:
                return [];
            case CommandCode.SamplingPeriod:
                return [$"PolId={request.Find("PolId"u8)};CstartTime=000000;Ctime=2"];
            case CommandCode.SampleOutputTime:
                return [$"PolId={request.Find("PolId"u8)};Stime=30"];
            default:
                return [];
        }
    }

    private static string Stamp(DateTime time) => time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static DateTime? Time(string? text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

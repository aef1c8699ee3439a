using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>What a command asks of the person or program that gives it.</summary>
[Flags]
public enum CommandNeeds
{
    None = 0,
    Factor = 1,
    Range = 2,
    Number = 4,
    Count = 8,
    Password = 16,
    InfoId = 32,
    Value = 64,
    Start = 128,
}

/// <summary>A command that can be given.</summary>
/// <param name="Code">CN.</param>
/// <param name="Name">For the menu.</param>
/// <param name="Needs">What must be filled in.</param>
/// <param name="NumberLabel">What the number is.</param>
/// <param name="Build">Request from the checked input.</param>
public sealed record CommandKind(CommandCode Code, string Name, CommandNeeds Needs, string NumberLabel, Func<CommandInput, TimeProvider, Outcome<Request>> Build);

/// <summary>A command as people and programs give it → a request. Used by the form and the API alike.</summary>
public static class CommandForm
{
    /// <summary>In the order of the menu: HJ 212-2017 annex C, of which 2025 keeps all but 3014 – 3017.</summary>
    public static readonly IReadOnlyList<CommandKind> Known =
    [
        Plain(CommandCode.DeviceTime, "提取现场机时间", (_, _) => Request.FetchDeviceTime()),
        Plain(CommandCode.SetDeviceTime, "校时（按平台时间）", (_, clock) => Request.SetDeviceTime(clock.ParkNow())),
        With(CommandCode.SetTimeoutAndRetries, "设置超时时间及重发次数", CommandNeeds.Number | CommandNeeds.Count, "超时（秒）", Timeout),
        Plain(CommandCode.RealTimeInterval, "提取实时数据间隔", (_, _) => Request.FetchRealTimeInterval()),
        With(CommandCode.SetRealTimeInterval, "设置实时数据间隔", CommandNeeds.Number, "秒", (input, _) => Within(input, 30, 3600, "实时数据间隔应为 30～3600 秒。", Request.SetRealTimeInterval)),
        Plain(CommandCode.MinuteInterval, "提取分钟数据间隔", (_, _) => Request.FetchMinuteInterval()),
        With(CommandCode.SetMinuteInterval, "设置分钟数据间隔", CommandNeeds.Number, "分钟", MinuteInterval),
        With(CommandCode.SetPassword, "设置访问密码", CommandNeeds.Password, "", Password),
        Plain(CommandCode.KeyExchange, "更换 SM4 密钥（平台生成，2025）", (_, clock) => Request.ExchangeKey(clock.ParkNow(), DeviceKey.New())),
        Plain(CommandCode.RealTimeData, "启动实时数据上传", (_, _) => Request.StartRealTimeData()),
        Plain(CommandCode.StopRealTimeData, "停止实时数据上传", (_, _) => Request.StopRealTimeData()),
        Plain(CommandCode.FacilityState, "启动治理设施状态上传", (_, _) => Request.StartFacilityState()),
        Plain(CommandCode.StopFacilityState, "停止治理设施状态上传", (_, _) => Request.StopFacilityState()),
        OfRange(CommandCode.MinuteData, "取分钟历史数据", Request.FetchMinuteData),
        OfRange(CommandCode.HourlyData, "取小时历史数据", Request.FetchHourlyData),
        OfRange(CommandCode.DailyData, "取日历史数据", Request.FetchDailyData),
        OfRange(CommandCode.FacilityDailyRunTime, "取治理设施运行时间历史", Request.FetchFacilityRunTime),
        OfRange(CommandCode.PeriodicRawData, "取周期测量原始数据（2025）", Request.FetchPeriodicRawData),
        OfAnalyser(CommandCode.ZeroSpanCalibration, "零点校准、量程校准（标样核查）", Request.ZeroSpanCalibration),
        OfAnalyser(CommandCode.SampleNow, "即时采样", Request.SampleNow),
        OfAnalyser(CommandCode.CleanOrBlowBack, "清洗／反吹", Request.CleanOrBlowBack),
        OfAnalyser(CommandCode.ComparisonSampling, "比对采样", Request.ComparisonSampling),
        Plain(CommandCode.RetainedSample, "超标留样", (_, _) => Request.RetainSample()),
        With(CommandCode.SetSamplingPeriod, "设置采样时间周期", CommandNeeds.Factor | CommandNeeds.Start | CommandNeeds.Number, "周期（小时）", Sampling),
        OfAnalyser(CommandCode.SamplingPeriod, "提取采样时间周期", Request.FetchSamplingPeriod),
        OfAnalyser(CommandCode.SampleOutputTime, "提取出样时间", Request.FetchSampleOutputTime),
        OfAnalyser(CommandCode.DeviceIdentity, "提取仪器唯一标识", Request.FetchDeviceIdentity),
        With(CommandCode.DeviceInformation, "提取现场机信息（日志、状态、参数）", CommandNeeds.Factor | CommandNeeds.InfoId, "", Information),
        Plain(CommandCode.RetainSampleNow, "即时留样（2025，待核对）", (_, _) => Request.RetainSampleNow()),
        OfAnalyser(CommandCode.StartStandardCheck, "启动标样核查（2025，待核对）", Request.StartStandardCheck),
        With(CommandCode.SetDeviceParameter, "设置现场机参数", CommandNeeds.Factor | CommandNeeds.InfoId | CommandNeeds.Value, "", Parameter),
    ];

    /// <summary>Codes that 3020 can ask for, those of 3021 being the parameters among them.</summary>
    public static IEnumerable<ProtocolFactor> Information(CommandCode command) =>
        Factors.All.Where(one => command == CommandCode.SetDeviceParameter ? InformationCodes.IsParameter(one.Code) : InformationCodes.IsInformation(one.Code));

    public static Outcome<Request> Build(CommandInput input, TimeProvider clock)
    {
        if (Known.FirstOrDefault(one => one.Code == input.Command) is not { } kind)
            return new Problem("unknown-command", $"平台不下发命令 {(int)input.Command}。", nameof(input.Command));
        if (kind.Needs.HasFlag(CommandNeeds.Factor) && !IsCode(input.Factor))
            return new Problem("no-factor", "请选择命令所指的因子（仪器），编码只含字母和数字。", nameof(input.Factor));
        if (kind.Needs.HasFlag(CommandNeeds.InfoId) && !(IsCode(input.InfoId) && InformationCodes.IsInformation(input.InfoId!)))
            return new Problem("no-information", "请选择现场端信息编码（i 开头的六位编码，如 i12001）。", nameof(input.InfoId));
        if (kind.Needs.HasFlag(CommandNeeds.Range) && !(input.From <= input.To))
            return new Problem("bad-range", "请给出历史数据的起止时间，起始不晚于截止。", nameof(input.From));
        if (input.To - input.From > TimeSpan.FromDays(31))
            return new Problem("range-too-long", "一次最多取 31 天的历史数据，请分段下发。", nameof(input.To));
        return kind.Build(input, clock);
    }

    private static CommandKind Plain(CommandCode code, string name, Func<CommandInput, TimeProvider, Outcome<Request>> build) =>
        new(code, $"{(int)code} {name}", CommandNeeds.None, "", build);

    private static CommandKind With(CommandCode code, string name, CommandNeeds needs, string numberLabel, Func<CommandInput, TimeProvider, Outcome<Request>> build) =>
        new(code, $"{(int)code} {name}", needs, numberLabel, build);

    private static CommandKind OfAnalyser(CommandCode code, string name, Func<string, Request> build) =>
        new(code, $"{(int)code} {name}", CommandNeeds.Factor, "", (input, _) => build(input.Factor!));

    private static CommandKind OfRange(CommandCode code, string name, Func<DateTime, DateTime, Request> build) =>
        new(code, $"{(int)code} {name}", CommandNeeds.Range, "", (input, _) => build(Wall(input.From!.Value), Wall(input.To!.Value)));

    private static Outcome<Request> Timeout(CommandInput input, TimeProvider clock) =>
        input is { Number: >= 1 and <= 99, Count: >= 1 and <= 99 }
            ? Request.SetTimeoutAndRetries(input.Number.Value, input.Count.Value)
            : new Problem("bad-timeout", "超时时间应为 1～99 秒，重发次数应为 1～99 次。", nameof(input.Number));

    private static Outcome<Request> MinuteInterval(CommandInput input, TimeProvider clock) =>
        input.Number is { } minutes && DeviceRules.MinuteIntervals.Contains(minutes)
            ? Request.SetMinuteInterval(minutes)
            : new Problem("bad-interval", $"分钟数据间隔应为 {string.Join("、", DeviceRules.MinuteIntervals)} 分钟之一。", nameof(input.Number));

    private static Outcome<Request> Password(CommandInput input, TimeProvider clock) =>
        input.Text is { Length: 6 } password && password.All(char.IsAsciiLetterOrDigit)
            ? Request.SetPassword(password)
            : new Problem("bad-password", "新密码应为 6 位字母或数字。", nameof(input.Text));

    private static Outcome<Request> Sampling(CommandInput input, TimeProvider clock) =>
        input.Start is { } start
            ? Within(input, 1, 24, "采样周期应为 1～24 小时。", hours => Request.SetSamplingPeriod(input.Factor!, start, hours))
            : new Problem("no-start", "请给出每天第一次采样的时刻。", nameof(input.Start));

    private static Outcome<Request> Information(CommandInput input, TimeProvider clock) =>
        Request.FetchDeviceInformation(
            input.Factor!, input.InfoId!, input.From is { } from ? Wall(from) : null, input.To is { } to ? Wall(to) : null);

    private static Outcome<Request> Parameter(CommandInput input, TimeProvider clock) =>
        !InformationCodes.IsParameter(input.InfoId!)
            ? new Problem("no-parameter", $"{input.InfoId} 不是参数，只有 i13…、i23…、i33… 可以设置。", nameof(input.InfoId))
            : input.Text is { Length: > 0 and <= 64 } value && value.IndexOfAny([';', ',', '=', '&', '#', '/']) < 0
                ? Request.SetDeviceParameter(input.Factor!, input.InfoId!, value)
                : new Problem("bad-value", "请给出 1～64 个字符的参数值，不能含有 ; , = & # /。", nameof(input.Text));

    private static Outcome<Request> Within(CommandInput input, int least, int most, string otherwise, Func<int, Request> build) =>
        input.Number is { } number && number >= least && number <= most ? build(number) : new Problem("bad-number", otherwise, nameof(input.Number));

    /// <summary>Letters and digits only, so that nothing else gets into the data area.</summary>
    private static bool IsCode(string? code) => code is { Length: > 0 and <= 20 } && code.All(one => char.IsAsciiLetterOrDigit(one) || one == '-');

    private static DateTime Wall(DateTime time) => ParkTime.FromUtc(time.ToUniversalTime());
}

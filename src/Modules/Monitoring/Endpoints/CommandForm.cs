using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring.Endpoints;

/// <summary>A command as people and programs give it → a request. Used by the form and the API alike.</summary>
public static class CommandForm
{
    /// <summary>Commands that can be given, in the order of the menu.</summary>
    public static readonly IReadOnlyList<(CommandCode Code, string Name)> Known =
    [
        (CommandCode.DeviceTime, "1011 提取现场机时间"), (CommandCode.SetDeviceTime, "1012 校时（按平台时间）"), (CommandCode.RealTimeInterval, "1061 提取实时数据间隔"),
        (CommandCode.SetRealTimeInterval, "1062 设置实时数据间隔"), (CommandCode.MinuteInterval, "1063 提取分钟数据间隔"), (CommandCode.SetMinuteInterval, "1064 设置分钟数据间隔"),
        (CommandCode.RealTimeData, "2011 启动实时数据上传"), (CommandCode.StopRealTimeData, "2012 停止实时数据上传"), (CommandCode.MinuteData, "2051 取分钟历史数据"),
        (CommandCode.HourlyData, "2061 取小时历史数据"), (CommandCode.DailyData, "2031 取日历史数据"), (CommandCode.ZeroSpanCalibration, "3011 零点校准量程校准"),
        (CommandCode.SampleNow, "3012 即时采样"), (CommandCode.CleanOrBlowBack, "3013 清洗／反吹"), (CommandCode.DeviceIdentity, "3019 提取仪器唯一标识"), (CommandCode.SetPassword, "1072 设置访问密码"),
    ];

    public static bool NeedsRange(CommandCode code) => code is CommandCode.MinuteData or CommandCode.HourlyData or CommandCode.DailyData;

    public static bool NeedsFactor(CommandCode code) => code is CommandCode.ZeroSpanCalibration or CommandCode.SampleNow or CommandCode.CleanOrBlowBack or CommandCode.DeviceIdentity;

    public static bool NeedsNumber(CommandCode code) => code is CommandCode.SetRealTimeInterval or CommandCode.SetMinuteInterval;

    public static bool NeedsText(CommandCode code) => code == CommandCode.SetPassword;

    public static Outcome<Request> Build(CommandInput input, TimeProvider clock)
    {
        if (NeedsFactor(input.Command) && string.IsNullOrWhiteSpace(input.Factor))
            return new Problem("no-factor", "请选择命令所指的因子（仪器）。", nameof(input.Factor));
        if (NeedsRange(input.Command) && !(input.From <= input.To))
            return new Problem("bad-range", "请给出历史数据的起止时间，起始不晚于截止。", nameof(input.From));
        if (NeedsRange(input.Command) && input.To - input.From > TimeSpan.FromDays(31))
            return new Problem("range-too-long", "一次最多取 31 天的历史数据，请分段下发。", nameof(input.To));

        var (begin, end) = (ParkTime.FromUtc(input.From?.ToUniversalTime() ?? default), ParkTime.FromUtc(input.To?.ToUniversalTime() ?? default));
        return input.Command switch
        {
            CommandCode.DeviceTime => Request.FetchDeviceTime(),
            CommandCode.SetDeviceTime => Request.SetDeviceTime(clock.ParkNow()),
            CommandCode.RealTimeInterval => Request.FetchRealTimeInterval(),
            CommandCode.SetRealTimeInterval when input.Number is >= 30 and <= 3600 => Request.SetRealTimeInterval(input.Number.Value),
            CommandCode.SetRealTimeInterval => new Problem("bad-interval", "实时数据间隔应为 30～3600 秒。", nameof(input.Number)),
            CommandCode.MinuteInterval => Request.FetchMinuteInterval(),
            CommandCode.SetMinuteInterval when DeviceRules.MinuteIntervals.Contains(input.Number ?? 0) => Request.SetMinuteInterval(input.Number!.Value),
            CommandCode.SetMinuteInterval => new Problem("bad-interval", $"分钟数据间隔应为 {string.Join("、", DeviceRules.MinuteIntervals)} 分钟之一。", nameof(input.Number)),
            CommandCode.RealTimeData => Request.StartRealTimeData(),
            CommandCode.StopRealTimeData => Request.StopRealTimeData(),
            CommandCode.MinuteData => Request.FetchMinuteData(begin, end),
            CommandCode.HourlyData => Request.FetchHourlyData(begin, end),
            CommandCode.DailyData => Request.FetchDailyData(begin, end),
            CommandCode.ZeroSpanCalibration => Request.ZeroSpanCalibration(input.Factor!),
            CommandCode.SampleNow => Request.SampleNow(input.Factor!),
            CommandCode.CleanOrBlowBack => Request.CleanOrBlowBack(input.Factor!),
            CommandCode.DeviceIdentity => Request.FetchDeviceIdentity(input.Factor!),
            CommandCode.SetPassword when input.Text is { Length: 6 } password && password.All(char.IsAsciiLetterOrDigit) => Request.SetPassword(password),
            CommandCode.SetPassword => new Problem("bad-password", "新密码应为 6 位字母或数字。", nameof(input.Text)),
            _ => new Problem("unknown-command", $"平台不下发命令 {(int)input.Command}。", nameof(input.Command)),
        };
    }
}

using System.Globalization;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Commands;

/// <summary>Says in Chinese what a device returned.</summary>
public static class PayloadWords
{
    /// <returns>A phrase without full stop; empty where the payload is only an acknowledgement or unknown.</returns>
    public static string Of(Payload? payload) => payload switch
    {
        RequestAnswer answer => CodeNames.Of(answer.Code),
        ExecutionResult result => CodeNames.Of(result.Code),
        TimeoutAndRetries settings => $"超时 {settings.TimeoutSeconds} 秒，重发 {settings.Retries} 次",
        HardwareIdentity hardware => $"数采仪 {hardware.DataLoggerId}，CPU {hardware.CpuId}，MAC {hardware.Mac1} {hardware.Mac2}".TrimEnd(),
        MnAssignment assignment => $"数采仪 {assignment.DataLoggerId}",
        KeyExchange exchange => exchange.Created is { } created ? $"密钥生成于 {Time(created)}" : "",
        DeviceClock clock => $"{Analyser(clock.Factor)}时间 {Time(clock.SystemTime)}",
        RealTimeInterval interval => $"实时数据间隔 {interval.Seconds} 秒",
        MinuteInterval interval => $"分钟数据间隔 {interval.Minutes} 分钟",
        FacilityStates states => string.Join("，", states.Facilities.Select(one => $"{one.Code} {CodeNames.Of(one.State)}")),
        FacilityRunTimes times => string.Join("，", times.Facilities.Select(one => Text($"{one.Code} 运行 {one.Hours} 小时"))),
        PowerOn power => $"{Time(power.RestartTime)} 开机",
        PeriodicRawData raw => $"{raw.Peaks.Count} 个组分的谱峰",
        StandardChecks checks => string.Join("，", checks.Checks.Select(one =>
            Text($"{NameOf(one.Factor)} 核查测得 {one.Reading}，标准值 {one.StandardValue}，{(one.IsPassed ? "合格" : "不合格")}"))),
        RetainedSample sample => $"留样瓶 {sample.VaseNumber}",
        SamplingPeriod period => Text($"{NameOf(period.Factor)} 每天 {period.Start:HH:mm:ss} 起，每 {period.Hours} 小时采样一次"),
        SampleOutputTime output => $"{NameOf(output.Factor)} 出样需 {output.Minutes} 分钟",
        AnalyserIdentity identity => $"{NameOf(identity.Factor)} 仪器编码 {identity.SerialNumber}",
        DeviceInformation information => Analyser(information.Factor) + string.Join("，", information.Items.Select(Item)),
        AlarmLimits limits => string.Join("，", limits.Limits.Select(one => Text($"{NameOf(one.Factor)} 报警限 {one.Lower}～{one.Upper}"))),
        AlarmEvent alarm => $"{Time(alarm.AlarmTime)} 报警：" + string.Join("，", alarm.Values.Select(one => Text($"{NameOf(one.Factor)} {one.Reading}"))),
        _ => "",
    };

    private static string Item(DeviceInformation.Item item)
    {
        var known = Factors.Find(item.Code);
        return $"{known?.Name ?? item.Code} {InformationCodes.MeaningOf(item.Code, item.Value) ?? item.Value}{known?.Unit}";
    }

    private static string Analyser(string? factor) => factor is null ? "" : NameOf(factor) + " ";

    private static string NameOf(string code) => Factors.Find(code)?.Name ?? code;

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

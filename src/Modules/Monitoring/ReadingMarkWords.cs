using EcoPark.Hj212;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Monitoring;

/// <summary>Words for the codes that pages show.</summary>
internal static class ReadingMarkWords
{
    public static string Of(TelegramVerdict verdict) => verdict switch
    {
        TelegramVerdict.Accepted => "已接收",
        TelegramVerdict.Quarantined => "待登记",
        TelegramVerdict.Rejected => "未接受",
        TelegramVerdict.Held => "时间可疑",
        TelegramVerdict.SetAside => "已搁置",
        TelegramVerdict.Discarded => "已舍弃",
        _ => "无法识别",
    };

    public static string Of(PointKind kind) => kind switch
    {
        PointKind.FlueGas => "废气排口",
        PointKind.WasteWater => "废水排口",
        PointKind.RainWater => "雨水排口",
        PointKind.AmbientAir => "环境空气",
        PointKind.SurfaceWater => "地表水",
        PointKind.Groundwater => "地下水",
        PointKind.Noise => "声环境",
        PointKind.Weather => "气象",
        PointKind.FenceLine => "厂界",
        PointKind.Electricity => "用电监控",
        PointKind.OperatingCondition => "工况",
        _ => "其他",
    };

    public static string Of(CommandState state) => state switch
    {
        CommandState.Sent => "已发送",
        CommandState.Accepted => "设备已应答",
        CommandState.Succeeded => "执行成功",
        CommandState.Refused => "未执行",
        CommandState.TimedOut => "超时",
        _ => "设备未连接",
    };

    public static string Of(CommandCode command) => command switch
    {
        CommandCode.None => "",
        CommandCode.SetTimeoutAndRetries => "设置超时与重发",
        CommandCode.UploadHardwareIdentity => "硬件标识",
        CommandCode.SetMn => "设置 MN",
        CommandCode.DeviceTime => "现场机时间",
        CommandCode.SetDeviceTime => "校时",
        CommandCode.TimeCalibrationRequest => "请求校时",
        CommandCode.KeyExchange => "密钥交换",
        CommandCode.AlarmLimits2005 or CommandCode.SetAlarmLimits2005 => "报警门限（2005）",
        CommandCode.RealTimeInterval => "实时间隔",
        CommandCode.SetRealTimeInterval => "设置实时间隔",
        CommandCode.MinuteInterval => "分钟间隔",
        CommandCode.SetMinuteInterval => "设置分钟间隔",
        CommandCode.SetPassword => "设置密码",
        CommandCode.RealTimeData => "实时数据",
        CommandCode.StopRealTimeData => "停止实时数据",
        CommandCode.PeriodicRawData => "周期测量原始数据",
        CommandCode.FacilityState => "治理设施状态",
        CommandCode.StopFacilityState => "停止设施状态",
        CommandCode.DailyData => "日数据",
        CommandCode.FacilityDailyRunTime => "设施运行时间",
        CommandCode.MinuteData => "分钟数据",
        CommandCode.SingleNoiseMeasurement => "噪声单次测量",
        CommandCode.HourlyData => "小时数据",
        CommandCode.StandardCheckResult => "标样核查结果",
        CommandCode.AlarmRecord2005 or CommandCode.AlarmEvent2005 or CommandCode.AlarmHistory2005 => "报警记录（2005）",
        CommandCode.PowerOnTime => "数采仪开机时间",
        CommandCode.FurnaceTemperature => "炉膛温度",
        CommandCode.ZeroSpanCalibration => "零点量程校准",
        CommandCode.SampleNow => "即时采样",
        CommandCode.CleanOrBlowBack => "清洗／反吹",
        CommandCode.ComparisonSampling => "比对采样",
        CommandCode.RetainedSample => "超标留样",
        CommandCode.SetSamplingPeriod => "设置采样周期",
        CommandCode.SamplingPeriod => "采样周期",
        CommandCode.SampleOutputTime => "出样时间",
        CommandCode.DeviceIdentity => "仪器标识",
        CommandCode.DeviceInformation => "现场机信息",
        CommandCode.SetDeviceParameter => "设置现场机参数",
        CommandCode.RetainSampleNow => "即时留样",
        CommandCode.StartStandardCheck => "启动标样核查",
        CommandCode.RequestAnswer => "请求应答",
        CommandCode.ExecutionResult => "执行结果",
        CommandCode.NoticeAnswer => "通知应答",
        CommandCode.DataAnswer => "数据应答",
        CommandCode.Heartbeat => "心跳",
        _ => "命令",
    };

    /// <summary>The same set of kinds in every field of a data area.</summary>
    public static string Of(FieldKind kind) => kind switch
    {
        FieldKind.Rtd => "实时值",
        FieldKind.Min => "最小值",
        FieldKind.Avg => "平均值",
        FieldKind.Max => "最大值",
        FieldKind.ZsRtd => "折算实时值",
        FieldKind.ZsMin => "折算最小值",
        FieldKind.ZsAvg => "折算平均值",
        FieldKind.ZsMax => "折算最大值",
        FieldKind.Flag => "数据标记",
        FieldKind.EFlag => "扩充标记",
        FieldKind.Cou => "累计值",
        FieldKind.SampleTime => "采样时间",
        FieldKind.Data => "时段值",
        FieldKind.DayData => "昼间值",
        FieldKind.NightData => "夜间值",
        FieldKind.RunState => "运行状态",
        FieldKind.RunTime => "运行时间（小时）",
        FieldKind.Info => "现场端信息",
        FieldKind.SerialNumber => "仪器编码",
        FieldKind.SampleReading => "核查测得值",
        FieldKind.StandardValue => "标准样值",
        FieldKind.ResultType => "核查结果",
        FieldKind.RetentionTime => "保留时间",
        FieldKind.PeakArea => "峰面积",
        FieldKind.PeakHeight => "峰高",
        _ => "",
    };
}

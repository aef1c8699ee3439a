namespace EcoPark.Hj212;

/// <summary>QnRtn, HJ 212-2017 table 7.</summary>
public enum AnswerCode
{
    Ready = 1,
    Refused = 2,
    WrongPassword = 3,
    WrongMn = 4,
    WrongSystem = 5,
    WrongFlag = 6,
    WrongQn = 7,
    WrongCommand = 8,
    WrongCrc = 9,
    Unknown = 100,
}

/// <summary>ExeRtn, HJ 212-2017 table 6.</summary>
public enum ResultCode
{
    Succeeded = 1,
    Failed = 2,
    WrongConditions = 3,
    TimedOut = 4,
    Busy = 5,
    SystemFault = 6,
    NoData = 100,
}

/// <summary>SBxxx-RS, HJ 212-2017 table 4.</summary>
public enum RunState
{
    Closed = 0,
    Running = 1,
    Calibrating = 2,
    Maintenance = 3,
    Alarm = 4,
    BlowBack = 5,
}

/// <summary>Words of the standard for its codes; an unknown code says so with its number.</summary>
public static class CodeNames
{
    public static string Of(AnswerCode code) => code switch
    {
        AnswerCode.Ready => "准备执行请求",
        AnswerCode.Refused => "请求被拒绝",
        AnswerCode.WrongPassword => "PW 错误",
        AnswerCode.WrongMn => "MN 错误",
        AnswerCode.WrongSystem => "ST 错误",
        AnswerCode.WrongFlag => "Flag 错误",
        AnswerCode.WrongQn => "QN 错误",
        AnswerCode.WrongCommand => "CN 错误",
        AnswerCode.WrongCrc => "CRC 校验错误",
        AnswerCode.Unknown => "未知错误",
        _ => $"未定义的代码 {(int)code}",
    };

    public static string Of(ResultCode code) => code switch
    {
        ResultCode.Succeeded => "执行成功",
        ResultCode.Failed => "执行失败，原因未知",
        ResultCode.WrongConditions => "命令请求条件错误",
        ResultCode.TimedOut => "通讯超时",
        ResultCode.Busy => "系统繁忙不能执行",
        ResultCode.SystemFault => "系统故障",
        ResultCode.NoData => "没有数据",
        _ => $"未定义的代码 {(int)code}",
    };

    public static string Of(RunState state) => state switch
    {
        RunState.Closed => "关闭",
        RunState.Running => "运行",
        RunState.Calibrating => "校准",
        RunState.Maintenance => "维护",
        RunState.Alarm => "报警",
        RunState.BlowBack => "反吹",
        _ => $"未定义的状态 {(int)state}",
    };
}

using System.Collections.Frozen;

namespace EcoPark.Hj212;

/// <summary>
/// Device information of 动态管控, HJ 212-2017 table B.10: the second character names the equipment (1 analyser, 2 logger,
/// 3 auxiliary), the third the kind (1 log, 2 state, 3 parameter). Names and units stand in <see cref="Factors"/>.
/// </summary>
public static class InformationCodes
{
    private static readonly FrozenDictionary<(string Code, string Value), string> States = new Dictionary<(string, string), string>
    {
        [("i12001", "0")] = "运行",
        [("i12001", "1")] = "维护",
        [("i12001", "2")] = "故障",
        [("i12001", "3")] = "校准",
        [("i12001", "5")] = "反吹",
        [("i12001", "6")] = "电源故障",
        [("i12001", "7")] = "测量",
        [("i12001", "8")] = "标定",
        [("i12001", "9")] = "待机",
        [("i12001", "10")] = "运维",
        [("i12002", "0")] = "正常",
        [("i12002", "1")] = "异常",
        [("i12003", "0")] = "正常",
        [("i12003", "1")] = "报警",
        [("i22001", "0")] = "运行",
        [("i22001", "1")] = "停机",
        [("i22001", "2")] = "故障",
        [("i22001", "3")] = "维护",
        [("i22002", "0")] = "普通用户",
        [("i22002", "1")] = "管理员",
        [("i22002", "2")] = "维护人员",
        [("i22003", "0")] = "正常",
        [("i22003", "1")] = "异常",
        [("i22101", "0")] = "正常",
        [("i22101", "1")] = "异常",
        [("i22101", "2")] = "通道未接设备",
        [("i32001", "0")] = "运行",
        [("i32001", "1")] = "停机",
        [("i32001", "2")] = "故障",
        [("i32001", "3")] = "维护",
    }.ToFrozenDictionary();

    public static bool IsInformation(string code) => code.Length == 6 && code[0] == 'i';

    public static bool IsLog(string code) => IsInformation(code) && code[2] == '1';

    public static bool IsState(string code) => IsInformation(code) && code[2] == '2';

    public static bool IsParameter(string code) => IsInformation(code) && code[2] == '3';

    /// <summary>What a state means; <see langword="null"/> for a value that the table does not name, and for logs and parameters.</summary>
    public static string? MeaningOf(string code, string value) => States.GetValueOrDefault((code, value.Trim()));
}

using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Marks in Chinese.</summary>
public static class HourMarkWords
{
    public static string Of(DataMark mark) => mark switch
    {
        DataMark.Normal => "正常",
        DataMark.Stopped => "停运",
        DataMark.Maintenance => "维护",
        DataMark.Manual => "手工",
        DataMark.Fault => "故障",
        DataMark.Calibration => "校准",
        DataMark.OverRange => "超量程",
        DataMark.CommunicationFault => "通讯异常",
        DataMark.OutOfControl => "失控",
        _ => "缺失",
    };

    /// <summary>One letter for dense tables; HJ 212's flag where there is one.</summary>
    public static string Letter(DataMark mark) => mark switch
    {
        DataMark.Normal => "",
        DataMark.Stopped => "F",
        DataMark.Maintenance => "M",
        DataMark.Manual => "S",
        DataMark.Fault => "D",
        DataMark.Calibration => "C",
        DataMark.OverRange => "T",
        DataMark.CommunicationFault => "B",
        DataMark.OutOfControl => "失",
        _ => "缺",
    };
}

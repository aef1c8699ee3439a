namespace EcoPark.Telemetry.Readings;

/// <summary>Words for what stands beside a reading.</summary>
public static class ReadingNames
{
    public static string Of(ReadingMarks marks)
    {
        var names = new List<string>();
        if (marks.HasFlag(ReadingMarks.Backfill))
            names.Add("补传");
        if (marks.HasFlag(ReadingMarks.Unreadable))
            names.Add("数值无法识别");
        if (marks.HasFlag(ReadingMarks.Implausible))
            names.Add("数值超出合理范围");
        if (marks.HasFlag(ReadingMarks.Insufficient))
            names.Add("有效数据不足");
        if (marks.HasFlag(ReadingMarks.Unweighted))
            names.Add("缺流量，按算术平均");
        if (marks.HasFlag(ReadingMarks.Rejected))
            names.Add("审核为无效");
        if (marks.HasFlag(ReadingMarks.Replaced))
            names.Add("审核替换");
        if (marks.HasFlag(ReadingMarks.Withdrawn))
            names.Add("审核已撤销");
        if (marks.HasFlag(ReadingMarks.TimeCorrected))
            names.Add("时间经人工更正");
        return string.Join("、", names);
    }

    /// <summary>Data flags, HJ 212-2017 table 8.</summary>
    public static string OfFlag(char flag) => flag switch
    {
        'N' => "正常",
        'F' => "停运",
        'M' => "维护",
        'S' => "手工输入",
        'D' => "故障",
        'C' => "校准",
        'T' => "超测量上限",
        'B' => "通讯异常",
        '\0' => "未给出标记",
        '?' => "标记无法识别",
        _ => $"标记 {flag}",
    };

    public static string Of(Origin origin) => origin switch
    {
        Origin.Sent => "设备上传",
        Origin.RolledUp => "平台汇总",
        Origin.Imported => "文件导入",
        _ => "人工审核",
    };

    public static string Of(Interval interval) => interval switch
    {
        Interval.RealTime => "实时",
        Interval.Minute => "分钟",
        Interval.Hour => "小时",
        Interval.Day => "日",
        _ => "月",
    };
}

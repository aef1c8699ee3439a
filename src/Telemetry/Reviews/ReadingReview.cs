using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Reviews;

/// <summary>数据审核: what a person said of the readings of one channel within a period. Rows are only added; what was measured stays as it is.</summary>
[Audited("数据审核")]
public sealed class ReadingReview
{
    /// <summary>Rises with every review: of two for one stamp the later one counts.</summary>
    public long Id { get; set; }

    [DisplayName("通道编号")]
    public int ChannelId { get; set; }

    [DisplayName("数据级别")]
    public Interval Interval { get; set; }

    /// <summary>UTC, first stamp.</summary>
    [DisplayName("起")]
    public DateTime From { get; set; }

    /// <summary>UTC, exclusive.</summary>
    [DisplayName("止")]
    public DateTime To { get; set; }

    [DisplayName("处理")]
    public ReviewAction Action { get; set; }

    /// <summary>The value put in place; of <see cref="ReviewAction.Replace"/> alone.</summary>
    [DisplayName("替换值")]
    public double? Value { get; set; }

    [DisplayName("理由")]
    public required string Comment { get; set; }

    [DisplayName("审核人")]
    public required string By { get; set; }

    [DisplayName("审核时间")]
    public DateTime At { get; set; }

    /// <summary>Readings it touched; <see langword="null"/> until it has been carried out.</summary>
    public int? Readings { get; set; }
}

/// <summary>What a review does.</summary>
public enum ReviewAction
{
    /// <summary>标记无效.</summary>
    Reject = 1,

    /// <summary>替换.</summary>
    Replace = 2,

    /// <summary>恢复原始: earlier reviews of the period no longer count.</summary>
    Restore = 3,

    /// <summary>加注: a remark alone; nothing changes.</summary>
    Remark = 4,
}

/// <summary>Words for actions.</summary>
public static class ReviewActionText
{
    public static string Chinese(this ReviewAction action) => action switch
    {
        ReviewAction.Reject => "标记无效",
        ReviewAction.Replace => "替换",
        ReviewAction.Restore => "恢复原始",
        _ => "加注",
    };
}

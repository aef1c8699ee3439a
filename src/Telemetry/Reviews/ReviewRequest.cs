using EcoPark.Platform;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Reviews;

/// <summary>A review as a person asks for it.</summary>
/// <param name="From">UTC, first stamp.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Value">Of <see cref="ReviewAction.Replace"/>.</param>
/// <param name="Comment">Why; required.</param>
public sealed record ReviewRequest(int ChannelId, Interval Interval, DateTime From, DateTime To, ReviewAction Action, double? Value, string Comment)
{
    /// <summary>Longest period of one review.</summary>
    private const int MostDays = 366;

    /// <summary>What is wrong with it, if anything.</summary>
    public Problem? Check()
    {
        if (Interval is not (Interval.Minute or Interval.Hour or Interval.Day))
            return new Problem("bad-interval", "只能审核分钟、小时和日数据；月数据由日数据汇总而来。", "interval");
        if (From >= To)
            return new Problem("bad-range", "起始时间应早于截止时间。", "from");
        if (To - From > TimeSpan.FromDays(MostDays))
            return new Problem("bad-range", $"一次至多审核 {MostDays} 天，请分段进行。", "to");
        if (string.IsNullOrWhiteSpace(Comment) || Comment.Length > 500)
            return new Problem("no-comment", "请写明理由（500 字以内），它将与审核人一并留存。", "comment");
        if (!Enum.IsDefined(Action))
            return new Problem("bad-action", "请选择处理方式。", "action");
        if (Action == ReviewAction.Replace && (Value is not { } value || !double.IsFinite(value)))
            return new Problem("no-value", "替换须填写替换值。", "value");
        return Action != ReviewAction.Replace && Value is not null ? new Problem("value", "只有“替换”才填写替换值。", "value") : null;
    }
}

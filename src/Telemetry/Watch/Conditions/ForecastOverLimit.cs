using System.Globalization;
using EcoPark.Analysis.Outlets;

namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>预测超标: the trend of the last two hours, in means of five minutes, crosses the limit within the next two. Once it is over, 超标 takes over.</summary>
internal sealed class ForecastOverLimit(WatchRule rule, ChannelEntry entry) : LimitCondition(rule, entry)
{
    private const int StepMinutes = 5;
    private const int Slots = 24;

    /// <summary>An hour of means: a trend of less is weather.</summary>
    private const int Fewest = 12;

    /// <summary>Raised from the first probability on; it stays until it falls below the second.</summary>
    private const double Probable = 0.8;

    private const double StillProbable = 0.5;

    private static readonly double[] Ahead = [15, 30, 60, 90, 120];

    private readonly double[] _means = new double[Slots];
    private long _slot = -1;
    private double _sum;
    private int _count;
    private LimitOutlook? _outlook;

    public override TimeSpan Memory => TimeSpan.FromMinutes(StepMinutes * Slots);

    public override bool Holds(in Sample sample, bool isActive)
    {
        if (sample.Value is not { } value || LimitAt(sample.Reading.Time)?.Upper is not { } upper)
            return false;
        Take(sample.Reading.Time.Ticks / (TimeSpan.TicksPerMinute * StepMinutes), value, upper);
        // Rising, not over yet, and sure enough to wake somebody.
        return value <= upper && _outlook is { SlopePerMinute: > 0 } outlook && outlook.Probability >= (isActive ? StillProbable : Probable);
    }

    public override string Say(in Sample sample, TimeSpan lasted)
    {
        var minutes = _outlook?.MinutesToLimit;
        return string.Create(CultureInfo.InvariantCulture,
            $"现{Judged(sample)}，按近 2 小时趋势（每小时 {Number(_outlook?.SlopePerMinute * 60)}）{(minutes is { } left ? $"约 {Math.Max(1, left):0} 分钟后" : "2 小时内")}达到限值 {Number(LimitAt(sample.Reading.Time)?.Upper)}，2 小时内超标概率 {_outlook?.Probability * 100:0}%。");
    }

    public override (double? Limit, string Basis) Compared(in Sample sample) => (LimitAt(sample.Reading.Time)?.Upper, LimitAt(sample.Reading.Time)?.Basis ?? "");

    private void Take(long slot, double value, double upper)
    {
        if (slot != _slot)
        {
            var passed = _slot < 0 ? Slots : Math.Clamp(slot - _slot, 1, Slots);
            var mean = _count > 0 ? _sum / _count : double.NaN;
            for (var i = 0; i < passed; i++)
            {
                Array.Copy(_means, 1, _means, 0, Slots - 1);
                // The slot that has just ended is the oldest of those passed; the others were empty.
                _means[^1] = i == 0 && _slot >= 0 ? mean : double.NaN;
            }

            (_slot, _sum, _count) = (slot, 0, 0);
            _outlook = Analysis.Series.Count(_means) >= Fewest ? TimeToLimit.Of(_means, StepMinutes, upper, Ahead) : null;
        }

        (_sum, _count) = (_sum + value, _count + 1);
    }
}

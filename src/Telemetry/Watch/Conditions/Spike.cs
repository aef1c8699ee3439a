namespace EcoPark.Telemetry.Watch.Conditions;

/// <summary>
/// 突变: three times beyond anything the last readings were, but for one of them, so that an earlier spike hides no later one. What a signal does all the
/// time is within its own range and no spike, however restless it is.
/// </summary>
internal sealed class Spike(WatchRule rule, ChannelEntry entry) : Condition(rule, entry)
{
    private const int Window = 30;
    private const int Fewest = 15;
    private const double Times = 3;

    private readonly double[] _recent = new double[Window];
    private readonly double[] _sorted = new double[Window];
    private int _count;
    private int _next;
    private double _median;

    /// <summary>As many readings as it compares with, at the usual half a minute.</summary>
    public override TimeSpan Memory => TimeSpan.FromMinutes(Window / 2);

    public override bool Holds(in Sample sample, bool isActive)
    {
        if (sample.Value is not { } value)
            return false;
        var isFar = _count >= Fewest && IsFar(value);
        _recent[_next] = value;
        (_next, _count) = ((_next + 1) % Window, Math.Min(_count + 1, Window));
        return isFar;
    }

    public override string Say(in Sample sample, TimeSpan lasted) => $"读数由 {Number(_median)} 左右突变为 {Number(sample.Value)}。";

    private bool IsFar(double value)
    {
        var sorted = _sorted.AsSpan(0, _count);
        _recent.AsSpan(0, _count).CopyTo(sorted);
        sorted.Sort();
        _median = sorted[_count / 2];
        var (low, high) = (sorted[1], sorted[^2]);
        // Without a positive range a proportion says nothing: zero and negative values have rules of their own.
        return low > 0 && (value > high * Times || value < low / Times);
    }
}

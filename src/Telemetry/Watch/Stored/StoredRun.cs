namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>A stretch of stored readings in which something is odd.</summary>
/// <param name="Channel">Whose alarm it is.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Grid">What the steps are of.</param>
/// <param name="From">First step.</param>
/// <param name="To">Last step (in).</param>
/// <param name="Evidence">Chinese, without a full stop.</param>
internal sealed record StoredRun(ChannelGrid Channel, WatchRule Rule, TimeGrid Grid, int From, int To, string Evidence)
{
    /// <summary>What it was compared with, where that is one number.</summary>
    public double? Limit { get; init; }

    public int Steps => To - From + 1;

    /// <summary>Stretches of steps for which something holds.</summary>
    public static IEnumerable<(int From, int To)> Where(int count, Func<int, bool> holds, int fewest)
    {
        for (var from = 0; from < count; from++)
        {
            var to = from;
            while (to < count && holds(to))
                to++;
            if (to - from >= fewest)
                yield return (from, to - 1);
            from = to > from ? to : from;
        }
    }
}

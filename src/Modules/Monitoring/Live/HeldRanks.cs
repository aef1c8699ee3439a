namespace EcoPark.Modules.Monitoring.Live;

/// <summary>Who grows worse moves up at once; who grows better keeps its place for a while, so that rows do not jump about a limit.</summary>
internal sealed class HeldRanks
{
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, (int Rank, DateTime At)> _held = [];

    /// <param name="id">Of the point.</param>
    /// <param name="rank">As it is now; the smallest is the worst.</param>
    /// <param name="now">UTC.</param>
    public int Of(int id, int rank, DateTime now)
    {
        if (_held.TryGetValue(id, out var held) && held.Rank < rank && now - held.At < Hold)
            return held.Rank;
        _held[id] = (rank, now);
        return rank;
    }
}

namespace EcoPark.Alarms.Figures;

/// <summary>
/// Chattering: one cause raised three times and more within a window. EEMUA 191 and ISA-18.2 practice take one minute, of signals that are scanned each second; loggers of HJ 212
/// report every 30 s, so that one rise and fall takes a minute, and three within a minute can never be. The page therefore begins with ten minutes, and says so.
/// </summary>
public static class Chatter
{
    public const int Times = 3;

    public const int UsualMinutes = 10;

    /// <summary>Minutes of a window that can be chosen; each divides an hour.</summary>
    public static readonly IReadOnlyList<int> Windows = [1, UsualMinutes, 60];

    /// <summary>The window with the most raises; <see langword="null"/> where none has <see cref="Times"/>.</summary>
    /// <param name="raises">Of one cause, in order.</param>
    public static (int Count, DateTime From, DateTime To)? Most(IReadOnlyList<DateTime> raises, TimeSpan window)
    {
        (int Count, DateTime From, DateTime To)? most = null;
        for (int first = 0, last = 0; last < raises.Count; last++)
        {
            while (raises[last] - raises[first] > window)
                first++;
            var count = last - first + 1;
            if (count >= Times && count > (most?.Count ?? 0))
                most = (count, raises[first], raises[last]);
        }

        return most;
    }
}

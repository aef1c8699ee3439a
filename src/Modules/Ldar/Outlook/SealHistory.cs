using EcoPark.Analysis.Survival;

namespace EcoPark.Modules.Ldar.Outlook;

/// <summary>A test or re-test of a seal.</summary>
/// <param name="At">UTC.</param>
public readonly record struct SealLook(DateTime At, bool IsLeak);

/// <summary>
/// What the tests of a seal say of how long it stays tight. Time is counted from a clean test, the first one or the re-test after a repair, over all clean tests that follow, to the test that finds a leak: it began between that
/// test and the one before. Without a leak it is only known that the seal was tight until the last test.
/// </summary>
/// <param name="Lives">Days, whole.</param>
/// <param name="Since">Beginning of the time that still runs; <see langword="null"/> where the seal leaks or was never clean.</param>
/// <param name="LastClean">Last clean test of it.</param>
/// <param name="BeganLeaking">Its first test found a leak: when that began nobody knows, and it is left out.</param>
public sealed record SealHistory(IReadOnlyList<Lifetime> Lives, DateTime? Since, DateTime? LastClean, bool BeganLeaking)
{
    public bool Leaks => LastClean is null;

    /// <param name="looks">At least one, in the order of time.</param>
    public static SealHistory Of(IReadOnlyList<SealLook> looks)
    {
        var (lives, since, last) = (new List<Lifetime>(), (DateTime?)null, (DateTime?)null);
        foreach (var look in looks)
        {
            if (!look.IsLeak)
            {
                (since, last) = (since ?? look.At, look.At);
                continue;
            }

            if (since is { } begin)
                lives.Add(Between(DaysBetween(begin, last!.Value), DaysBetween(begin, look.At)));
            (since, last) = (null, null);
        }

        if (since is { } open && DaysBetween(open, last!.Value) is > 0 and var days)
            lives.Add(Lifetime.StillWhole(days));
        return new(lives, since, last, looks[0].IsLeak);
    }

    internal static double DaysBetween(DateTime from, DateTime to) => Math.Round((to - from).TotalDays);

    /// <summary>Two tests on one day are a day apart: an end has to come after something.</summary>
    private static Lifetime Between(double after, double until) => new(after, Math.Max(until, after + 1));
}

namespace EcoPark.Modules.Manual.Sources;

/// <summary>A source with how its inspections stand.</summary>
/// <param name="Last">The newest inspection.</param>
/// <param name="Open">What was found and is not put right, the oldest first.</param>
public sealed record SourceRow(FugitiveSource Source, string Enterprise, FugitiveInspection? Last, IReadOnlyList<FugitiveInspection> Open, DateOnly Today)
{
    /// <summary>Days ahead from which on an inspection counts as due soon.</summary>
    public const int SoonDays = 15;

    public const string Stopped = "已停用";
    public const string Late = "逾期未检";
    public const string Soon = "将到期";
    public const string InTime = "按期";

    public static readonly IReadOnlyList<string> Standings = [Late, Soon, InTime, Stopped];

    /// <summary>The last day on which the next inspection is in time.</summary>
    public DateOnly? DueOn => (Last?.Day ?? Source.Since)?.AddMonths(Source.CycleMonths ?? 0);

    public string Standing => Source.Until < Today ? Stopped : DueOn < Today ? Late : DueOn <= Today.AddDays(SoonDays) ? Soon : InTime;

    /// <summary>Something found is not put right by its day.</summary>
    public bool IsOverdue => Open.Any(one => one.DueOn < Today);
}

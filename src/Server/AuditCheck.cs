using EcoPark.Platform.Audit;

namespace EcoPark.Server;

/// <summary>--check-audit: goes through the audit chain and says what it found; for a duty list or a scheduler.</summary>
internal static class AuditCheck
{
    /// <returns>Exit code: 0 where all is well.</returns>
    public static int Tell(ChainReport report)
    {
        if (report.BrokenAt is { } broken)
        {
            Console.Error.WriteLine($"审计日志第 {broken} 条起不连续：该条被改动、删除或插入过，之前 {report.Checked} 条完好。");
            return 1;
        }

        Console.WriteLine($"审计日志共 {report.Checked} 条，全部完好。末条印记 {report.Head}");
        return 0;
    }
}

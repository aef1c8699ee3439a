using EcoPark.Platform.Audit;

namespace EcoPark.Server;

/// <summary>--check-audit: goes through the audit chain and says what it found; for a duty list or a scheduler.</summary>
internal static class AuditCheck
{
    /// <returns>Exit code: 0 where all is well.</returns>
    public static int Tell(ChainReport report)
    {
        if (!report.IsWhole)
        {
            Console.Error.WriteLine($"审计日志不完整：{report.Finding}之前 {report.Checked} 条完好（与库外 {report.Heads} 个印记核对）。请保留数据库现场并追查。");
            return 1;
        }

        Console.WriteLine($"审计日志共 {report.Checked} 条，与库外 {report.Heads} 个印记核对，全部完好。末条印记 {report.Head}");
        return 0;
    }
}

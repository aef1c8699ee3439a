using EcoPark.Platform.Records;
using EcoPark.Platform.Security;

namespace EcoPark.Server;

/// <summary>--recompute and --rebuild-search: what records keep beside what was entered is worked out anew after a change of their descriptions.</summary>
internal static class RecordUpkeep
{
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(IServiceProvider services, bool recomputes, CancellationToken cancellationToken)
    {
        Actor.Become(Actor.System);
        if (recomputes)
        {
            foreach (var (title, count) in await services.GetRequiredService<RecordRecompute>().Run(cancellationToken))
                Console.WriteLine($"{title}：{count} 条的计算值已更新。");
        }

        Console.WriteLine($"查找索引已重建，共 {await services.GetRequiredService<RecordSearch>().Rebuild(cancellationToken)} 条。");
        return 0;
    }
}

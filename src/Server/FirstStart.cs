using EcoPark.Platform.Accounts;
using EcoPark.Platform.Modules;

namespace EcoPark.Server;

/// <summary>First start: roles, the three administrators and their one-time passwords on the console; nothing of it in files. A demo begins with its park instead.</summary>
internal static class FirstStart
{
    public static async Task Plant(IServiceProvider services, ParkStart start, bool isDemo, CancellationToken cancellationToken)
    {
        var made = await services.GetRequiredService<AccountSeed>().Plant(cancellationToken);
        if (isDemo && made.Count > 0)
        {
            foreach (var demo in services.GetServices<IDemo>().OrderBy(demo => demo.Order))
                await demo.Plant(cancellationToken);
        }

        if (isDemo)
            return;
        foreach (var (userName, password) in made)
            await start.Output.WriteLineAsync($"首次启动，账户 {userName} 的一次性口令：{password}（只显示这一次，首次登录须更换）".AsMemory(), cancellationToken);
    }
}

using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Server.Demo;

/// <summary>--demo: one account of each kind with a known password, so that all can be tried. Never in a real installation.</summary>
internal sealed class DemoAccounts(IServiceProvider services, IDbContextFactory<ParkDb> databases) : IDemo
{
    public const string Password = "Demo-2026-park";

    private const string Officer = "enterprise";

    private static readonly (string UserName, string DisplayName, string Title, string Role)[] All =
    [
        ("operator", "王值班", "值班员", BuiltInRoles.DutyOperator),
        ("inspector", "李巡查", "执法巡查员", BuiltInRoles.Inspector),
        ("director", "张主任", "管理领导", BuiltInRoles.Director),
        ("admin", "系统管理员", "系统管理员", BuiltInRoles.SystemAdministrator),
        ("security", "安全管理员", "安全管理员", BuiltInRoles.SecurityAdministrator),
        ("auditor", "审计管理员", "审计管理员", BuiltInRoles.Auditor),
        (Officer, "陈工", "江海精细化工环保负责人", BuiltInRoles.EnterpriseOfficer),
    ];

    public static readonly IReadOnlyList<(string User, string Title)> Shown = [.. All.Select(one => (one.UserName, one.Title))];

    public int Order => 150;

    public async Task Plant(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var enterprise = await db.Set<Enterprise>().OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var seed = scope.ServiceProvider.GetRequiredService<AccountSeed>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (userName, displayName, title, role) in All)
        {
            if (await users.FindByNameAsync(userName) is null)
                await seed.Make(new AccountInput(userName, displayName, title, EnterpriseId: userName == Officer ? enterprise : null), role, cancellationToken);
            await seed.SetKnownPassword(userName, Password, users, cancellationToken);
        }
    }
}

using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Http;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform;

/// <summary>Accounts, permissions, audit, records, notifications, and the enterprise that scope hangs on. The host opens the database.</summary>
public sealed class PlatformModule : IModule
{
    public string Name => "Platform";

    public IReadOnlyList<MenuChapter> Chapters { get; } = [new("系统管理", 900)];

    public IReadOnlyList<Permission> Permissions => Security.Permissions.All;

    public IReadOnlyList<string> Events => ProposalFlow.Events;

    public void AddServices(IServiceCollection services, ModuleHost host)
    {
        var accounts = host.Settings<AccountOptions>(AccountOptions.Section);
        if (host.Configuration["EcoPark:ParkName"] is { Length: > 0 } park)
            accounts.OwnNames.Add(park);
        services.AddParkSecurity(accounts, host.Settings<AuditOptions>(AuditOptions.Section));
        services.AddRequestLimits(host.Settings<LimitOptions>(LimitOptions.Section));
        services.AddNotifications(host.Settings<NotificationOptions>(NotificationOptions.Section), [.. host.Modules.SelectMany(module => module.Events)]);
        services.AddRecord(EnterpriseType.Create());
        services.AddRecord(CalendarDayType.Create());
        services.AddWorkflow();
        services.AddSingleton<ProposalFlow>().AddFlow(provider => provider.GetRequiredService<ProposalFlow>().Life);
        foreach (var subscription in ProposalFlow.Subscriptions)
            services.AddSingleton(subscription);
        if (host.IsDemo)
            services.AddSingleton<DemoRecords>();
    }
}

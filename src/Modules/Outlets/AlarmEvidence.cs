using System.Linq.Expressions;
using EcoPark.Alarms;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets;

/// <summary>What of item 7.4.1 of appendix A the alarms show: found exceedances, what was sent of them, and faults on record.</summary>
internal static class AlarmEvidence
{
    private static readonly string[] Abnormal = [AlarmCategory.Fault.Key, AlarmCategory.Anomaly.Key, AlarmCategory.Offline.Key];

    public static void Add(IServiceCollection services)
    {
        AddAlarms(services, "超标预警", "/alarms/records/exceedance", alarm => alarm.Category == AlarmCategory.Exceedance.Key || alarm.Kind == WatchAlarms.NearLimit.Name);
        AddAlarms(services, "自动监测设施异常记录", "/alarms/records/anomaly", alarm => Abnormal.Contains(alarm.Category));
        services.AddSingleton(new Evidence("7.4.1", ["超标推送"], "/system/deliveries", async (provider, token) =>
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token);
            var told = db.Set<Notice>().Where(notice => notice.SpreadAt != null);
            return (await told.LongCountAsync(token), await told.MaxAsync(notice => notice.SpreadAt, token));
        }));
    }

    private static void AddAlarms(IServiceCollection services, string content, string href, Expression<Func<Alarm, bool>> which) => services.AddSingleton(new Evidence("7.4.1", [content], href, async (provider, token) =>
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token);
        var alarms = db.Set<Alarm>().Where(which);
        return (await alarms.LongCountAsync(token), await alarms.MaxAsync(alarm => (DateTime?)alarm.FoundAt, token));
    }));
}

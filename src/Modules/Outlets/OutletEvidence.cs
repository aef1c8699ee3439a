using EcoPark.Alarms;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets;

/// <summary>What of item 7.4.1 of appendix A the outlets show: a page alone is no evidence, there must be outlets with hours behind it.</summary>
internal static class OutletEvidence
{
    public static void Add(IServiceCollection services)
    {
        AddDays(services, "/outlets", _ => true, "企业名称", "监测因子", "监测浓度", "流量（风量）", "既往数据趋势分析");
        AddDays(services, "/outlets", outlet => outlet.Limits.Count > 0, "执行标准名称", "执行标准编号", "执行标准限值");
        AddDays(services, "/outlets/emissions", outlet => outlet.IsEmitting, "自动监测因子排放量核算");
        AddDays(services, "/outlets?f.kind=雨水", outlet => outlet.Kind == OutletKinds.Rain, "雨水排口自动监测因子", "雨水排口自动监测浓度", "雨水排口自动监测点位", "雨水排口自动监测流量");
        AddDays(services, "/outlets?f.kind=雨水", outlet => outlet.Kind == OutletKinds.Rain && outlet.Limits.Count > 0, "雨水排口执行标准名称", "雨水排口执行标准限值");
        services.AddSingleton(new Evidence("7.4.1", ["刷卡排污总量超标预警"], "/alarms/records/warning", async (provider, token) =>
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
            // Watched from the first quota on; an alarm is no condition.
            return (await db.Set<DischargeQuota>().LongCountAsync(token).ConfigureAwait(false), await db.Set<Alarm>().Where(alarm => alarm.Kind == OutletAlarms.Quota.Name).MaxAsync(alarm => (DateTime?)alarm.FoundAt, token).ConfigureAwait(false));
        }));
    }

    private static void AddDays(IServiceCollection services, string href, Func<Outlet, bool> fits, params string[] contents) =>
        services.AddSingleton(new Evidence("7.4.1", contents, href, (provider, token) => Days(provider, fits, token)));

    /// <summary>Outlets of a kind that have days, and the newest day.</summary>
    private static async Task<(long, DateTime?)> Days(IServiceProvider provider, Func<Outlet, bool> fits, CancellationToken token)
    {
        var ids = (await provider.GetRequiredService<OutletBook>().All(token).ConfigureAwait(false)).Where(fits).Select(outlet => outlet.Id).ToList();
        await using var db = await provider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(token).ConfigureAwait(false);
        var days = db.Set<OutletDay>().AsNoTracking().Where(day => ids.Contains(day.PointId) && day.Received > 0);
        var newest = await days.MaxAsync(day => (DateOnly?)day.Day, token).ConfigureAwait(false);
        return (await days.Select(day => day.PointId).Distinct().LongCountAsync(token).ConfigureAwait(false), newest is { } day ? ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue)) : null);
    }
}

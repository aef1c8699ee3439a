using System.Globalization;
using System.Linq.Expressions;
using EcoPark.Alarms;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>Reports over many outlets: exceedances (R05), what is missing or not valid (R06), the effective transmission rate (R07), capture rate and replacements (R08), tax equivalents (R14), of an enterprise or of all that the actor sees.</summary>
internal static class OutletLists
{
    private const string Everybody = "park";
    private const int MostAlarms = 2_000;

    /// <summary>Alarms that began so long before a period may still hold in it.</summary>
    private static readonly TimeSpan ReachesIn = TimeSpan.FromDays(31);

    private static readonly ReportSpan[] Spans = [ReportSpan.Month, ReportSpan.Day, ReportSpan.Quarter, ReportSpan.Year, ReportSpan.Range];
    private static readonly ReportSubjects Enterprises = new("企业", List);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new ReportType("exceedances", "自动监测超标统计表", Chapter.Title, OutletPermissions.View, ExceedanceForm.Make)
        {
            Code = "R05",
            Purpose = "超过许可限值的时段：最高值、限值、超标倍数、时长和企业说明，按排口和污染物汇总。",
            Spans = Spans,
            Subjects = Enterprises,
        });
        services.AddSingleton(new ReportType("gaps", "自动监测数据异常、断线与缺失报告", Chapter.Title, OutletPermissions.View, GapForm.Make)
        {
            Code = "R06",
            Purpose = "没有收到或无效的小时，按时段列出标记和原因；同时段的断线、故障和数据异常报警。",
            Spans = [ReportSpan.Day, ReportSpan.Month, ReportSpan.Range],
            Subjects = Enterprises,
        });
        services.AddSingleton(new ReportType("capture", "有效数据捕集率与修约清单", Chapter.Title, OutletPermissions.View, CaptureForm.Make)
        {
            Code = "R08",
            Purpose = "各排口各污染物的有效数据捕集率；排放量按规则替代、手工监测和仍未知的每一时段。",
            Spans = [ReportSpan.Quarter, ReportSpan.Month, ReportSpan.Year],
            Subjects = Enterprises,
        });
        services.AddSingleton(new ReportType("transmission", "自动监测数据传输有效率统计表", Chapter.Title, OutletPermissions.View, TransmissionForm.Make)
        {
            Code = "R07",
            Purpose = "各排口应收、实收、有效的小时数，传输率、有效率、传输有效率和有效数据捕集率，按企业汇总。",
            Spans = Spans,
            Subjects = Enterprises,
        });
        services.AddSingleton(new ReportType("tax", "环境保护税污染当量统计表", Chapter.Title, OutletPermissions.View, TaxForm.Make)
        {
            Code = "R14",
            Purpose = "各排口各月污染物的排放量、污染当量数，哪几项计征，按企业和月汇总。",
            Spans = [ReportSpan.Quarter, ReportSpan.Month, ReportSpan.Year],
            Subjects = Enterprises,
        });
    }

    /// <summary>Outlets that a report is asked for; none is a problem.</summary>
    public static async Task<Outcome<Outlet[]>> Of(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await services.GetRequiredService<OutletBook>().All(cancellationToken).ConfigureAwait(false);
        Outlet[] found = [.. outlets.Where(outlet => request.Subject!.Key == Everybody || outlet.EnterpriseId.ToString(CultureInfo.InvariantCulture) == request.Subject.Key)];
        var ids = found.Select(outlet => outlet.Id.Value).ToList();
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var period = request.Period!;
        return await db.Set<OutletDay>().AnyAsync(day => ids.Contains(day.PointId) && day.Day >= period.First && day.Day <= period.Last, cancellationToken).ConfigureAwait(false)
            ? found : new Problem("no-data", $"{request.Subject!.FullName}在{period.Title}没有排口的日数据；日数据每两分钟更新一次。", "period");
    }

    /// <summary>Those of some outlets that have a stored day of a kind in a period.</summary>
    public static async Task<IReadOnlyList<Outlet>> Having(IServiceProvider services, Outlet[] outlets, ReportPeriod period, Expression<Func<OutletDay, bool>> kind, CancellationToken cancellationToken)
    {
        var ids = outlets.Select(outlet => outlet.Id.Value).ToList();
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<OutletDay>().Where(day => ids.Contains(day.PointId) && day.Day >= period.First && day.Day <= period.Last).Where(kind).Select(day => day.PointId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. outlets.Where(outlet => found.Contains(outlet.Id.Value))];
    }

    /// <summary>Alarms of some kinds at these outlets or their loggers that held at some time of a period, the earliest first.</summary>
    public static async Task<(IReadOnlyList<Alarm> Found, long LeftOut)> Alarms(IServiceProvider services, Outlet[] outlets, ReportPeriod period, IReadOnlyList<AlarmCategory> kinds, CancellationToken cancellationToken)
    {
        var (from, to) = (ParkTime.ToUtc(period.First.ToDateTime(TimeOnly.MinValue)), ParkTime.ToUtc(period.Last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var enterprises = outlets.Select(outlet => outlet.EnterpriseId).Distinct().ToList();
        var filter = new AlarmFilter { EnterpriseId = enterprises.Count == 1 ? enterprises[0] : null, From = from - ReachesIn, To = to, Categories = [.. kinds.Select(kind => kind.Key)] };
        var page = await services.GetRequiredService<AlarmReader>().Search(filter, "firstAt", false, 0, MostAlarms, cancellationToken).ConfigureAwait(false);
        var points = outlets.Select(outlet => outlet.Id.Value).ToHashSet();
        var devices = outlets.SelectMany(outlet => outlet.Channels).Select(channel => channel.DeviceId).OfType<int>().ToHashSet();
        return ([.. page.Items.Where(alarm => alarm.PointId is { } point ? points.Contains(point) : alarm.DeviceId is { } device && devices.Contains(device)).Where(alarm => alarm.EndedAt is not { } end || end >= from)], page.Total - page.Items.Count);
    }

    public static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Says so where a list is cut.</summary>
    public static string Cut(int count, int most) => count > most ? string.Create(CultureInfo.InvariantCulture, $"共 {count} 段，列出最早的 {most} 段；请缩短时段或按企业出报。") : "";

    public static IReadOnlyList<ReportFact> Facts(ReportRequest request) => [new("范围", request.Subject!.FullName), new("统计时段", request.Period!.Title)];

    /// <summary>Says of a period that is not over that it is not.</summary>
    public static Report Told(IServiceProvider services, ReportRequest request, Report report) => request.Period!.Last < DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().ParkNow())
        ? report : report with { Gaps = ["时段还没有结束，统计到最近的日数据", .. report.Gaps] };

    private static async Task<IReadOnlyList<ReportSubject>> List(IServiceProvider services, CancellationToken token)
    {
        var enterprises = (await services.GetRequiredService<OutletBook>().All(token).ConfigureAwait(false)).Where(outlet => outlet.EnterpriseId > 0)
            .Select(outlet => new ReportSubject(outlet.EnterpriseId.ToString(CultureInfo.InvariantCulture), outlet.Enterprise) { EnterpriseId = outlet.EnterpriseId }).DistinctBy(one => one.Key);
        return Actor.Current.EnterpriseId is null ? [new ReportSubject(Everybody, "全园区"), .. enterprises] : [.. enterprises];
    }
}

using System.Globalization;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>Reports over many outlets: exceedances (R05) and the effective transmission rate (R07), of an enterprise or of all that the actor sees.</summary>
internal static class OutletLists
{
    private const string Everybody = "park";

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
        services.AddSingleton(new ReportType("transmission", "自动监测数据传输有效率统计表", Chapter.Title, OutletPermissions.View, TransmissionForm.Make)
        {
            Code = "R07",
            Purpose = "各排口应收、实收、有效的小时数，传输率、有效率、传输有效率和有效数据捕集率，按企业汇总。",
            Spans = Spans,
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

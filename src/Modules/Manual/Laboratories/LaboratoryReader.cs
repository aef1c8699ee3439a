using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Modules.Manual.Results;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Laboratories;

/// <summary>A laboratory with what its figures say against it.</summary>
/// <param name="Name">企业自测 where an enterprise measured itself.</param>
public sealed record ScreenedLaboratory(int? Id, string Name, string Certificate, DateOnly? ValidTo, int Enterprises, int Reports, int Values, int Below, IReadOnlyList<ScreenMark> Marks);

/// <summary>Screens laboratories across enterprises: for the park alone.</summary>
public sealed class LaboratoryReader(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Results that are looked at, the newest.</summary>
    public const int MostResults = 100_000;

    private const string Own = "企业自测";

    /// <returns>Those with most marks in front.</returns>
    public async Task<IReadOnlyList<ScreenedLaboratory>> Read(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.Review) || Actor.Current.EnterpriseId is not null)
            return [];
        var (from, to) = (ParkWords.Begin(first), ParkWords.End(last));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await (from sample in db.Set<ManualSample>().AsNoTracking()
                           where sample.At >= @from && sample.At < to && sample.Value != null
                           join report in db.Set<ManualReport>() on sample.ReportId equals report.Id
                           where report.Stage == ReportStage.Submitted || report.Stage == ReportStage.Approved
                           join point in db.Set<ManualPoint>() on sample.PointId equals point.Id
                           orderby sample.At descending
                           select new { report.LaboratoryId, sample.ReportId, sample.EnterpriseId, sample.PointId, Point = point.Name, sample.Title, sample.At, sample.Reported, sample.Value, sample.IsBelow }).Take(MostResults).ToListAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var laboratories = await db.Set<Laboratory>().AsNoTracking().ToDictionaryAsync(one => one.Id, cancellationToken).ConfigureAwait(false);
        // Enterprises that measure themselves are a laboratory each.
        return
        [
            .. found.GroupBy(one => (one.LaboratoryId, Self: one.LaboratoryId is null ? one.EnterpriseId : 0)).Select(of =>
            {
                var laboratory = of.Key.LaboratoryId is { } id ? laboratories.GetValueOrDefault(id) : null;
                List<ScreenedValue> values = [.. of.Where(one => one.IsBelow != true).Select(one => new ScreenedValue(one.EnterpriseId, names.GetValueOrDefault(one.EnterpriseId, ""), one.PointId, one.Point, one.Title, ParkWords.DayOf(one.At!.Value), one.Reported, one.Value!.Value))];
                return new ScreenedLaboratory(
                    laboratory?.Id, laboratory?.Name ?? $"{Own}（{names.GetValueOrDefault(of.Key.Self, "")}）", laboratory?.Certificate ?? "", laboratory?.ValidTo, of.Select(one => one.EnterpriseId).Distinct().Count(), of.Select(one => one.ReportId).Distinct().Count(), of.Count(), of.Count(one => one.IsBelow == true),
                    LaboratoryAudit.Of(values));
            }).OrderByDescending(one => one.Marks.Count).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
    }
}

using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Holds the surveys of a period against what readings look like, within the actor's scope; those with most marks first.</summary>
public sealed class AuditReader(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Surveys that are looked at, the newest.</summary>
    public const int MostSurveys = 300;

    public async Task<IReadOnlyList<AuditedSurvey>> Read(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var surveys = await (from survey in db.Set<LdarSurvey>().AsNoTracking()
                             where survey.Day >= first && survey.Day <= last && (enterprise == null || survey.EnterpriseId == enterprise)
                             join unit in db.Set<LdarUnit>() on survey.UnitId equals unit.Id
                             join owner in db.Set<Platform.Enterprises.Enterprise>() on survey.EnterpriseId equals owner.Id
                             orderby survey.Day descending, survey.Id
                             select new { survey.Id, survey.Code, survey.EnterpriseId, Owner = owner.Name, unit.Name, survey.Inspector, Day = survey.Day!.Value }).Take(MostSurveys).ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = surveys.Select(one => one.Id).ToList();
        var sums = await db.Set<LdarReading>().AsNoTracking().Where(one => ids.Contains(one.SurveyId)).GroupBy(one => one.SurveyId).Select(of => new { of.Key, All = of.Count(), Leaks = of.Count(one => one.IsLeak == true) })
            .ToDictionaryAsync(one => one.Key, one => (one.All, one.Leaks), cancellationToken).ConfigureAwait(false);
        var (all, leaks) = (sums.Values.Sum(one => one.All), sums.Values.Sum(one => one.Leaks));
        var audited = new List<AuditedSurvey>();
        foreach (var survey in surveys)
        {
            var own = sums.GetValueOrDefault(survey.Id);
            var readings = await db.Set<LdarReading>().AsNoTracking().Where(one => one.SurveyId == survey.Id).OrderBy(one => one.At).ThenBy(one => one.Id)
                .Select(one => new AuditedReading(one.At!.Value, one.Reading!.Value, one.IsLeak == true, one.DwellSeconds)).ToListAsync(cancellationToken).ConfigureAwait(false);
            // The others' leaks: a survey is not held against itself.
            double? peers = all > own.All ? (double)(leaks - own.Leaks) / (all - own.All) : null;
            audited.Add(new(survey.Id, survey.Code, survey.EnterpriseId, survey.Owner, survey.Name, survey.Inspector, survey.Day, own.All, own.Leaks, SurveyAudit.Of(readings, peers)));
        }

        return [.. audited.OrderByDescending(one => one.Marks.Count).ThenByDescending(one => one.Day)];
    }
}

using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Outlook;

/// <summary>Learns from all tests within the actor's scope how long seals stay tight, and which are likely to leak next. Seals that never leaked are read as one line each; only of the others every test is.</summary>
public sealed class OutlookReader(IDbContextFactory<ParkDb> databases, PlanReader plans, TimeProvider clock)
{
    /// <summary>Older tests say little of today's seals.</summary>
    public const int MostYears = 10;

    public async Task<LeakOutlook> Read(int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return LeakOutlook.None;
        var (today, since) = (DateOnly.FromDateTime(clock.ParkNow()), clock.UtcNow().AddYears(-MostYears));
        var plan = await plans.Read(enterprise, null, cancellationToken).ConfigureAwait(false);
        var histories = await Histories(since, enterprise, cancellationToken).ConfigureAwait(false);
        var groups = plan.Where(point => histories.ContainsKey(point.Seal.Id)).GroupBy(point => (point.Seal.Kind, point.Seal.State))
            .ToDictionary(of => of.Key, of => LeakGroup.Of(of.Key.Kind, of.Key.State, [.. of.Select(point => histories[point.Seal.Id])]));
        var (judged, without) = (new List<PointOutlook>(), 0);
        foreach (var point in plan)
        {
            if (!histories.TryGetValue(point.Seal.Id, out var seal) || seal.Leaks || !point.IsOwed || point.Due is null)
                continue;
            if (PointOutlook.Of(point, seal, groups[(point.Seal.Kind, point.Seal.State)].Fit, today) is { } outlook)
                judged.Add(outlook);
            else
                without++;
        }

        var most = Math.Min(LeakOutlook.MostRiskiest, (int)Math.Ceiling(judged.Count * LeakOutlook.RiskiestShare));
        return new(
            [.. groups.Values.OrderByDescending(group => group.Events).ThenByDescending(group => group.Points).ThenBy(group => group.Title, StringComparer.Ordinal)], judged.Count, without, histories.Values.Count(seal => seal.Leaks),
            judged.Sum(one => one.Chance.Probability), [.. judged.OrderByDescending(one => one.Chance.Probability).ThenBy(one => one.Point.Seal.Code, StringComparer.Ordinal).ThenBy(one => one.Point.Seal.Id).Take(most)]);
    }

    private async Task<Dictionary<int, SealHistory>> Histories(DateTime since, int? enterprise, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var readings = db.Set<LdarReading>().AsNoTracking().Where(one => one.At >= since && (enterprise == null || one.EnterpriseId == enterprise));
        var tested = await readings.GroupBy(one => one.SealPointId).Select(of => new { of.Key, First = of.Min(one => one.At), Last = of.Max(one => one.At), Leaks = of.Count(one => one.IsLeak == true) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var leaking = readings.Where(one => one.IsLeak == true).Select(one => one.SealPointId);
        var looks = await readings.Where(one => leaking.Contains(one.SealPointId)).Select(one => new { one.SealPointId, At = one.At!.Value, IsLeak = one.IsLeak == true }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var mended = await db.Set<LdarRepair>().AsNoTracking().Where(one => one.Stage == LeakState.Closed && one.RetestAt >= since && (enterprise == null || one.EnterpriseId == enterprise))
            .Select(one => new { one.SealPointId, At = one.RetestAt!.Value, IsLeak = false }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var each = looks.Concat(mended).ToLookup(one => one.SealPointId, one => new SealLook(one.At, one.IsLeak));
        return tested.ToDictionary(one => one.Key, one => SealHistory.Of(one.Leaks == 0 ? [new(one.First!.Value, false), new(one.Last!.Value, false)] : [.. each[one.Key].OrderBy(look => look.At)]));
    }
}

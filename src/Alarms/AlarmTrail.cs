using EcoPark.Alarms.Endpoints;
using EcoPark.Platform.Time;
using EcoPark.Web.Records;
using Microsoft.AspNetCore.WebUtilities;

namespace EcoPark.Alarms;

/// <summary>The list that a person came from, as it was then: taking a step changes what the list would show, and not where one is in it.</summary>
/// <param name="Href">Address of the list.</param>
/// <param name="Title">报警中心 or the kind of record.</param>
/// <param name="Ids">In the order of the list.</param>
public sealed record AlarmTrail(string Href, string Title, IReadOnlyList<int> Ids)
{
    public static readonly AlarmTrail None = new("/alarms", "报警中心", []);

    /// <summary>From 1; 0 where it is not in the list.</summary>
    public int PlaceOf(int id) => Ids.TakeWhile(one => one != id).Count() is var before && before < Ids.Count ? before + 1 : 0;

    public int? Before(int id) => PlaceOf(id) is > 1 and var place ? Ids[place - 2] : null;

    public int? After(int id) => PlaceOf(id) is > 0 and var place && place < Ids.Count ? Ids[place] : null;
}

/// <summary>Reads trails.</summary>
public sealed class AlarmTrails(AlarmReader alarms, AlarmTypes types, TimeProvider clock)
{
    /// <summary>Alarms of one trail.</summary>
    public const int Most = 1_000;

    private const string Records = "/alarms/records/";

    /// <param name="href">Address of a list of alarms with its filters; of anything else there is no trail.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AlarmTrail> Read(string? href, CancellationToken cancellationToken)
    {
        var (path, words) = href?.Split('?', 2) is [var before, var after] ? (before, after) : (href ?? "", "");
        var kept = path.StartsWith(Records, StringComparison.Ordinal) ? types.Category(path[Records.Length..]) : null;
        if (path != AlarmTrail.None.Href && kept is null)
            return AlarmTrail.None;
        var query = RecordAddress.Read(QueryHelpers.ParseQuery(words), AlarmQuery.Names);
        var filter = AlarmQuery.Read(query, kept is null ? AlarmQuery.Open : AlarmQuery.All, clock.UtcNow());
        filter = kept is null ? filter : filter with { Categories = [kept.Key] };
        var (sort, isDescending) = AlarmReader.OrderOf(query, isRecord: kept is not null);
        return new AlarmTrail(href!, kept?.Title ?? AlarmTrail.None.Title, await alarms.Ids(filter, sort, isDescending, Most, cancellationToken).ConfigureAwait(false));
    }
}

using EcoPark.Modules.Quality.Stations;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Limits;

/// <summary>The limits that hold in this park, in memory: the library with the rows that were confirmed here, and the park's own. <see cref="LimitKeeper"/> fills it.</summary>
public sealed class LimitBook
{
    private volatile Content _now = new(LimitLibrary.Default, new HashSet<string>(), []);

    /// <summary>Every row of the library, confirmed ones switched on.</summary>
    public LimitLibrary Library => _now.Library;

    /// <summary>The one judgement, by this book's library.</summary>
    public Verdict Judge(JudgementRequest request) => Judgement.Judge(request, _now.Library);

    /// <summary>Whether a recalled row was confirmed in this park.</summary>
    public bool IsConfirmed(Limit limit) => _now.Confirmed.Contains(ConfirmedLimit.KeyOf(limit));

    /// <summary>The park's own limits for a value; where there are any they decide.</summary>
    internal IReadOnlyList<Limit> OfPark(QualityStation station, QualityMedium medium, string factor, Averaging averaging, DateOnly day)
    {
        var local = _now.Local;
        if (local.Count == 0)
            return [];
        var key = FactorTable.KeyOf(factor, medium.Medium);
        return [.. local.Where(one => one.Limit.Medium == medium.Medium && FactorTable.KeyOf(one.Limit.Factor, medium.Medium) == key && one.Limit.Averaging == averaging && one.Limit.IsInForce(day)
            && (one.StationId is null || one.StationId == station.Id) && (one.Limit.Class.Length == 0 || one.Limit.Class == (station.Class.Length > 0 ? station.Class : medium.UsualClass))).Select(one => one.Limit)];
    }

    internal void Replace(IReadOnlySet<string> confirmed, IReadOnlyList<(int? StationId, Limit Limit)> local)
    {
        var before = _now;
        var library = confirmed.SetEquals(before.Confirmed) ? before.Library : LimitLibrary.Default.Enable(limit => confirmed.Contains(ConfirmedLimit.KeyOf(limit)));
        _now = new Content(library, confirmed, local);
    }

    private sealed record Content(LimitLibrary Library, IReadOnlySet<string> Confirmed, IReadOnlyList<(int? StationId, Limit Limit)> Local);
}

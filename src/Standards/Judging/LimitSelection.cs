namespace EcoPark.Standards;

/// <summary>Which limits a request is judged by, or why there are none.</summary>
/// <param name="Limits">Rows that apply.</param>
/// <param name="IsIndicative">They were made for another averaging period.</param>
/// <param name="WhyNone">Chinese reason; empty where there are limits.</param>
internal readonly record struct LimitSelection(IReadOnlyList<Limit> Limits, bool IsIndicative, string WhyNone)
{
    public static LimitSelection Of(JudgementRequest request, string key, LimitLibrary library)
    {
        var rows = request.Limits is { } own ? CallersRows(own, request, key) : library.RowsSpan(key, request.Medium);
        var (exact, other) = (new List<Limit>(2), (List<Limit>?)null);
        var (off, outOfForce) = (0, 0);
        foreach (var limit in rows)
        {
            if (!Fits(limit, request))
                continue;
            if (!limit.IsEnabled)
                off++;
            else if (!limit.IsInForce(request.Day))
                outOfForce++;
            else if (Accepts(limit.Averaging, request.Averaging))
                exact.Add(limit);
            else
                (other ??= []).Add(limit);
        }

        if (exact.Count > 0)
            return new(exact, false, "");
        if (other is not null && request.AcceptsOtherAveraging)
            return new(Nearest(other, request.Averaging), true, "");
        return new([], false, Why(request, other, off, outOfForce));
    }

    /// <summary>Whether a limit for one averaging period holds for a value of another.</summary>
    private static bool Accepts(Averaging limit, Averaging value) =>
        limit == value
        || limit == Averaging.Sample
        || (limit == Averaging.Instant && value == Averaging.Sample)
        || (limit == Averaging.DailyMaximumEightHours && value == Averaging.EightHours)
        || (limit == Averaging.Day && value == Averaging.MovingDay);

    private static Limit[] CallersRows(IReadOnlyList<Limit> limits, JudgementRequest request, string key) =>
        [.. limits.Where(limit => FactorTable.KeyOf(limit.Factor, request.Medium) == key && limit.Medium == request.Medium)];

    private static bool Fits(Limit limit, JudgementRequest request)
    {
        // A rate in kg/h is never set against a concentration: where no kind is asked for, the unit tells.
        var kind = request.Kind ?? (request.Unit.Dimension == UnitDimension.MassRate ? LimitKind.EmissionRate : LimitKind.Concentration);
        if (limit.Kind != kind || !FitsTemperature(limit, request.WaterTemperature))
            return false;
        return request.Limits is not null
            || ((request.StandardNumber is null || limit.StandardNumber == request.StandardNumber)
                && (request.Class is null || limit.Class == request.Class)
                && limit.HoldsFor(request.WaterBody)
                && (request.Condition is null || limit.Condition.Contains(request.Condition, StringComparison.Ordinal)));
    }

    // GB 18918-2002 table 1: ammonia has one limit above 12 ℃ and another at or below.
    private static bool FitsTemperature(Limit limit, decimal? temperature) =>
        temperature is not { } degrees
        || !limit.Condition.Contains("水温", StringComparison.Ordinal)
        || limit.Condition.Contains(degrees > 12 ? "水温>12℃" : "水温<=12℃", StringComparison.Ordinal);

    // Of the other periods the shortest that is longer serves, as an hour stands for its day; else the longest there is.
    private static List<Limit> Nearest(List<Limit> limits, Averaging wanted)
    {
        var longer = limits.Where(limit => limit.Averaging > wanted).ToList();
        var period = longer.Count > 0 ? longer.Min(limit => limit.Averaging) : limits.Max(limit => limit.Averaging);
        return [.. limits.Where(limit => limit.Averaging == period)];
    }

    private static string Why(JudgementRequest request, List<Limit>? other, int off, int outOfForce)
    {
        var name = FactorTable.Find(request.Factor, request.Medium)?.Name ?? request.Factor;
        if (request.WaterBody == WaterBody.Sea)
            return "近岸海域执行 GB 3097，限值库未收录，不作判定";
        if (other is not null)
        {
            var periods = string.Join("、", other.Select(limit => limit.Averaging).Distinct().Order().Select(averaging => averaging.Chinese()));
            return $"{name}没有{request.Averaging.Chinese()}限值（有{periods}限值）";
        }

        if (off > 0)
            return $"{name}只有待核对的限值 {off} 条，核对启用前不作判定";
        return outOfForce > 0 ? $"{name}的限值在 {request.Day:yyyy-MM-dd} 未施行" : $"{name}没有适用的限值";
    }
}

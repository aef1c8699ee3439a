namespace EcoPark.Telemetry.Registry;

/// <summary>A half-open stretch of time, UTC.</summary>
public readonly record struct Stretch(DateTime From, DateTime To)
{
    public bool Covers(DateTime utc) => From <= utc && utc < To;
}

/// <summary>When a monitoring point belonged to whom asks: whole days of the park's zone. Somebody else's days are not read at all.</summary>
public sealed class Tenure
{
    /// <summary>All of it: for the park, and for what has never changed hands.</summary>
    public static readonly Tenure Always = new([new Stretch(DateTime.MinValue, DateTime.MaxValue)]);

    public static readonly Tenure Never = new([]);

    private Tenure(IReadOnlyList<Stretch> spans) => Spans = spans;

    /// <summary>Apart from one another, the earliest first.</summary>
    public IReadOnlyList<Stretch> Spans { get; }

    /// <summary>Of one enterprise, from the present owner and the former ones.</summary>
    public static Tenure Of(MonitoringPoint point, int enterprise)
    {
        if (point.FormerOwners.Count == 0)
            return point.EnterpriseId == enterprise ? Always : Never;
        var spans = new List<Stretch>();
        var from = DateTime.MinValue;
        foreach (var former in point.FormerOwners.OrderBy(one => one.LastDay))
        {
            Add(former.EnterpriseId, former.Until);
            from = former.Until;
        }

        Add(point.EnterpriseId, DateTime.MaxValue);
        return new Tenure(spans);

        void Add(int? owner, DateTime to)
        {
            if (owner == enterprise && spans.Count > 0 && spans[^1].To == from)
                spans[^1] = spans[^1] with { To = to };
            else if (owner == enterprise)
                spans.Add(new Stretch(from, to));
        }
    }

    /// <summary>Either one's time.</summary>
    public static Tenure Either(Tenure one, Tenure other)
    {
        var merged = new List<Stretch>();
        foreach (var span in one.Spans.Concat(other.Spans).OrderBy(span => span.From))
        {
            if (merged.Count > 0 && span.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = span.To > merged[^1].To ? span.To : merged[^1].To };
            else
                merged.Add(span);
        }

        return new Tenure(merged);
    }

    public bool Covers(DateTime utc)
    {
        foreach (var span in Spans)
        {
            if (span.Covers(utc))
                return true;
        }

        return false;
    }

    /// <summary>What lies within from ≤ time &lt; to.</summary>
    public IEnumerable<Stretch> Within(DateTime from, DateTime to) => Spans
        .Select(span => new Stretch(span.From > from ? span.From : from, span.To < to ? span.To : to)).Where(span => span.From < span.To);

    /// <summary>Whether a period lies within it as a whole: a month in which the point changed hands is nobody's but the park's.</summary>
    public bool Holds(DateTime from, DateTime to) => Spans.Any(span => span.From <= from && to <= span.To);
}

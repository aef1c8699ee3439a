using EcoPark.Standards;
using EcoPark.Standards.Air;

namespace EcoPark.Reports.Statistics;

/// <summary>What has come together at one place of the table; groups of the database may fall into the same: enterprises of one industry.</summary>
internal sealed class Tally
{
    private readonly List<double> _values = [];
    private double _sum;
    private double? _min;
    private double? _max;

    public long Rows { get; private set; }

    public long Counted { get; private set; }

    public void Add(in FactGroup group)
    {
        Rows += group.Rows;
        Counted += group.Counted;
        _sum += group.Sum;
        _min = group.Min is { } min && !(min > _min) ? min : _min;
        _max = group.Max is { } max && !(max < _max) ? max : _max;
    }

    public void Add(double value) => _values.Add(value);

    /// <summary>Null where nothing counts.</summary>
    public double? Of(Measure measure) => measure.Aggregate switch
    {
        Aggregate.Count => Counted,
        _ when Counted == 0 => null,
        Aggregate.Mean or Aggregate.Rate => _sum / Counted,
        Aggregate.Max => _max,
        Aggregate.Min => _min,
        Aggregate.Sum => _sum,
        _ => Percentile.Of(_values.Select(value => Rounding.Figure(value)).OfType<decimal>(), measure.Percent) is { } percentile ? (double)percentile : null,
    };
}

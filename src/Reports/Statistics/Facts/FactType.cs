using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>事实: data that people make statistics of. The room that owns the data brings it, registered as a service of this type; nothing is judged or worked up here.</summary>
public abstract class FactType
{
    /// <summary>Days that a statistic of daily data may span.</summary>
    public const int TenYears = 3_653;

    /// <summary>Days that a statistic of hourly data may span.</summary>
    public const int ThreeYears = 1_096;

    /// <summary>In addresses.</summary>
    public required string Key { get; init; }

    /// <summary>Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>Chapter of the menu whose data it is.</summary>
    public required string Chapter { get; init; }

    /// <summary>On the data; asked for besides <see cref="ReportPermissions.View"/>.</summary>
    public required string Permission { get; init; }

    /// <summary>Chinese, a sentence without its full stop: what one row is, by which rules it was made, by what it belongs to a time.</summary>
    public required string Basis { get; init; }

    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    public required IReadOnlyList<Quantity> Quantities { get; init; }

    /// <summary>Days that one statistic may span.</summary>
    public int MostDays { get; init; } = TenYears;

    /// <summary>Rows belong to a day; otherwise they are what there is now, whatever the period.</summary>
    public virtual bool HasTime => true;

    /// <summary>What was planned or permitted for whole years; null where there is no such thing.</summary>
    public FactPlan? Plan { get; init; }

    /// <summary>The page that lists the rows behind a figure; null where none lists just these.</summary>
    public Func<DrillPlace, string?> Href { get; init; } = _ => null;

    /// <summary>Rows within the actor's scope, grouped; or why there are none.</summary>
    public abstract Task<Outcome<IReadOnlyList<FactGroup>>> Groups(IServiceProvider services, FactRequest request, CancellationToken cancellationToken);

    /// <summary>The values that count, one by one, for figures that no sum gives; at most <paramref name="most"/> and one more.</summary>
    public abstract Task<Outcome<IReadOnlyList<FactValue>>> Values(IServiceProvider services, FactRequest request, int most, CancellationToken cancellationToken);
}

namespace EcoPark.Contracts;

/// <summary>How a pollutant of an enterprise is known.</summary>
public enum TraceKind
{
    /// <summary>The permit limits it.</summary>
    Permitted,

    /// <summary>Measured on line.</summary>
    Automatic,

    /// <summary>Measured by hand.</summary>
    Manual,

    /// <summary>A waste of it is generated.</summary>
    Waste,

    /// <summary>An approval of an environmental impact assessment names it.</summary>
    Assessed,

    /// <summary>It is named among materials, products or processes.</summary>
    Material,
}

/// <summary>Traces in words.</summary>
public static class TraceWords
{
    public static readonly IReadOnlyDictionary<TraceKind, string> Kinds = new Dictionary<TraceKind, string>
    {
        [TraceKind.Permitted] = "排污许可",
        [TraceKind.Automatic] = "自动监测",
        [TraceKind.Manual] = "手工监测",
        [TraceKind.Waste] = "危险废物",
        [TraceKind.Assessed] = "环评文件",
        [TraceKind.Material] = "原辅材料",
    };
}

/// <summary>A pollutant that an enterprise's data of a year show.</summary>
/// <param name="Medium">废水, 废气 or 土壤及地下水; empty where the source does not say.</param>
/// <param name="Factor">Factor code or Chinese name.</param>
/// <param name="Where">Outlet, point or waste, Chinese.</param>
public sealed record PollutantTrace(int EnterpriseId, string Medium, string Factor, TraceKind Kind, string Where)
{
    public const string Water = "废水";
    public const string Air = "废气";
    public const string Ground = "土壤及地下水";

    /// <summary>Outlet of the permit that it is of; the same outlet may be measured on line and by hand.</summary>
    public PermitOutletId? Outlet { get; init; }

    /// <summary>Limit of the permit in force at the end of the year, or at its last day within it.</summary>
    public double? Limit { get; init; }

    /// <summary>Of limit or concentration.</summary>
    public string Unit { get; init; } = "";

    public string Standard { get; init; } = "";

    /// <summary>Mean of the year as measured.</summary>
    public double? Concentration { get; init; }

    /// <summary>Emitted in the year, kg; null where it is not known.</summary>
    public double? Kilograms { get; init; }

    /// <summary>Days or samples that it rests on.</summary>
    public int Count { get; init; }

    /// <summary>What is missing in the mass, Chinese; empty where nothing is.</summary>
    public string Gap { get; init; } = "";
}

/// <summary>Pollutants that the data of a room show. Rooms of sources implement it, so that the list of characteristic pollutants need not know them.</summary>
public interface IPollutantTraces
{
    /// <summary>What is read, Chinese.</summary>
    string Title { get; }

    /// <param name="year">Calendar year of the park.</param>
    /// <param name="enterprise">Of all within the actor's scope where it is null.</param>
    /// <returns>Null where the actor may not see them.</returns>
    Task<IReadOnlyList<PollutantTrace>?> Read(int year, int? enterprise, CancellationToken cancellationToken);
}

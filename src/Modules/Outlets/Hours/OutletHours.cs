using EcoPark.Platform.Time;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>What an outlet did hour by hour: marks, corrected concentrations, flow and masses. Derived from readings, filing and checks; never stored.</summary>
/// <param name="From">UTC, start of the first hour.</param>
/// <param name="Count">Hours.</param>
public sealed record OutletHours(Outlet Outlet, DateTime From, int Count)
{
    /// <summary>Flow in the state that masses need (flue gas: dry, standard), m³/h; null where it is missing or not valid.</summary>
    public required decimal?[] Flow { get; init; }

    /// <summary>Volume by the logger's own total (Cou of the flow), m³.</summary>
    public required decimal?[] LoggedVolume { get; init; }

    /// <summary>Oxygen, %, valid or not.</summary>
    public required decimal?[] Oxygen { get; init; }

    /// <summary>Conditions of gas or water (<see cref="OutletFactors.Conditions"/>) by factor code, of those that are measured; null where not valid.</summary>
    public IReadOnlyDictionary<string, decimal?[]> Conditions { get; init; } = new Dictionary<string, decimal?[]>(StringComparer.Ordinal);

    public required bool[] IsStopped { get; init; }

    /// <summary>Anything at all was received.</summary>
    public required bool[] HasData { get; init; }

    /// <summary>By factor code, in the order of the outlet's followed factors.</summary>
    public required IReadOnlyDictionary<string, FactorHour[]> Factors { get; init; }

    public DateTime TimeOf(int hour) => From.AddHours(hour);

    /// <summary>The park's wall clock.</summary>
    public DateTime Wall(int hour) => ParkTime.FromUtc(TimeOf(hour));

    public DateOnly DayOf(int hour) => DateOnly.FromDateTime(Wall(hour));
}

using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>What a simulated logger measures, as far as its behaviour differs.</summary>
public enum SourceKind
{
    FlueGas,
    WasteWater,
    RainWater,
    AmbientAir,
    SurfaceWater,
    Noise,
    Weather,
    FenceLine,
}

/// <summary>One factor of a simulated logger.</summary>
/// <param name="Code">Code as it is written in telegrams (three characters on 2005 devices).</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Decimal places written.</param>
/// <param name="Mean">Middle of the usual range.</param>
/// <param name="Swing">Amplitude of the daily cycle.</param>
/// <param name="Noise">Size of what is not cycle.</param>
/// <param name="PeakHour">Hour of the day at which the cycle is highest.</param>
public sealed record FactorSpec(string Code, string Name, string Unit, int Decimals, double Mean, double Swing, double Noise, double PeakHour);

/// <summary>A plant beside a point: what it gives off arrives when the wind blows there.</summary>
/// <param name="Bearing">Degrees in which the point lies, as seen from the plant.</param>
/// <param name="Wind">Direction that the wind comes from.</param>
/// <param name="Seed">Of whoever measures that wind, and of the plant's releases: the same for all points around it.</param>
public sealed record Plume(double Bearing, FactorSpec Wind, int Seed);

/// <summary>One simulated data logger: enough to register it and to run it.</summary>
public sealed record LoggerSpec
{
    public required string Mn { get; init; }
    public required string Password { get; init; }
    public required ProtocolVersion Version { get; init; }
    public required string SystemCode { get; init; }
    public required SourceKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>Empty for the park's own stations.</summary>
    public required string Enterprise { get; init; }
    public required double Longitude { get; init; }
    public required double Latitude { get; init; }
    public required IReadOnlyList<FactorSpec> Factors { get; init; }

    /// <summary>SM4 key, 32 hexadecimal digits, where data areas are encrypted.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>CRC in lower case: one device of the demo park behaves like many in the field.</summary>
    public bool HasLowerCaseCrc { get; init; }
    public TimeSpan RealTimeInterval { get; init; } = TimeSpan.FromSeconds(30);
    public int MinuteInterval { get; init; } = 10;
    public int Seed { get; init; }

    /// <summary>What blows to it from a plant; <see langword="null"/> where nothing does.</summary>
    public Plume? Plume { get; init; }
}

namespace EcoPark.Telemetry.Instruments;

/// <summary>What is about an analyser of a device, or about the device itself.</summary>
internal interface IOfInstrument
{
    int DeviceId { get; }

    string Factor { get; }
}

/// <summary>What an instrument says of itself now (动态管控, HJ 212-2017 table B.10): a state, a parameter, or its serial number.</summary>
public sealed class InstrumentState : IOfInstrument
{
    public int DeviceId { get; set; }

    /// <summary>PolId of the analyser; empty for the logger itself.</summary>
    public string Factor { get; set; } = "";

    /// <summary>Code of B.10, or <see cref="InstrumentCodes.SerialNumber"/>.</summary>
    public string Code { get; set; } = "";

    /// <summary>As written.</summary>
    public string Value { get; set; } = "";

    /// <summary>Since when it has been so, UTC.</summary>
    public DateTime Since { get; set; }

    /// <summary>When it was last said, UTC.</summary>
    public DateTime SeenAt { get; set; }
}

/// <summary>A line of an instrument's log, or a change of a state or parameter.</summary>
public sealed class InstrumentRecord : IOfInstrument
{
    public long Id { get; set; }

    public int DeviceId { get; set; }

    public string Factor { get; set; } = "";

    public string Code { get; set; } = "";

    public DateTime At { get; set; }

    public string Value { get; set; } = "";

    /// <summary>What it was before; <see langword="null"/> for logs, for the first value, and for what came late.</summary>
    public string? Before { get; set; }

    /// <summary>Telegram that said it.</summary>
    public long LogId { get; set; }
}

/// <summary>自动标样核查: what an analyser read of a standard (HJ 212-2025, 2062), and what that means.</summary>
public sealed class StandardCheckResult : IOfInstrument
{
    public long Id { get; set; }

    public int DeviceId { get; set; }

    public string Factor { get; set; } = "";

    /// <summary>Start of the check, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>In the factor's unit.</summary>
    public double Reading { get; set; }

    public double StandardValue { get; set; }

    /// <summary>The device's own verdict.</summary>
    public bool DevicePassed { get; set; }

    /// <summary>Verdict by the standard's tolerance; the device's own where <see cref="Basis"/> says so.</summary>
    public bool Passes { get; set; }

    /// <summary>Chinese: error, tolerance, standard.</summary>
    public string Basis { get; set; } = "";

    public long LogId { get; set; }
}

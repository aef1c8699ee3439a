namespace EcoPark.Hj212;

/// <summary>Edition of the standard, as numbered in the version bits V5–V0 of Flag.</summary>
public enum ProtocolVersion : byte
{
    /// <summary>HJ/T 212-2005.</summary>
    V2005 = 0,

    /// <summary>HJ 212-2017.</summary>
    V2017 = 1,

    /// <summary>HJ 212-2025, in force since 2026-01-01.</summary>
    V2025 = 2,
}

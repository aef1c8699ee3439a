namespace EcoPark.Contracts;

/// <summary>Names of the record types that keep the permits, for fields that refer to them.</summary>
public static class PermitRecords
{
    /// <summary>许可排放口.</summary>
    public const string Outlets = "permit-outlets";

    /// <summary>许可排放限值.</summary>
    public const string Limits = "permit-limits";
}

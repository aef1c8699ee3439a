using System.Globalization;

namespace EcoPark.Platform.Records;

/// <summary>A reference to a record of any type, kept as “type/id”.</summary>
public readonly record struct RecordLink(string Target, int Id)
{
    /// <summary>From its text; <see langword="null"/> where it is nothing of the kind.</summary>
    public static RecordLink? Read(string? text) =>
        text?.Split('/') is [{ Length: > 0 } target, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(target, id) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target}/{Id}");
}

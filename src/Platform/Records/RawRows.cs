using System.Text.Json;

namespace EcoPark.Platform.Records;

/// <summary>Rows before they are checked, in whichever form they come: JSON of a program, JSON text of a form's draft, values of a sheet or a revision.</summary>
internal static class RawRows
{
    /// <summary><see langword="null"/> where it is nothing of the kind.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>>? Of(object? raw) => raw switch
    {
        null or "" => [],
        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows => rows,
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        JsonElement { ValueKind: JsonValueKind.String } text => Of(TextOf(text)),
        JsonElement { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object) =>
            [.. array.EnumerateArray().Select(row => row.EnumerateObject().DistinctBy(cell => cell.Name).ToDictionary(cell => cell.Name, cell => (object?)cell.Value.Clone()))],
        string text => OfText(text),
        _ => null,
    };

    /// <summary>The text; half a pair of UTF-16, which is none, becomes a character that no field takes.</summary>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return "\0";
        }
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>>? OfText(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array ? Of(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace EcoPark.Web.Accounts;

/// <summary>Makes the detail of an audit entry readable: “名称：旧 → 新”.</summary>
internal static class ChangeText
{
    /// <returns>One line a field; the text itself where it is no list of changes.</returns>
    public static IReadOnlyList<string> Lines(string detail)
    {
        if (!detail.StartsWith('{'))
            return [detail];
        using var changes = JsonDocument.Parse(detail);
        return [.. changes.RootElement.EnumerateObject().Select(field => $"{field.Name}：{Change(field.Value[0], field.Value[1])}")];
    }

    private static string Change(JsonElement before, JsonElement after) => (before.ValueKind, after.ValueKind) switch
    {
        (JsonValueKind.Null, _) => Text(after),
        (_, JsonValueKind.Null) => $"{Text(before)} → （空）",
        _ => $"{Text(before)} → {Text(after)}",
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array => string.Join("、", value.EnumerateArray()),
        _ => value.ToString(),
    };
}

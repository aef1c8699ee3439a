using System.Text.Json;

namespace EcoPark.Modules.Ldar.FieldWork;

/// <summary>What a phone sends of a survey. Sent twice it is stored once.</summary>
/// <param name="User">Account that entered it: another that has signed in on the same phone meanwhile does not send it as its own. Programs need not say.</param>
public sealed record FieldBatch(IReadOnlyList<FieldEntry?> Entries, int? User = null);

/// <summary>Something that was entered in the field.</summary>
/// <param name="Key">The phone's own, by which it finds the answer.</param>
/// <param name="Kind">One of <see cref="FieldKinds"/>.</param>
/// <param name="Values">By field name of the record it becomes, as in forms.</param>
public sealed record FieldEntry(string Key, string Kind, Dictionary<string, JsonElement> Values);

/// <summary>What can be entered in the field.</summary>
public static class FieldKinds
{
    /// <summary>An environment background: at, ppm, places.</summary>
    public const string Background = "background";

    /// <summary>A reading: sealPointId, at, reading, dwellSeconds, isDripping.</summary>
    public const string Reading = "reading";

    /// <summary>A seal that nobody can reach: sealPointId, inaccessibleWhy.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Weather of the survey: weather, windSpeed.</summary>
    public const string Weather = "weather";
}

/// <summary>What became of an entry.</summary>
/// <param name="Id">The record that it is; <see langword="null"/> where it was refused.</param>
/// <param name="IsKnown">It had been stored before.</param>
/// <param name="Reason">Why it was refused; empty where it was not.</param>
public sealed record FieldAnswer(string Key, int? Id, bool IsKnown, string Reason, double? Background = null, double? Net = null, double? Limit = null, bool? IsLeak = null);

/// <summary>The answers, in the order of the entries.</summary>
public sealed record FieldAnswers(FieldUser User, IReadOnlyList<FieldAnswer> Answers);

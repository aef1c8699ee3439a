using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Records;

/// <summary>Values of fields as text.</summary>
public static class FieldText
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string TimeForm = "HH:mm";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Independent of place and language; instants in UTC, so that their texts sort as they do.</summary>
    public static string Stored(object value) => value switch
    {
        DateOnly day => day.ToString(DayForm, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(MomentForm, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(TimeForm, CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows => JsonSerializer.Serialize(rows.Select(Texts), Json),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Inverse of <see cref="Stored"/>.</summary>
    public static object? Restore(Field field, string text) => field.Kind switch
    {
        _ when text.Length == 0 => null,
        FieldKind.Number => double.Parse(text, CultureInfo.InvariantCulture),
        FieldKind.Integer or FieldKind.Reference => int.Parse(text, CultureInfo.InvariantCulture),
        FieldKind.Date => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture),
        FieldKind.Moment => DateTime.ParseExact(text, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        FieldKind.TimeOfDay => TimeOnly.ParseExact(text, TimeForm, CultureInfo.InvariantCulture),
        FieldKind.YesNo => text == "true",
        FieldKind.Rows => RestoreRows(field.Rows!.Fields, text),
        _ => text,
    };

    /// <summary>For people; references and codes are given by who knows them.</summary>
    public static string Shown(Field field, object? value) => value switch
    {
        null => "",
        bool yes => yes ? "是" : "否",
        double number => number.ToString("0." + new string('#', Math.Max(1, field.Decimals)), CultureInfo.InvariantCulture),
        DateTime moment => Wall(moment),
        IReadOnlyCollection<IReadOnlyDictionary<string, object?>> rows => $"{rows.Count} 行",
        _ when field.Kind == FieldKind.Shape => "已绘制",
        _ => Stored(value),
    };

    /// <summary>An instant on the park's clock; seconds where there are any.</summary>
    private static string Wall(DateTime utc)
    {
        var wall = ParkTime.FromUtc(utc);
        return wall.ToString(wall.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, string> Texts(IReadOnlyDictionary<string, object?> row) =>
        row.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => Stored(pair.Value!));

    /// <summary>What a field that is gone said is left out.</summary>
    private static List<IReadOnlyDictionary<string, object?>> RestoreRows(IReadOnlyList<Field> fields, string text) =>
    [
        .. JsonSerializer.Deserialize<List<Dictionary<string, string>>>(text)!.Select(row => (IReadOnlyDictionary<string, object?>)fields
            .Where(field => row.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => Restore(field, row[field.Name]))),
    ];
}

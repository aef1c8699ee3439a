using System.Globalization;
using System.Text.Json;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Geometry;

namespace EcoPark.Platform.Records;

/// <summary>The one check of what people enter, whether it comes from the form, an Excel cell or the API.</summary>
public sealed class FieldParser(ParkDictionaries dictionaries)
{
    /// <summary>The value of the field's type, <see langword="null"/> where nothing was entered, or what is wrong and what to enter.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="raw">Text, a number or date of an Excel cell, or a JSON element.</param>
    /// <param name="references">Records that references may mean.</param>
    /// <param name="enterprise">The enterprise that the record belongs to: what it refers to must belong to the same.</param>
    public Parsed Parse(Field field, object? raw, ReferenceBook references, int? enterprise = null)
    {
        var value = Plain(raw);
        if (value is null)
            return field.IsRequired ? Wrong(field, $"请填写{field.Label}。") : Parsed.Nothing;
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Text(field, value),
            FieldKind.Number => Number(field, value),
            FieldKind.Integer => Integer(field, value),
            FieldKind.Date => TimeParser.Day(value) is { } day ? Of(day) : Wrong(field, $"{field.Label}应为日期，如 2026-03-01，不能是“{value}”。"),
            FieldKind.Moment => TimeParser.Moment(value) is { } moment ? Of(moment) : Wrong(field, $"{field.Label}应为日期和时间，如 2026-03-01 08:00，不能是“{value}”。"),
            FieldKind.TimeOfDay => TimeParser.TimeOfDay(value) is { } time ? Timed(field, time) : Wrong(field, $"{field.Label}应写作 08:00 这样的时刻，不能是“{value}”。"),
            FieldKind.YesNo => YesNo(field, value),
            FieldKind.Choice => Choice(field, value),
            FieldKind.Code => Code(field, value),
            FieldKind.Reference => Reference(field, value, references, enterprise is > 0 ? enterprise : null),
            FieldKind.AnyRecord => Link(field, value, references, enterprise is > 0 ? enterprise : null),
            FieldKind.Shape => Shape(field, value),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, null),
        };
    }

    /// <summary>Of the field's value for people.</summary>
    public string Show(Field field, object? value, ReferenceBook references) => (field.Kind, value) switch
    {
        (FieldKind.Code, string code) => dictionaries[field.Target].Text(code),
        (FieldKind.Reference, int id) => references.Find(field.Target, id)?.Title ?? $"（编号 {id}）",
        (FieldKind.AnyRecord, string text) => RecordLink.Read(text) is { } link ? references.Find(link.Target, link.Id)?.Title ?? text : text,
        (FieldKind.Rows, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows) => string.Join('；', rows.Select((row, at) => $"{at + 1}. {Line(field.Rows!, row, references)}")),
        _ => FieldText.Shown(field, value),
    };

    /// <summary>Rows as they are entered: what they say, and all that is wrong with them, cell by cell.</summary>
    public (IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, IReadOnlyList<Problem> Problems) ParseRows(Field field, object? raw, ReferenceBook references, int? enterprise = null)
    {
        if (RawRows.Of(raw) is not { } entered)
            return ([], [new Problem("invalid", $"{field.Label}应为若干行，每行是字段名到值的对应。", field.Name)]);
        if (entered.Count == 0 && field.IsRequired)
            return ([], [new Problem("invalid", $"请至少填写一行{field.Label}。", field.Name)]);
        if (entered.Count > RowType.Most)
            return ([], [new Problem("invalid", $"{field.Label}至多 {RowType.Most} 行，现有 {entered.Count} 行。", field.Name)]);
        var (rows, problems, seen) = (new List<IReadOnlyDictionary<string, object?>>(), new List<Problem>(), new Dictionary<string, int>());
        foreach (var (at, row) in entered.Index())
        {
            void Tell(string? name, string message) => problems.Add(new Problem("invalid", $"{field.Label}第 {at + 1} 行：{message}", $"{field.Name}[{at}].{name}"));
            var columns = field.Rows!.Fields.Where(column => column.IsEntered).ToList();
            if (row.Keys.FirstOrDefault(name => !field.Rows.Fields.Any(column => column.Name == name)) is { } unknown)
                Tell(unknown, $"没有可填的字段“{unknown}”。");
            var values = new Dictionary<string, object?>();
            foreach (var column in columns)
            {
                var parsed = Parse(column, row.GetValueOrDefault(column.Name), references, enterprise);
                if (parsed.Problem is { } problem)
                    Tell(column.Name, problem.Message);
                else if (parsed.Value is { } value)
                    values[column.Name] = value;
            }

            var keys = field.Rows.Keys;
            var key = string.Join('\u001f', keys.Select(one => values.GetValueOrDefault(one.Name) is { } value ? FieldText.Stored(value) : ""));
            if (keys.Count > 0 && !seen.TryAdd(key, at))
                Tell(keys[0].Name, $"与第 {seen[key] + 1} 行重复（{string.Join('、', keys.Select(one => one.Label))}相同）。");
            rows.Add(values);
        }

        return (rows, problems);
    }

    private string Line(RowType type, IReadOnlyDictionary<string, object?> row, ReferenceBook references) => string.Join('，', type.Fields
        .Where(column => row.GetValueOrDefault(column.Name) is not null).Select(column => $"{column.Label} {Show(column, row[column.Name], references)}{column.Unit}"));

    private static object? Plain(object? raw) => raw switch
    {
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } element => Plain(RawRows.TextOf(element)),
        JsonElement { ValueKind: JsonValueKind.Number } element => element.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } element => element.GetBoolean(),
        JsonElement element => element.GetRawText(),
        string text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null,
        decimal or float or long or int or short => Convert.ToDouble(raw, CultureInfo.InvariantCulture),
        _ => raw,
    };

    private static Parsed Text(Field field, object value)
    {
        // A telephone number that Excel keeps as a number has no decimals.
        var text = value is double number ? number.ToString("0.###############", CultureInfo.InvariantCulture) : FieldText.Stored(value);
        if (text.Length > field.MaxLength)
            return Wrong(field, $"{field.Label}至多 {field.MaxLength} 字，现有 {text.Length} 字。");
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            return Wrong(field, $"{field.Label}含有不可见的控制字符，请重新输入。");
        return field.Check?.Invoke(text) is { } reason ? Wrong(field, reason) : Of(text);
    }

    /// <summary>No quantity of a park comes near it, and figures are worked out in decimals, which end.</summary>
    private const double TooLarge = 1e15;

    private static Parsed Number(Field field, object value)
    {
        if (value is not double number && !double.TryParse(value as string, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number))
            return Wrong(field, $"{field.Label}应为数字{In(field.Unit)}，不能是“{value}”。");
        if (!double.IsFinite(number))
            return Wrong(field, $"{field.Label}应为有限的数字。");
        if (Math.Abs(number) >= TooLarge)
            return Wrong(field, $"{field.Label}的数值过大（{number.ToString(CultureInfo.InvariantCulture)}），请核对；绝对值应小于 10^15。");
        return number < field.Min || number > field.Max ? Wrong(field, $"{field.Label}应{Range(field)}{In(field.Unit)}，现为 {number.ToString(CultureInfo.InvariantCulture)}。") : Of(number);
    }

    private static Parsed Integer(Field field, object value)
    {
        var number = Number(field, value);
        if (number.Problem is not null)
            return number;
        var whole = (double)number.Value!;
        return whole != Math.Truncate(whole) || Math.Abs(whole) > int.MaxValue ? Wrong(field, $"{field.Label}应为整数，不能是“{value}”。") : Of((int)whole);
    }

    private static Parsed Timed(Field field, TimeOnly time) => field.Check?.Invoke(FieldText.Stored(time)) is { } reason ? Wrong(field, reason) : Of(time);

    private static Parsed YesNo(Field field, object value) => value switch
    {
        bool yes => Of(yes),
        double and 1 or "是" or "有" or "true" or "1" => Of(true),
        double and 0 or "否" or "无" or "false" or "0" => Of(false),
        _ => Wrong(field, $"{field.Label}应为“是”或“否”，不能是“{value}”。"),
    };

    private static Parsed Choice(Field field, object value)
    {
        var text = FieldText.Stored(value);
        return field.Choices.Contains(text) ? Of(text) : Wrong(field, $"{field.Label}应为 {string.Join('、', field.Choices)} 之一，不能是“{text}”。");
    }

    private Parsed Code(Field field, object value)
    {
        var dictionary = dictionaries[field.Target];
        return dictionary.Recognize(FieldText.Stored(value)) is { } item ? Of(item.Code) : Wrong(field, $"{field.Label}“{value}”不在《{dictionary.Title}》（{dictionary.Version}）中，请填写代码或完整名称。");
    }

    private static Parsed Reference(Field field, object value, ReferenceBook references, int? enterprise)
    {
        var found = value is double id && id == Math.Truncate(id) ? references.Find(field.Target, (int)id) is { } known ? [known] : []
            : references.Find(field.Target, FieldText.Stored(value));
        return Meant(field, value, found, enterprise);
    }

    private static Parsed Link(Field field, object value, ReferenceBook references, int? enterprise)
    {
        if (RecordLink.Read(FieldText.Stored(value)) is not { } link)
            return Wrong(field, $"{field.Label}应写作 类别/编号，如 enterprises/12，不能是“{value}”。");
        var meant = Meant(field, value, references.Find(link.Target, link.Id) is { } known ? [known] : [], enterprise);
        return meant.Problem is null ? Of(link.ToString()) : meant;
    }

    private static Parsed Meant(Field field, object value, IReadOnlyList<RecordTitle> found, int? enterprise)
    {
        var own = found.Where(title => enterprise is null || title.EnterpriseId is null || title.EnterpriseId == enterprise).ToList();
        return own switch
        {
            [var only] => Of(only.Id),
            [] when found.Count > 0 => Wrong(field, $"{field.Label}“{found[0].Title}”属于另一家企业，请选择本企业的。"),
            [] => Wrong(field, $"没有名为“{value}”的{field.Label}，请先建立，或检查名称。"),
            _ => Wrong(field, $"名为“{value}”的{field.Label}有 {own.Count} 个，无法确定是哪一个，请先改名区分。"),
        };
    }

    private static Parsed Shape(Field field, object value)
    {
        var shape = GeoShape.Read(FieldText.Stored(value));
        return shape.IsOk ? Of(GeoShape.Write(shape.Value)) : Wrong(field, $"{field.Label}：{shape.Problem.Message}");
    }

    private static string In(string unit) => unit.Length == 0 ? "" : $"（{unit}）";

    private static string Range(Field field) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => $"在 {min.ToString(CultureInfo.InvariantCulture)}～{max.ToString(CultureInfo.InvariantCulture)} 之间",
        ({ } min, null) => $"不小于 {min.ToString(CultureInfo.InvariantCulture)}",
        var (_, max) => $"不大于 {max!.Value.ToString(CultureInfo.InvariantCulture)}",
    };

    private static Parsed Of(object value) => new(value, null);

    private static Parsed Wrong(Field field, string message) => new(null, new Problem("invalid", message, field.Name));
}

/// <summary>What a field's input means, or what is wrong with it.</summary>
public readonly record struct Parsed(object? Value, Problem? Problem)
{
    /// <summary>Nothing was entered.</summary>
    public static readonly Parsed Nothing;
}

using EcoPark.Platform.Records;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Sheets;

/// <summary>Which columns of an uploaded sheet are which fields.</summary>
internal sealed class ImportColumns
{
    /// <summary>Heading of the column that a result sheet adds; it may come back.</summary>
    public const string Result = "导入结果";

    private ImportColumns(IReadOnlyList<Field> fields, IReadOnlyList<Field?> columns) => (Fields, Columns) = (fields, columns);

    /// <summary>All that may be a column.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>In the order of the sheet; <see langword="null"/> for columns that are none of ours.</summary>
    public IReadOnlyList<Field?> Columns { get; }

    /// <param name="what">What the fields are of, as people call it.</param>
    /// <param name="fields">All that may be a column.</param>
    /// <param name="headings">Of the sheet.</param>
    public static Outcome<ImportColumns> Of(string what, IReadOnlyList<Field> fields, IReadOnlyList<string> headings)
    {
        var columns = headings.Select(heading => FieldOf(fields, heading)).ToList();
        var unknown = headings.Where((heading, at) => heading.Length > 0 && heading != Result && columns[at] is null).ToList();
        if (unknown.Count > 0)
            return new Problem("columns", $"表头“{string.Join('、', unknown.Take(5))}”不是{what}的字段，请使用下载的模板，不要改动表头。", "file");
        var missing = fields.Where(field => field.IsRequired && !columns.Contains(field) && !IsOwnEnterprise(field)).Select(field => field.Label).ToList();
        if (missing.Count > 0)
            return new Problem("columns", $"缺少必填列：{string.Join('、', missing)}。请使用下载的模板。", "file");
        return columns.OfType<Field>().GroupBy(field => field.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? new Problem("columns", $"“{twice.First().Label}”列出现了两次，请删去一列。", "file") : new ImportColumns(fields, columns);
    }

    /// <summary>An enterprise need not say that it is itself.</summary>
    public static bool IsOwnEnterprise(Field field) => field.Name == "enterpriseId" && Actor.Current.EnterpriseId is not null;

    /// <summary>A heading without the marks people add.</summary>
    public static string Bare(string heading) => heading.Trim().TrimStart('*', '＊').Trim().Replace('(', '（').Replace(')', '）');

    /// <summary>The cells by field name.</summary>
    public Dictionary<string, object?> RawOf(SheetRow row)
    {
        var raw = new Dictionary<string, object?>();
        for (var at = 0; at < Math.Min(Columns.Count, row.Cells.Count); at++)
        {
            if (Columns[at] is { } field)
                raw[field.Name] = row.Cells[at];
        }

        return raw;
    }

    /// <summary>The heading of a field by its name; empty where it is no column.</summary>
    public string HeadingOf(string? name) => Fields.FirstOrDefault(field => field.Name == name)?.Heading ?? "";

    private static Field? FieldOf(IReadOnlyList<Field> fields, string heading) =>
        fields.FirstOrDefault(field => field.Heading == Bare(heading)) ?? fields.FirstOrDefault(field => field.Label == Bare(heading));
}

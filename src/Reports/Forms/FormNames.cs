using System.Globalization;
using EcoPark.Platform.Time;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Forms;

/// <summary>A name that a form may use.</summary>
/// <param name="Name">Without braces.</param>
/// <param name="Example">What stands in its place, in the first row of its table.</param>
/// <param name="IsColumn">A row with it is repeated for each row of its table.</param>
public sealed record FormName(string Name, string Example, bool IsColumn);

/// <summary>All that forms can name of one report: {{时段}} and {{排污单位}} once, {{表.列}} for every row, {{表.列.平均值}} of the lines below.</summary>
internal sealed class FormNames
{
    /// <summary>Number of a row.</summary>
    private const string Number = "序号";

    private readonly Dictionary<string, FormValue> _single = [];
    private readonly Dictionary<string, (ReportTable Table, int Column)> _columns = [];
    private readonly Dictionary<string, ReportTable> _tables = [];
    private readonly List<string> _order = [];

    public FormNames(MadeReport made)
    {
        var (report, request) = (made.Report, made.Request);
        Add("标题", report.Title);
        Add("对象", request.Subject?.FullName ?? "园区");
        Add("时段", request.Period?.Title ?? "");
        Add("出具时间", ParkTime.FromUtc(made.MadeAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Add("数据情况", ReportText.OneLine(report.Gaps));
        Add("依据", string.Join("；", report.Basis));
        foreach (var fact in report.Facts)
            Add(Plain(fact.Label), fact.Value);
        foreach (var table in report.Tables)
            Add(table);
    }

    /// <summary>In the order of the report.</summary>
    public IReadOnlyList<FormName> All =>
        [.. _order.Select(name => _single.TryGetValue(name, out var value) ? new FormName(name, value.Text, false) : new FormName(name, _columns[name] is var (table, column) && table.Rows.Count > 0 ? Of(table, column, 0).Text : "", true))];

    /// <summary>A name as it stands in a form: blanks do not count.</summary>
    public static string Plain(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)));

    public bool Knows(string name) => _single.ContainsKey(name) || _columns.ContainsKey(name) || _tables.ContainsKey(name);

    /// <summary>The table whose rows a name stands for; null for one that stands once.</summary>
    public ReportTable? TableOf(string name) => _columns.TryGetValue(name, out var found) ? found.Table : null;

    /// <param name="row">Row of the table that is being repeated.</param>
    public FormValue Value(string name, int row = 0) => _single.TryGetValue(name, out var value) ? value
        : _columns.TryGetValue(name, out var found) && row < found.Table.Rows.Count ? Of(found.Table, found.Column, row) : new("");

    /// <summary>Whether a condition holds: a name says something, a table has rows.</summary>
    public bool IsThere(string name) => _tables.TryGetValue(name, out var table) ? table.Rows.Count > 0 : TableOf(name) is { } rows ? rows.Rows.Count > 0 : Value(name).IsThere;

    private static FormValue Of(ReportTable table, int column, int row) => column < 0
        ? new((row + 1).ToString(CultureInfo.InvariantCulture), row + 1) : FormValue.Of(table.Rows[row][column], table.Columns[column]);

    private void Add(string name, string text) => Add(name, new FormValue(text));

    /// <summary>The first of a name is meant; a table may say the same twice.</summary>
    private void Add(string name, FormValue value)
    {
        if (_single.TryAdd(name, value))
            _order.Add(name);
    }

    private void Add(ReportTable table)
    {
        var title = Plain(table.Title);
        if (!_tables.TryAdd(title, table))
            return;
        AddColumn($"{title}.{Number}", table, -1);
        for (var column = 0; column < table.Columns.Count; column++)
            AddColumn($"{title}.{NameOf(table.Columns[column])}", table, column);
        foreach (var foot in table.Foot)
        {
            for (var at = 0; at < foot.Cells.Count; at++)
            {
                if (foot.Cells[at] is { } cell)
                    Add($"{title}.{NameOf(table.Columns[at + 1])}.{Plain(foot.Label)}", FormValue.Of(cell, table, at + 1));
            }
        }
    }

    private void AddColumn(string name, ReportTable table, int column)
    {
        if (_columns.TryAdd(name, (table, column)))
            _order.Add(name);
    }

    private static string NameOf(ReportColumn column) => Plain(column.Group + column.Heading);
}

using EcoPark.Reports;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>A table of a form put together column by column: what stands in a line, and what below it.</summary>
internal sealed class FormTable(IReadOnlyList<FormLine> lines, IReadOnlyList<string> feet)
{
    private readonly List<ReportColumn> _columns = [];
    private readonly List<Func<FormLine, ReportCell>> _cells = [];
    private readonly List<FootCell?[]> _feet = [];

    /// <param name="foot">By the labels of the feet; those not named stay empty.</param>
    /// <returns>Number of the column.</returns>
    public int Add(ReportColumn column, Func<FormLine, ReportCell> cell, params (string Foot, FootCell Cell)[] foot)
    {
        _columns.Add(column);
        _cells.Add(cell);
        _feet.Add([.. feet.Select(label => foot.FirstOrDefault(one => one.Foot == label).Cell)]);
        return _columns.Count - 1;
    }

    public ReportTable Make(string title, string note) =>
        new(title, _columns, [.. lines.Select(line => (IReadOnlyList<ReportCell>)[.. _cells.Select(cell => cell(line))])])
        {
            Foot = [.. feet.Select((label, at) => new ReportFoot(label, [.. _feet.Skip(1).Select(column => column[at])]))],
            Note = note,
        };
}

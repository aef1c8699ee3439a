using System.Reflection;
using System.Text;

namespace EcoPark.Standards.Data;

/// <summary>Rows of a CSV file embedded in this assembly, by column name.</summary>
internal static class EmbeddedTable
{
    /// <summary>Reads <c>Data/{name}.csv</c>; the first row names the columns.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"EcoPark.Standards.Data.{name}.csv")!;
        using var reader = new StreamReader(stream);
        var columns = Cells(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
            yield return columns.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => string.Intern(cell.Second.Trim()));
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(20), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[++i]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                (cells, cell) = (Add(cells, cell), new StringBuilder());
            else
                cell.Append(line[i]);
        }

        return Add(cells, cell);
    }

    private static List<string> Add(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        return cells;
    }
}

using System.Globalization;
using System.IO.Compression;

namespace EcoPark.Bench.Forecasts;

/// <summary>A gzipped CSV file with one head line.</summary>
internal sealed class HourlyCsv
{
    private readonly string[] _head;

    public HourlyCsv(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
        _head = lines[0];
        Rows = lines[1..];
    }

    public List<string[]> Rows { get; }

    /// <summary>Text of a column.</summary>
    public string[] Texts(string column)
    {
        var at = Array.IndexOf(_head, column);
        return [.. Rows.Select(row => row[at])];
    }

    /// <summary>Numbers of a column; NaN where there is none.</summary>
    public double[] Numbers(string column) =>
        [.. Texts(column).Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)];
}

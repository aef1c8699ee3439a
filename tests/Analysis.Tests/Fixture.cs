using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace EcoPark.Analysis.Tests;

/// <summary>Slices of real data and the values SciPy, pandas and statsmodels make of them; see Data/make-expected.py.</summary>
internal static class Fixture
{
    private static readonly Lazy<JsonDocument> Document = new(() => JsonDocument.Parse(File.ReadAllText(PathOf("expected.json"))));

    /// <summary>London Marylebone Road, hours of January to March 2000.</summary>
    public static IReadOnlyDictionary<string, double[]> Hourly { get; } = Read("openair-hourly.csv.gz");

    /// <summary>The same station, months of January 1998 to June 2005.</summary>
    public static IReadOnlyDictionary<string, double[]> Monthly { get; } = Read("openair-monthly.csv");

    /// <summary>Sandy Creek: Level in m, Cond in µS/cm, Tur in NTU, mostly every 90 minutes.</summary>
    public static IReadOnlyDictionary<string, double[]> River { get; } = Read("river-oddwater.csv.gz");

    public static DateTime FirstHour { get; } = new(2000, 1, 1);

    public static JsonElement Expected(string name) => Document.Value.RootElement.GetProperty(name);

    public static double[] Numbers(this JsonElement element) =>
        [.. element.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Null ? double.NaN : one.GetDouble())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static void ShouldBeClose(this double actual, double expected, double relative = 1e-9) =>
        actual.ShouldBe(expected, Math.Max(Math.Abs(expected) * relative, 1e-300));

    public static void ShouldBeClose(this IReadOnlyList<double> actual, IReadOnlyList<double> expected, double tolerance = 1e-9)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var i = 0; i < actual.Count; i++)
        {
            if (double.IsNaN(expected[i]))
                actual[i].ShouldBe(double.NaN, $"at {i}");
            else
                actual[i].ShouldBe(expected[i], tolerance * Math.Max(1, Math.Abs(expected[i])), $"at {i}");
        }
    }

    private static Dictionary<string, double[]> Read(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var lines = new StreamReader(plain).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd().Split(',')).ToList();
        return lines[0].Skip(1).Select((column, at) => (column, values: lines.Skip(1).Select(line => Parse(line[at + 1])).ToArray()))
            .ToDictionary(one => one.column, one => one.values);
    }

    private static double Parse(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}

namespace EcoPark.Analysis.Forecasts;

/// <summary>Columns of equally long hourly series, NaN where nothing valid was measured.</summary>
/// <remarks>
/// Columns named <see cref="WindSpeed"/> and <see cref="WindDirection"/> are turned into u and v. A column whose name ends in
/// <c>@place</c> is the factor at another place, see <see cref="Neighbour"/>.
/// </remarks>
public sealed class HourlyTable
{
    /// <summary>Wind speed, m/s.</summary>
    public const string WindSpeed = "wind-speed";

    /// <summary>Direction the wind comes from, degrees.</summary>
    public const string WindDirection = "wind-direction";

    private readonly Dictionary<string, double[]> _columns;

    /// <param name="firstHour">Local time of row 0, on the hour.</param>
    /// <param name="columns">Name → values, all of the same length.</param>
    /// <exception cref="ArgumentException">Columns of different lengths, or none.</exception>
    public HourlyTable(DateTime firstHour, IEnumerable<KeyValuePair<string, double[]>> columns)
    {
        _columns = new Dictionary<string, double[]>(columns, StringComparer.Ordinal);
        if (_columns.Count == 0 || _columns.Values.Any(column => column.Length != _columns.Values.First().Length))
            throw new ArgumentException("A table needs columns of one length.", nameof(columns));
        FirstHour = firstHour;
        Length = _columns.Values.First().Length;
    }

    /// <summary>Local time of row 0.</summary>
    public DateTime FirstHour { get; }

    /// <summary>Rows.</summary>
    public int Length { get; }

    /// <summary>Names in the order given.</summary>
    public IReadOnlyCollection<string> Names => _columns.Keys;

    /// <summary>Values of a column.</summary>
    /// <exception cref="KeyNotFoundException">No such column.</exception>
    public ReadOnlySpan<double> this[string name] => _columns[name];

    /// <summary>Local time of a row.</summary>
    public DateTime HourOf(int row) => FirstHour.AddHours(row);

    /// <summary>Is there such a column?</summary>
    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>Rows <paramref name="from"/> (in) to <paramref name="to"/> (out).</summary>
    public HourlyTable Rows(int from, int to) =>
        new(HourOf(from), _columns.Select(column => KeyValuePair.Create(column.Key, column.Value[from..to])));

    /// <summary>Name of the column that holds a factor at another place.</summary>
    public static string Neighbour(string factor, string place) => $"{factor}@{place}";
}

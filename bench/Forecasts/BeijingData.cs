using EcoPark.Analysis.Forecasts;

namespace EcoPark.Bench.Forecasts;

/// <summary>Beijing multi-site air quality (UCI 501, CC BY 4.0): a station with its weather, and PM2.5 of the others.</summary>
internal sealed class BeijingData(string folder)
{
    public const string Target = "PM2.5";

    private static readonly string[] Factors = [Target, "PM10", "SO2", "NO2", "CO", "O3", "TEMP", "PRES", "DEWP", "RAIN"];
    private static readonly string[] Winds = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Latitude and longitude, to about a kilometre; only bearings are made of them.</summary>
    private static readonly Dictionary<string, (double Latitude, double Longitude)> Places = new()
    {
        ["Aotizhongxin"] = (39.98, 116.40),
        ["Changping"] = (40.22, 116.23),
        ["Dingling"] = (40.29, 116.22),
        ["Dongsi"] = (39.93, 116.42),
        ["Guanyuan"] = (39.93, 116.34),
        ["Huairou"] = (40.33, 116.63),
        ["Nongzhanguan"] = (39.94, 116.46),
        ["Tiantan"] = (39.89, 116.41),
        ["Wanliu"] = (39.99, 116.29),
        ["Wanshouxigong"] = (39.88, 116.35),
    };

    private readonly Dictionary<string, HourlyCsv> _files = Directory.GetFiles(folder, "PRSA_Data_*.csv.gz").Order(StringComparer.Ordinal)
        .ToDictionary(file => Path.GetFileName(file).Split('_')[2], file => new HourlyCsv(file));

    public IEnumerable<string> Stations => _files.Keys;

    public HourlyTable Of(string station)
    {
        var columns = Factors.ToDictionary(factor => factor, factor => _files[station].Numbers(factor));
        columns[HourlyTable.WindSpeed] = _files[station].Numbers("WSPM");
        columns[HourlyTable.WindDirection] = [.. _files[station].Texts("wd").Select(wind => Array.IndexOf(Winds, wind) is var at and >= 0 ? at * 22.5 : double.NaN)];
        foreach (var other in _files.Keys.Where(other => other != station))
            columns[HourlyTable.Neighbour(Target, other)] = _files[other].Numbers(Target);
        return new HourlyTable(new DateTime(2013, 3, 1), columns);
    }

    public IReadOnlyDictionary<string, double> Bearings(string station) => _files.Keys.Where(other => other != station && Places.ContainsKey(other))
        .ToDictionary(other => other, other => Bearing(Places[station], Places[other]));

    private static double Bearing((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var east = (to.Longitude - from.Longitude) * Math.Cos(from.Latitude * Math.PI / 180);
        return ((Math.Atan2(east, to.Latitude - from.Latitude) * 180 / Math.PI) + 360) % 360;
    }
}
